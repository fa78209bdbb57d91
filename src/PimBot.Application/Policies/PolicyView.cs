using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Application.Policies;

/// <summary>A role's settings with everything that a person needs to understand them.</summary>
public sealed record PolicyView
{
    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    public required RolePolicy Policy { get; init; }

    /// <summary>What the reader may do here.</summary>
    public required AdministrationRight Right { get; init; }

    /// <summary>Whether nobody ever set them: Microsoft's published default holds.</summary>
    public bool IsDefault { get; init; }

    public IReadOnlyList<ApproverName> Approvers { get; init; } = [];

    /// <summary>Requests for this role that are under way and would feel stricter settings: not the reader's own.</summary>
    public IReadOnlyList<ActivationRequest> UnderWay { get; init; } = [];

    /// <summary>Who made them, in the same order.</summary>
    public IReadOnlyList<string> Requesters { get; init; } = [];

    /// <summary>Whether the reader has a request of their own under way, which goes on under the settings that it was made under.</summary>
    public bool HasOwnUnderWay { get; init; }
}
