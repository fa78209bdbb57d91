using System.Collections.Frozen;
using PimBot.Domain.Access;

namespace PimBot.Bot.Commands;

/// <summary>
/// Reads what follows "assign", "remove" and the like: kind, period, start and reason in any order; what is left are the
/// names of a role, of a person or group, and of a place, cut at words such as "to", "from" and "at".
/// </summary>
internal sealed partial class AssignmentTextReader
{
    private static readonly FrozenSet<string> Separators = Set("to from for of at on in over into with onto as be");
    private static readonly FrozenSet<string> Idle = Set("the a an my");
    private static readonly FrozenSet<string> Eligible = Set("eligible eligibly eligable elligible eligble");
    private static readonly FrozenSet<string> Active = Set("active actively");
    private static readonly FrozenSet<string> EndlessWords = Set("forever indefinitely unlimited endless");
    private static readonly string[] Permanently = ["permanent", "permanently"];

    private readonly TypedText _typed;
    private readonly TextContext _context;
    private readonly bool _isNew;
    private readonly List<AskedPart> _parts = [];
    private readonly List<string> _notes = [];
    private AssignmentType? _type;
    private PeriodAsked? _period;
    private DateTimeOffset? _start;
    private bool _startsNow;
    private bool _startHasTime;
    private string? _reason;
    private (int From, int To)? _reasonAt;
    private string? _periodInReason;
    private string? _fault;
    private string _before = "";
    private int _from = -1;
    private int _at;

    private AssignmentTextReader(TypedText typed, int from, TextContext context, bool isNew = false)
    {
        _typed = typed;
        _context = context;
        _isNew = isNew;
        _at = from;
    }

    /// <param name="tail">What follows the command's words.</param>
    /// <param name="isNew">Whether it is about a new assignment, so that a start may be meant.</param>
    public static AssignmentAsked Read(CommandTail tail, bool isNew = false) =>
        new AssignmentTextReader(tail.Typed, tail.From, tail.Context, isNew).Read();

    /// <summary>An answer to "For how long?": "3 months", "permanent", "until 31 March", "31 March".</summary>
    public static AssignmentAsked Answer(string text, TextContext context)
    {
        var typed = Politeness.WithoutEnd(TypedText.Of(text));
        var asked = new AssignmentTextReader(typed, 0, context).Read();
        if (asked is not { Period: null, Fault: null, Parts.Count: 1 })
        {
            return asked;
        }

        var end = new AssignmentTextReader(TypedText.Of($"until {text}"), 0, context).Read();
        return end.Fault is AssignmentTimeFaults.NotADate ? asked : end;
    }

    private AssignmentAsked Read()
    {
        while (_at < _typed.Tokens.Count)
        {
            Next();
        }

        EndPart();
        ReadTail();
        if (_fault is null && _period?.EndFrom(_start ?? _context.Now) <= (_start ?? _context.Now))
        {
            _fault = TimeFaults.EndBeforeStart;
        }

        return new AssignmentAsked(_typed, _parts)
        {
            Type = _type,
            Period = _fault is null ? _period : null,
            Start = _fault is null ? _start : null,
            Justification = _reason,
            QuotesReason = _reasonAt is null && _reason is not null,
            PeriodInReason = _periodInReason,
            Fault = _fault is null ? null : AssignmentTimeFaults.Of(_fault),
            Notes = _notes,
        };
    }

    private void Next()
    {
        if (_typed.IsBreak(_at))
        {
            EndPart();
            (_before, _at) = ("", _at + 1);
        }
        else if (!TakeReason() && !TakeKind() && !TakePeriod() && !TakeUntil() && !TakeStart())
        {
            TakeWord();
        }
    }

    private void TakeWord()
    {
        var token = _typed.Tokens[_at];
        if (token.Kind is TokenKind.Word && Separators.Contains(token.Key))
        {
            EndPart();
            (_before, _at) = (token.Key, _at + 1);
        }
        else if (_from < 0 && token.Kind is TokenKind.Word && Idle.Contains(token.Key))
        {
            _at++;
        }
        else
        {
            _from = _from < 0 ? _at : _from;
            _at++;
            if (IsPossessive(token))
            {
                EndPart();
                _before = "'s";
            }
        }
    }

    private void EndPart()
    {
        if (_from >= 0)
        {
            _parts.Add(new AskedPart(_before, _from, _at));
            (_from, _before) = (-1, "");
        }
    }

    private static bool IsPossessive(Token token) =>
        token.Kind is TokenKind.Word && token.Key.EndsWith("'s", StringComparison.Ordinal);

