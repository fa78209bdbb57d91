namespace PimBot.Bot.Commands;

/// <summary>A unit of time, in minutes, or the reason why it can't be used.</summary>
internal readonly record struct DurationUnit(decimal Minutes, string? Fault)
{
    public static DurationUnit? Of(string word) =>
        word switch
        {
            "m" or "min" or "mins" or "minute" or "minutes" or "minuets" or "mintues" or "minuts" => new(1, null),
            "h" or "hr" or "hrs" or "hour" or "hours" or "huors" or "hous" or "houres" => new(60, null),
            "d" or "day" or "days" => new(1_440, null),
            "w" or "wk" or "wks" or "week" or "weeks" => new(10_080, null),
            "s" or "sec" or "secs" or "second" or "seconds" => new(1, TimeFaults.WholeMinutes),
            "month" or "months" or "year" or "years" or "yr" or "yrs" => new(1, TimeFaults.NoMonths),
            _ => null,
        };
}
