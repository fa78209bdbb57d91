namespace PimBot.Api.Reviews;

/// <summary>Until when (Graph's <c>recurrenceRange</c>).</summary>
/// <param name="Type"><c>noEnd</c>, <c>endDate</c> or <c>numbered</c>.</param>
internal sealed record RecurrenceEnd(string Type)
{
    /// <summary>The last day on which an occurrence may begin.</summary>
    public DateOnly? EndDate { get; init; }

    public int? NumberOfOccurrences { get; init; }

    /// <summary>The IANA id of the zone in which occurrences keep their local time; missing: UTC.</summary>
    public string? RecurrenceTimeZone { get; init; }
}
