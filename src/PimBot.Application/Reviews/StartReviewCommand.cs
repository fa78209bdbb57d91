using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Somebody wants a role at a scope to be reviewed, once or again and again. It carries no authority.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Access">The role and scope.</param>
/// <param name="Settings">How.</param>
public sealed record StartReviewCommand(PersonId Actor, RoleScope Access, ReviewSettings Settings)
{
    /// <summary>What people are to call it; null: the role's name.</summary>
    public string? Name { get; init; }

    /// <summary>When the first occurrence begins; null: now.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Whether the first occurrence may lie behind: then the series begins with the next one that lies ahead. Directory files age.</summary>
    internal bool IsContinuing { get; init; }

    /// <summary>Of a series that goes on for another: since when its occurrence waits to begin, which is not passed over. Null: none waits.</summary>
    internal DateTimeOffset? WaitingSince { get; init; }

    /// <summary>Whether it comes from whoever operates the machine, who manages everything; only a directory file is applied so.</summary>
    internal bool IsByOperator { get; init; }

    /// <summary>The decision is the same, and nothing is changed or recorded.</summary>
    public bool IsValidationOnly { get; init; }
}
