namespace PimBot.Bot.Commands;

/// <summary>
/// What the end of a reason says of an assignment's time: "because of the project from 1 April 9:00 for 3 months". It may
/// as well belong to the reason.
/// </summary>
/// <param name="From">The first token of it.</param>
/// <param name="Words">The words for a period, exactly as they stand there; null: none.</param>
/// <param name="Period">The period.</param>
/// <param name="Start">A start that is still to come; null: none, or now.</param>
/// <param name="IsCertain">Whether it can only be the assignment's start: it says that something begins, and names the time.</param>
internal sealed record ReasonTail(int From, string? Words, PeriodAsked? Period, DateTimeOffset? Start, bool IsCertain);
