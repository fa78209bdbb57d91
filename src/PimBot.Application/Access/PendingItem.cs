using PimBot.Application.Activations;

namespace PimBot.Application.Access;

/// <summary>Something that waits in somebody's scopes. Exactly one of the two is set.</summary>
/// <param name="Activation">A request to activate a role.</param>
/// <param name="Assignment">A request about a standing assignment.</param>
/// <param name="MayDecide">Whether it is the reader's to decide.</param>
/// <param name="MayCancel">Whether the reader may cancel it.</param>
public sealed record PendingItem(
    RequestView? Activation,
    AssignmentRequestView? Assignment,
    bool MayDecide,
    bool MayCancel
);
