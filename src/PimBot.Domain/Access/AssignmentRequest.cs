using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Domain.Access;

/// <summary>
/// An order or a wish to change a standing assignment, with what became of it: PIM's schedule requests. Most are carried
/// out in the unit of work that makes them; the others wait for an administrator. Immutable:
/// <see cref="AssignmentRequestLife"/> makes the next version.
/// </summary>
public sealed record AssignmentRequest
{
    public required RequestId Id { get; init; }

    /// <summary>One of the <c>admin…</c> actions, <see cref="RequestAction.SelfExtend"/> or <see cref="RequestAction.SelfRenew"/>.</summary>
    public required RequestAction Action { get; init; }

    /// <summary>Who asked.</summary>
    public required PersonId CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who asked, and the person whose assignment it is: neither decides on it. Nor does who denied it in a review, which the review knows.</summary>
    public IReadOnlyList<PersonId> Involved =>
        Principal.Person is { } holder && holder != CreatedBy ? [CreatedBy, holder] : [CreatedBy];

    /// <summary>Whom the assignment is for.</summary>
    public required Principal Principal { get; init; }

    public required RoleScope Access { get; init; }

    /// <summary>The assignment that it makes or changes.</summary>
    public required Guid Assignment { get; init; }

    /// <summary>What the assignment is to become; for a removal, what it was.</summary>
    public required AssignmentAsk Ask { get; init; }

    public required RequestState State { get; init; }

    /// <summary>Why it waits; null when it does not.</summary>
    public PendingReason? WaitsFor { get; init; }

    /// <summary>The first instant at which a decision, or another attempt, comes too late; null when nothing is waited for.</summary>
    public DateTimeOffset? DecideBy { get; init; }

    /// <summary>The next attempt of what can't be done yet.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    public ApprovalDecision? Decision { get; init; }

    public RequestOutcome? Outcome { get; init; }

    /// <summary>The review whose result it carries out, in the name of the one who started that; null: it comes from a person.</summary>
    public ReviewId? Review { get; init; }

    /// <summary>Compare-and-set number, kept by the store.</summary>
    public long Version { get; init; }

    public bool IsPending => WaitsFor is not null;

    /// <summary>When time must change something about it; null when only an event can.</summary>
    public DateTimeOffset? NextDue => IsPending ? RetryAt ?? DecideBy : null;
}
