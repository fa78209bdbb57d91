namespace PimBot.Bot.Commands;

/// <summary>
/// Reads an answer to "For how long?": a duration ("2 hours", "90"), an end ("until 5pm", "5pm"), or both with a start
/// ("from tomorrow 9:00 until 11:00", "2h starting monday 08:30").
/// </summary>
internal static class TimeText
{
    /// <summary>"9:00" and later could be a length or a time of day, and is refused with both ways to say it.</summary>
    private static readonly TimeSpan DayClock = TimeSpan.FromHours(9);

    /// <summary>Never throws for a string of any content or length; what can't be read has a fault.</summary>
    public static TimeAsked Parse(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        switch (DurationText.Parse(text))
        {
            case DurationReading.Understood clock when text.Contains(':') && clock.Duration >= DayClock:
                return TimeAsked.Refused(TimeFaults.DurationOrClock);
            case DurationReading.Understood { Note: var note } alone:
                return new TimeAsked(alone.Duration, Start: null, Until: null, note is null ? [] : [note], Fault: null);
            case DurationReading.Refused { Fault: not TimeFaults.NotADuration } refused:
                return TimeAsked.Refused(refused.Fault);
        }

        return Clauses(text, now, zone);
    }

    private static TimeAsked Clauses(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var typed = Politeness.WithoutEnd(TypedText.Of(text));
        var clauses = new TimeClauses();
        for (var at = 0; at < typed.Tokens.Count; )
        {
            if (typed.IsBreak(at) || Openers.IsGlue(typed.Tokens[at]))
            {
                at++;
            }
            else if ((TimeClauseScanner.Opened(typed, at) ?? TimeClauseScanner.Bare(typed, at)) is { } clause)
            {
                clauses.Add(clause);
                at = clause.Next;
            }
            else
            {
                return TimeAsked.Refused(TimeFaults.NotATime);
            }
        }

        return clauses.Settle(now, zone, MomentUse.End) ?? TimeAsked.Refused(TimeFaults.NotATime);
    }
}
