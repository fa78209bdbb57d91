using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>A standing assignment with everything that a person needs to understand it, as it stands at <see cref="Now"/>.</summary>
public sealed record AssignmentView
{
    public required DateTimeOffset Now { get; init; }

    public required Assignment Assignment { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    public required Assignee Assignee { get; init; }

    /// <summary>The activations that run now and stand on nothing else: they end with it.</summary>
    public IReadOnlyList<Grant> Running { get; init; } = [];

    /// <summary>What its holder has of the same role and scope through groups, and keeps without it. Read where its removal is confirmed.</summary>
    public IReadOnlyList<GroupAccess> ThroughGroups { get; init; } = [];

    /// <summary>What waits for an administrator, or for another owner, about it.</summary>
    public AssignmentRequest? Pending { get; init; }

    /// <summary>Whether its holder may ask for more time now.</summary>
    public bool CanExtend =>
        Pending is null
        && Assignment.End is { } end
        && !Assignment.IsOverAt(Now)
        && Now >= end - Assignment.ExtendBefore;

    /// <summary>Whether its holder may ask to have it renewed now.</summary>
    public bool CanRenew =>
        Pending is null && Assignment.End is { } end && Assignment.IsOverAt(Now) && Now < end + Assignment.RenewAfter;
}
