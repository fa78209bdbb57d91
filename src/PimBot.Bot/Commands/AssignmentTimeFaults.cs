namespace PimBot.Bot.Commands;

/// <summary>The sentences shown when the time of an assignment can't be used. None repeats what was typed.</summary>
internal static class AssignmentTimeFaults
{
    public const string NotADate =
        "I could not read that as a date. Try “until 31 March”, “until 2026-03-31” or “for 3 months”.";
    public const string NotAPeriod =
        "I could not read that as a period. Try “for 3 months”, “15 days”, “until 31 March” or “permanent”.";
    public const string NoSuchDate =
        "There is no such date: that month has no such day. Try “until 31 March”, “for 3 months” or “permanent”.";
    public const string StartInReason =
        "Your reason ends with a date. Does it begin then? Say from when and for how long: “from 1 April for 3 months”, or “now for 3 months”.";

    /// <summary>What is wrong with a time, said with examples that fit an assignment; those of activations are hours.</summary>
    public static string Of(string fault) =>
        fault switch
        {
            TimeFaults.NoSuchDate => NoSuchDate,
            TimeFaults.NotADuration or TimeFaults.NoMonths => NotAPeriod,
            TimeFaults.NotATime or TimeFaults.NotAMoment => NotADate,
            TimeFaults.NotPositive => "A period must be longer than nothing. Try “15 days” or “for 3 months”.",
            TimeFaults.TooLong => "That period is too long. Try “for 1 year”, “until 31 March” or “permanent”.",
            TimeFaults.WholeMinutes => "I work in whole minutes. Try “15 days” or “for 3 months”.",
            TimeFaults.NoSuchTime => "There is no such time on the clock. Try “until 31 March 17:00”.",
            TimeFaults.SlashDate => "I can’t tell the day from the month there. Try “31 March” or “2026-03-31”.",
            TimeFaults.OtherZone =>
                "Give times in your own time zone or in UTC, for example “until 31 March 17:00” or “until 31 March 16:00 UTC”.",
            TimeFaults.Range => "Say “from 1 April until 30 June” for a start and an end.",
            TimeFaults.EndBeforeStart => "The end must come after the start. Try “from 1 April until 30 June”.",
            _ => fault,
        };
}
