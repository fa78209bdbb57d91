namespace PimBot.Domain.Reviews;

/// <summary>How often a review comes back, and until when. Without <see cref="Until"/> and <see cref="Count"/>: for ever.</summary>
public sealed record ReviewRecurrence
{
    public static readonly ReviewRecurrence Once = new() { Pattern = RecurrencePattern.OneTime };

    public required RecurrencePattern Pattern { get; init; }

    /// <summary>The last day, in the series' time zone, on which an occurrence may begin.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How many occurrences there are; at least 1.</summary>
    public int? Count { get; init; }
}
