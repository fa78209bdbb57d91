namespace PimBot.Bot.Commands;

/// <summary>What the end of a reason says of time.</summary>
internal sealed partial class AssignmentTextReader
{
    private const int LongestTail = 20;

    /// <summary>
    /// A start or a period at the end of the reason that was said nowhere else: a start that can be nothing else is read,
    /// with what stands beside it; everything else stays in the reason and is asked about.
    /// </summary>
    private void ReadTail()
    {
        if (_reasonAt is not var (from, to) || Tail(_typed.Until(to), from, to, _context) is not { } tail)
        {
            return;
        }

        if (!_isNew || tail.Start is null || _start is not null || _startsNow)
        {
            _periodInReason = _period is null ? tail.Words : null;
        }
        else if (!tail.IsCertain)
        {
            _fault ??= AssignmentTimeFaults.StartInReason;
        }
        else
        {
            (_start, _reason) = (tail.Start, _typed.Prose(from, tail.From));
            _period ??= tail.Period;
        }
    }

    private static ReasonTail? Tail(TypedText typed, int from, int to, TextContext context)
    {
        for (var at = Math.Max(from, to - LongestTail); at < to; at++)
        {
            var token = typed.Tokens[at];
            var opens = Openers.OpensDuration(token) || Openers.OpensOnlyUntil(token) || Openers.OpensStart(token);
            if ((opens || IsPermanently(token)) && new AssignmentTextReader(typed, at, context).Tail() is { } tail)
            {
                return tail;
            }
        }

        return null;
    }

    /// <summary>Null where anything but clauses about time, and a place after one, stands there.</summary>
    private ReasonTail? Tail()
    {
        var (from, isCertain, words) = (_at, true, (string?)null);
        while (_at < _typed.Tokens.Count && _fault is null)
        {
            var (at, saysBegins) = (_at, Openers.OpensOnlyStart(_typed.Tokens[_at]));
            if (TakePeriod() || TakeUntil())
            {
                words ??= _typed.Exactly(at, _at);
            }
            else if (TakeStart())
            {
                isCertain &= saysBegins && _startHasTime;
            }
            else if (_at > from && Openers.IsGlue(_typed.Tokens[_at]))
            {
                _at++;
            }
            else if (_at > from && Places.Begin(_typed, _at))
            {
                (isCertain, _at) = (false, _typed.Tokens.Count);
            }
            else
            {
                return null;
            }
        }

        return _fault is not null || (words is null && _start is null)
            ? null
            : new ReasonTail(from, words, _period, _start, isCertain);
    }
}
