namespace PimBot.Bot.Commands;

/// <summary>
/// When and how long, as asked. At most one of <paramref name="Duration"/> and <paramref name="Until"/> is set; a null
/// <paramref name="Start"/> means as soon as possible. With a <paramref name="Fault"/> (a sentence that says what is
/// wrong and what to type) the other three are null, but for what is certain beside a start that is not.
/// </summary>
/// <param name="Duration">Whole minutes, more than zero.</param>
/// <param name="Start">After the moment of asking.</param>
/// <param name="Until">After the start, at least a minute.</param>
/// <param name="Notes">What should be said back because it could have meant something else.</param>
internal sealed record TimeAsked(
    TimeSpan? Duration,
    DateTimeOffset? Start,
    DateTimeOffset? Until,
    IReadOnlyList<TimeNote> Notes,
    string? Fault
)
{
    public static TimeAsked Refused(string fault) => new(null, null, null, [], fault);

    /// <summary>
    /// How long, in whole minutes rounded down so that access never outlasts the time asked for; null when neither an
    /// end nor a duration was given.
    /// </summary>
    public TimeSpan? LengthFrom(DateTimeOffset now) =>
        Duration ?? (Until is { } until ? TimeSpan.FromMinutes((long)(until - (Start ?? now)).TotalMinutes) : null);
}
