namespace PimBot.Bot.Commands;

/// <summary>Collects the clauses about time of one text and settles what they mean together.</summary>
internal sealed class TimeClauses
{
    private readonly List<TimeNote> _notes = [];
    private DurationReading? _duration;
    private MomentAsked? _start;
    private MomentAsked? _end;
    private MomentAsked? _bare;
    private string? _fault;

    public bool IsEmpty => _duration is null && _start is null && _end is null && _bare is null && _fault is null;

    /// <summary>Whether it was said when it begins, be it now.</summary>
    public bool SaysStart => _start is not null || _bare is not null;

    /// <summary>Two clauses for the same thing are a fault: which of them counts is for the person to say.</summary>
    public void Add(TimeClause clause)
    {
        var twice = clause switch
        {
            TimeClause.HowLong => _duration is not null,
            TimeClause.From => _start is not null,
            TimeClause.Until => _end is not null,
            _ => _bare is not null,
        };
        if (twice)
        {
            _fault ??= TimeFaults.Twice;
            return;
        }

        switch (clause)
        {
            case TimeClause.HowLong howLong:
                _duration = howLong.Reading;
                break;
            case TimeClause.From from:
                _start = from.Moment;
                break;
            case TimeClause.Until until:
                _end = until.Moment;
                break;
            case TimeClause.Bare bare:
                _bare = bare.Moment;
                break;
        }
    }

    /// <summary>Null when nothing was said about time.</summary>
    /// <param name="now">The moment of asking.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="bareUse">What a moment alone means; beside a duration it is always the start.</param>
    public TimeAsked? Settle(DateTimeOffset now, TimeZoneInfo zone, MomentUse bareUse)
    {
        if (IsEmpty)
        {
            return null;
        }

        PlaceBare(bareUse);
        if (_duration is not null && _end is not null)
        {
            _fault ??= TimeFaults.DurationAndEnd;
        }

        var duration = Duration();
        var start = Moment(_start, MomentUse.Start, now, now, zone);
        var end = Moment(_end, MomentUse.End, start ?? now, now, zone);
        if (end is not null && end - (start ?? now) < TimeSpan.FromMinutes(1))
        {
            _fault ??= TimeFaults.EndBeforeStart;
        }

        return _fault is null
            ? new TimeAsked(duration, _start is { IsNow: true } ? null : start, end, _notes, Fault: null)
            : TimeAsked.Refused(_fault);
    }

    private void PlaceBare(MomentUse use)
    {
        if (_bare is null)
        {
            return;
        }

        var isStart = _start is null && (use == MomentUse.Start || _duration is not null || _end is not null);
        if (isStart)
        {
            _start = _bare;
        }
        else if (_end is null)
        {
            _end = _bare;
        }
        else
        {
            _fault ??= TimeFaults.Twice;
        }
    }

    private TimeSpan? Duration()
    {
        switch (_duration)
        {
            case DurationReading.Refused refused:
                _fault ??= refused.Fault;
                return null;
            case DurationReading.Understood { Note: { } note } understood:
                _notes.Add(note);
                return understood.Duration;
            case DurationReading.Understood understood:
                return understood.Duration;
            default:
                return null;
        }
    }

    private DateTimeOffset? Moment(
        MomentAsked? asked,
        MomentUse use,
        DateTimeOffset reference,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        if (asked is null)
        {
            return null;
        }

        switch (MomentResolver.Resolve(asked, use, reference, now, zone))
        {
            case MomentReading.Refused refused:
                _fault ??= refused.Fault;
                return null;
            case MomentReading.Understood read:
                _notes.AddRange(read.Notes);
                return read.Moment;
            default:
                return null;
        }
    }
}
