namespace PimBot.Bot.Commands;

/// <summary>Finds a clause about time: "for 2h", "until 17:00", "from tomorrow 9:00", and bare "2h" or "5pm".</summary>
internal static class TimeClauseScanner
{
    /// <summary>
    /// The clause that begins at <paramref name="at"/>, whose opening word decides; null for other words, so that "for
    /// the migration" or "from home" stay what they are.
    /// </summary>
    public static TimeClause? Opened(TypedText typed, int at)
    {
        if (typed.IsBreak(at) || at + 1 >= typed.Tokens.Count)
        {
            return null;
        }

        var token = typed.Tokens[at];
        if (Openers.OpensStart(token) && IsRange(typed.Tokens[at + 1].Key, needsMinutes: false))
        {
            return new TimeClause.From(new MomentAsked { Fault = TimeFaults.Range }, at + 2);
        }

        if (Openers.OpensStart(token) && typed.Tokens[at + 1].Key is "yesterday" or "last")
        {
            return new TimeClause.From(new MomentAsked { Fault = TimeFaults.Passed }, EndOfClause(typed, at + 2));
        }

        return (Openers.OpensDuration(token) ? HowLong(typed, at + 1) : null)
            ?? (Openers.OpensUntil(token) ? Until(typed, at + 1) : null)
            ?? (Openers.OpensStart(token) ? From(typed, at) : null);
    }

    /// <summary>A duration or moment without an opening word.</summary>
    public static TimeClause? Bare(TypedText typed, int at)
    {
        if (typed.IsBreak(at))
        {
            return null;
        }

        if (DurationScanner.Scan(typed.Tokens, at, DurationForms.WithUnits) is { } duration)
        {
            return FromNow(typed, duration) ?? new TimeClause.HowLong(duration.Reading, duration.Next);
        }

        if (IsRange(typed.Tokens[at].Key, needsMinutes: true))
        {
            return new TimeClause.Bare(new MomentAsked { Fault = TimeFaults.Range }, at + 1);
        }

        return MomentScanner.Scan(typed, at, opened: false) is { } moment
            ? new TimeClause.Bare(moment.Moment, moment.Next)
            : null;
    }

    /// <summary>The end that an opener such as "until" promised and that can't be read, up to the next clause.</summary>
    public static TimeClause.Until? Unreadable(TypedText typed, int at)
    {
        if (!Openers.OpensOnlyUntil(typed.Tokens[at]))
        {
            return null;
        }

        return new(new MomentAsked { Fault = TimeFaults.NotAMoment }, EndOfClause(typed, at + 1));
    }

    /// <summary>Where a clause that can't be read ends: at a break, a reason or a label.</summary>
    private static int EndOfClause(TypedText typed, int next)
    {
        while (!typed.IsBreak(next) && !Openers.OpensReason(typed.Tokens[next]) && !Openers.IsLabel(typed.Tokens[next]))
        {
            next++;
        }

        return next;
    }

    /// <summary>"9:00-11:00", and "9-11" after a word such as "from": recognised, so that it isn't taken for a reason.</summary>
    private static bool IsRange(string key, bool needsMinutes)
    {
        var ends = key.Split('-');
        return ends.Length == 2 && Array.TrueForAll(ends, IsClock);

        bool IsClock(string end) =>
            TypedText.Of(end) is { Tokens.Count: 1 } typed && TimeOfDay.Scan(typed, 0, needsMinutes) is { Fault: null };
    }

    /// <summary>"2 hours from now" is a start, not a duration.</summary>
    private static TimeClause? FromNow(TypedText typed, ScannedDuration duration)
    {
        var (tokens, next) = (typed.Tokens, duration.Next);
        if (next + 1 >= tokens.Count || !tokens[next].Is("from") || !tokens[next + 1].Is("now"))
        {
            return null;
        }

        var moment = duration.Reading is DurationReading.Understood understood
            ? new MomentAsked { In = understood.Duration }
            : new MomentAsked { Fault = ((DurationReading.Refused)duration.Reading).Fault };
        return new TimeClause.From(moment, next + 2);
    }

    private static TimeClause? HowLong(TypedText typed, int from)
    {
        var at = Openers.SkipDuration(typed.Tokens, from);
        if (DurationScanner.Scan(typed.Tokens, at, DurationForms.All) is { } scanned)
        {
            return new TimeClause.HowLong(scanned.Reading, scanned.Next);
        }

        return
            !typed.IsBreak(at)
            && Openers.EndsClause(typed, at + 1)
            && DurationText.BareNumber(typed.Tokens[at]) is { } reading
            ? new TimeClause.HowLong(reading, at + 1)
            : null;
    }

    private static TimeClause? Until(TypedText typed, int at)
    {
        if (!typed.IsBreak(at) && (typed.Tokens[at].Is("at") || typed.Tokens[at].Is("by")))
        {
            at++;
        }

        return MomentScanner.Scan(typed, at, opened: true) is { } moment
            ? new TimeClause.Until(moment.Moment, moment.Next)
            : null;
    }

    private static TimeClause? From(TypedText typed, int at)
    {
        at++;
        while (!typed.IsBreak(at) && typed.Tokens[at].Key is "from" or "at" or "of")
        {
            at++;
        }

        return MomentScanner.Scan(typed, at, opened: true) is { } moment
            ? new TimeClause.From(moment.Moment, moment.Next)
            : null;
    }
}
