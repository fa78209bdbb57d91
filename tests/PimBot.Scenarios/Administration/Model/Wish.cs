using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>A change of an assignment that waits for somebody.</summary>
internal sealed class Wish
{
    public required RequestId Id { get; init; }

    public required RequestAction Action { get; init; }

    public required PersonId By { get; init; }

    /// <summary>What is to change; for a new assignment it is none yet.</summary>
    public required Standing Of { get; init; }

    public required AssignmentAsk Ask { get; init; }

    public PendingReason? WaitsFor { get; set; }

    public DateTimeOffset DecideBy { get; set; }

    public DateTimeOffset? RetryAt { get; set; }

    public override string ToString() => $"{Action} by {By} of {Of}, waits for {WaitsFor}";
}
