using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>Somebody wants incidents of an alert fixed. It names things, and carries no authority.</summary>
public sealed record FixAlertCommand
{
    public required PersonId Actor { get; init; }

    public required AlertKey Alert { get; init; }

    /// <summary>Which incidents; null: all, at most <see cref="FixAlert.Most"/> at a time.</summary>
    public IReadOnlyCollection<Guid>? Incidents { get; init; }

    /// <summary>Of access from outside: whether it becomes an assignment instead of being removed.</summary>
    public bool IsAdoption { get; init; }

    /// <summary>Of an adoption: when the assignment ends; null: as late as the role's settings allow, or never.</summary>
    public DateTimeOffset? End { get; init; }

    public string? Justification { get; init; }

    /// <summary>Whether the actor proved by multi-factor authentication to be themselves.</summary>
    public bool IsVerified { get; init; }

    /// <summary>The decisions are the same, and nothing is changed or recorded.</summary>
    public bool IsValidationOnly { get; init; }
}
