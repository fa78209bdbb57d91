namespace PimBot.Bot.Commands;

/// <summary>The sentences shown when a time can't be used. None repeats what was typed.</summary>
internal static class TimeFaults
{
    public const string NotADuration =
        "I could not read that as a duration. Try “2h”, “90 min” or “1 hour 30 minutes”.";
    public const string NotATime =
        "I could not read that as a time. Try “2 hours”, “until 17:00” or “tomorrow at 09:00”.";
    public const string NotAMoment =
        "I could not read that as a time of day. Try “17:00”, “tomorrow at 09:00” or “in 2 hours”.";
    public const string NotPositive = "A duration must be more than zero. Try “1h”.";
    public const string TooLong = "That duration is too long. Try hours, or days.";
    public const string WholeMinutes = "I work in whole minutes. Try “2 min” or “1h30”.";
    public const string NoMonths = "Months and years differ in length. Say it in days or hours.";
    public const string NoSuchTime = "There is no such time on the clock. Try “17:00” or “5 pm”.";
    public const string NoSuchDate = "There is no such date. Try “29 March 9:00” or “2026-03-29 09:00”.";
    public const string OtherWeekday = "That date is another day of the week. Name the date or the weekday.";
    public const string TooFar = "That date is too far away. Name one within the next ten years.";
    public const string SlashDate =
        "I can’t tell the day from the month there. Try “29 March 9:00” or “2026-03-29 09:00”.";
    public const string TimeMissing = "Tell me the time of day too, for example “tomorrow at 09:00”.";
    public const string OtherZone = "Give times in your own time zone or in UTC, for example “17:00” or “16:00 UTC”.";
    public const string Range = "Say “from 9:00 until 11:00” for a start and an end.";
    public const string Passed = "That time has already passed. Name one in the future.";
    public const string EndBeforeStart = "The end must be at least a minute after the start.";
    public const string DurationAndEnd = "Say either how long or until when, not both.";
    public const string Twice = "You gave two different times for the same thing. Say each one once.";
    public const string StartInReason =
        "Your reason ends with a time. Does access begin then? Say “now”, or say when: “tomorrow at 09:00”.";
    public const string DurationOrClock =
        "I can’t tell whether you mean how long or until when. Say “until 17:00” or “17 hours”.";

    /// <summary>Whether the fault is about when it begins, rather than about how long it lasts.</summary>
    public static bool ConcernsStart(string fault) =>
        fault
            is NotAMoment
                or NoSuchTime
                or NoSuchDate
                or OtherWeekday
                or TooFar
                or SlashDate
                or TimeMissing
                or OtherZone
                or Range
                or Passed
                or EndBeforeStart
                or Twice
                or StartInReason;
}