    private bool TakeReason()
    {
        var from = Openers.SkipReason(_typed.Tokens, _at);
        if (from == _at || _reason is not null)
        {
            return false;
        }

        EndPart();
        var isQuoted = from < _typed.Tokens.Count && _typed.Tokens[from].Kind is TokenKind.Quoted;
        _at = isQuoted ? from + 1 : Segment.ProseEnd(_typed, from, isReason: true);
        _reasonAt = isQuoted ? null : (from, _at);
        _reason = _typed.Prose(from, _at);
        return true;
    }

    private bool TakeKind()
    {
        var token = _typed.Tokens[_at];
        if (token.Kind is not TokenKind.Word)
        {
            return false;
        }

        // "Active Directory" is the name of a thing.
        var isName = _at + 1 < _typed.Tokens.Count && _typed.Tokens[_at + 1].Is("directory");
        AssignmentType? kind =
            Eligible.Contains(token.Key) ? AssignmentType.Eligible
            : Active.Contains(token.Key) && !isName ? AssignmentType.Active
            : null;
        if (kind is null)
        {
            return false;
        }

        EndPart();
        _type = kind;
        (_before, _at) = ("", _at + 1);
        return true;
    }

    private bool TakePeriod()
    {
        var token = _typed.Tokens[_at];
        if (IsPermanently(token))
        {
            Take(PeriodAsked.Permanent, null, _at + 1);
            return true;
        }

        var at = token.Key is "for" or "by" ? Openers.SkipDuration(_typed.Tokens, _at + 1) : _at;
        // "Emergency access 1" is a name: without a word that leads to it, a period needs its own.
        if (PeriodScanner.Scan(_typed.Tokens, at) is not { } found)
        {
            return false;
        }

        Take(found.Length is { } length ? PeriodAsked.Lasting(length) : null, found.Fault, found.Next);
        return true;
    }

    private static bool IsPermanently(Token token) =>
        token.Kind is TokenKind.Word
        && (
            EndlessWords.Contains(token.Key)
            || (
                token.Key.StartsWith("per", StringComparison.Ordinal)
                && Array.Exists(Permanently, word => EditDistance.Within(token.Key, word, 2) is not null)
            )
        );

    private bool TakeUntil()
    {
        if (!Openers.OpensOnlyUntil(_typed.Tokens[_at]))
        {
            return false;
        }

        if (MomentScanner.Scan(_typed, _at + 1, opened: true) is { } found)
        {
            var end = Moment(found.Moment, MomentUse.End, TimeSpan.FromHours(24));
            Take(end is { } until ? PeriodAsked.Ending(until) : null, null, found.Next);
        }
        else
        {
            Take(null, AssignmentTimeFaults.NotADate, _typed.NextBreak(_at));
        }

        return true;
    }

    private bool TakeStart()
    {
        var token = _typed.Tokens[_at];
        if (
            !Openers.OpensStart(token)
            || token.Is("at")
            || MomentScanner.Scan(_typed, _at + 1, opened: true) is not { } found
            || found.Moment is { Day: null, IsNow: false, In: null, Fault: null }
        )
        {
            return false;
        }

        EndPart();
        var isToday = found.Moment is { Day: DayAsked.FromToday { Days: 0 }, Time: null };
        if (_start is not null || _startsNow)
        {
            _fault ??= TimeFaults.Twice;
        }

        _startHasTime = found.Moment.Time is not null;
        _startsNow = found.Moment.IsNow || isToday;
        _start = _startsNow ? null : Moment(found.Moment, MomentUse.Start, TimeSpan.Zero);
        (_before, _at) = ("", found.Next);
        return true;
    }

    private void Take(PeriodAsked? period, string? fault, int next)
    {
        EndPart();
        _fault ??= _period is not null ? TimeFaults.Twice : fault;
        _period = period;
        (_before, _at) = ("", next);
    }

    /// <summary>A day alone is enough for an assignment: it begins at its start, and ends at its end.</summary>
    private DateTimeOffset? Moment(MomentAsked asked, MomentUse use, TimeSpan whenDayAlone)
    {
        if (asked is { Fault: TimeFaults.TimeMissing, Time: null, Day: not null })
        {
            asked = asked with { Fault = null, Time = whenDayAlone };
        }

        switch (MomentResolver.Resolve(asked, use, _context.Now, _context.Now, _context.Zone))
        {
            case MomentReading.Understood read:
                _notes.AddRange(read.Notes.Where(n => n.Kind is not TimeNoteKind.MidnightEndsDay).Select(n => n.Words));
                return read.Moment;
            case MomentReading.Refused refused:
                _fault ??= refused.Fault;
                return null;
            default:
                return null;
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
