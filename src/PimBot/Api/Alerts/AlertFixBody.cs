using PimBot.Api.Answers;

namespace PimBot.Api.Alerts;

/// <summary>To fix incidents of an alert.</summary>
internal sealed record AlertFixBody
{
    /// <summary>Which incidents; all unless given, 100 at a time.</summary>
    public IReadOnlyList<string>? IncidentIds { get; init; }

    /// <summary>Of access from outside: whether it becomes an assignment instead of being removed.</summary>
    public bool IsAdoption { get; init; }

    /// <summary>Of an adoption: when the assignment ends; as late as the role's settings allow unless given.</summary>
    public DateTimeOffset? EndDateTime { get; init; }

    [LongestReason]
    public string? Justification { get; init; }

    /// <summary>Says what would be refused, and changes nothing.</summary>
    public bool IsValidationOnly { get; init; }
}
