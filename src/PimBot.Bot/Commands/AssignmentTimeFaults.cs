namespace PimBot.Bot.Commands;

/// <summary>The sentences shown when the time of an assignment can't be used. None repeats what was typed.</summary>
internal static class AssignmentTimeFaults
{
    public const string NotADate =
        "I could not read that as a date. Try “until 30 June”, “until 2026-06-30” or “for 3 months”.";
    public const string NotAPeriod =
        "I could not read that as a period. Try “3 months”, “15 days”, “until 30 June” or “permanent”.";
}
