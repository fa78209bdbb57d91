using System.Globalization;

namespace PimBot.Bot.Commands;

/// <summary>
/// Reads what follows "start review": set phrases, a duration, an end and a start in any order; what is left are the
/// names of a role, of a place ("at …"), of reviewers ("by …") and of their fallback ("otherwise …").
/// </summary>
internal sealed class ReviewTextReader
{
    private readonly TypedText _typed;
    private readonly TextContext _context;
    private readonly List<string> _names = [];
    private readonly List<string> _fallback = [];
    private readonly List<string> _unread = [];
    private ReviewAsked _asked = new();
    private Slot _slot;
    private int _from = -1;
    private int _at;

    private ReviewTextReader(TypedText typed, int from, Slot slot, TextContext context) =>
        (_typed, _at, _slot, _context) = (typed, from, slot, context);

    private enum Slot
    {
        Role,
        Place,
        Names,
        Fallback,
        Nothing,
    }

    public static ReviewAsked Read(CommandTail tail) =>
        new ReviewTextReader(tail.Typed, tail.From, Slot.Role, tail.Context).Read();

    /// <summary>A change of what was said before: "for 7 days, every month, without reasons".</summary>
    public static ReviewAsked Change(string text, TextContext context) =>
        new ReviewTextReader(Politeness.WithoutEnd(TypedText.Of(text)), 0, Slot.Nothing, context).Read();

    /// <summary>An answer to "Who reviews?": "members", "their managers", "Bob and Carol".</summary>
    public static ReviewAsked Reviewers(string text, TextContext context) =>
        new ReviewTextReader(Politeness.WithoutEnd(TypedText.Of(text)), 0, Slot.Names, context).Read();

    private ReviewAsked Read()
    {
        while (_at < _typed.Tokens.Count)
        {
            Next();
        }

        EndPart();
        return _asked with
        {
            Names = _names.Count == 0 ? _asked.Names : _names,
            FallbackNames = _fallback.Count == 0 ? _asked.FallbackNames : _fallback,
            Unread = _unread.Count == 0 ? null : string.Join(", ", _unread),
        };
    }

    private void Next()
    {
        if (_typed.IsBreak(_at))
        {
            EndPart();
            _slot = _slot is Slot.Role or Slot.Place && HasRole ? Slot.Nothing : _slot;
            _at++;
        }
        else if (!TakePhrase() && !TakeDays() && !TakeTimes() && !TakeUntil() && !TakeStart() && !TakeSlot())
        {
            _from = _from < 0 ? _at : _from;
            _at++;
        }
    }

    private bool HasRole => _asked.RoleText is not null;

    /// <summary>"Eligible Exchange Administrator": the role may still follow.</summary>
    private Slot AfterSetting => _slot is Slot.Role && !HasRole ? Slot.Role : Slot.Nothing;

    private bool TakePhrase()
    {
        var found = ReviewVocabulary
            .All.Where(phrase => StandsHere(phrase.Words))
            .OrderByDescending(phrase => phrase.Words.Length)
            .FirstOrDefault();
        // "Active Directory" is the name of a thing.
        if (found.Words is null || (found.Words is ["active"] && IsAt(_at + 1, "directory")))
        {
            return false;
        }

        EndPart();
        _asked = found.Set(_asked);
        (_at, _slot) = (_at + found.Words.Length, AfterSetting);
        return true;
    }

    private bool StandsHere(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsAt(_at + i, words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAt(int at, string word) => at < _typed.Tokens.Count && _typed.Tokens[at].Is(word);

    private bool TakeDays()
    {
        var at = _typed.Tokens[_at].Key is "for" ? Openers.SkipDuration(_typed.Tokens, _at + 1) : _at;
        if (PeriodScanner.Scan(_typed.Tokens, at) is not { } found)
        {
            return false;
        }

        EndPart();
        var whole = found.Length is { } length && length > TimeSpan.Zero && length.Ticks % TimeSpan.TicksPerDay == 0;
        _asked = whole
            ? _asked with
            {
                Days = (int)Math.Min(found.Length!.Value.TotalDays, int.MaxValue),
            }
            : Faulty("Give whole days, such as “14 days” or “2 weeks”.", ReviewAskedPart.Days);
        (_at, _slot) = (found.Next, AfterSetting);
        return true;
    }

    /// <summary>"4 times", "after 4 reviews".</summary>
    private bool TakeTimes()
    {
        var at = IsAt(_at, "after") ? _at + 1 : _at;
        if (
            at + 1 >= _typed.Tokens.Count
            || !int.TryParse(_typed.Tokens[at].Key, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || _typed.Tokens[at + 1].Key is not ("times" or "time" or "occurrences" or "reviews" or "rounds")
        )
        {
            return false;
        }

        EndPart();
        _asked = _asked with { Count = count };
        (_at, _slot) = (at + 2, AfterSetting);
        return true;
    }

    private bool TakeUntil()
    {
        if (!Openers.OpensOnlyUntil(_typed.Tokens[_at]))
        {
            return false;
        }

        EndPart();
        _slot = AfterSetting;
        if (MomentScanner.Scan(_typed, _at + 1, opened: true) is not { } found || found.Moment.Day is null)
        {
            _asked = Faulty(AssignmentTimeFaults.NotADate, ReviewAskedPart.End);
            _at = _typed.NextBreak(_at);
            return true;
        }

        var end = Moment(found.Moment, MomentUse.End);
        _asked = end is { } until
            ? _asked with
            {
                Until = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(until, _context.Zone).DateTime),
            }
            : _asked;
        _at = found.Next;
        return true;
    }

    private bool TakeStart()
    {
        var token = _typed.Tokens[_at];
        if (
            !Openers.OpensStart(token)
            || token.Key is "at" or "on" or "as"
            || MomentScanner.Scan(_typed, _at + 1, opened: true) is not { } found
            || found.Moment is { Day: null, IsNow: false, In: null, Fault: null }
        )
        {
            return false;
        }

        EndPart();
        _asked = _asked with { Start = found.Moment.IsNow ? null : Moment(found.Moment, MomentUse.Start) };
        (_at, _slot) = (found.Next, AfterSetting);
        return true;
    }

    /// <summary>A word that says what kind of name follows.</summary>
    private bool TakeSlot()
    {
        var key = _typed.Tokens[_at].Key;
        var isList = _slot is Slot.Names or Slot.Fallback;
        Slot? next = key switch
        {
            "of" or "for" when !HasRole && _from < 0 => Slot.Role,
            "at" or "in" or "on" or "over" when _slot is Slot.Role or Slot.Place && (_from >= 0 || HasRole) =>
                Slot.Place,
            "by" or "reviewers" or "reviewer" => Slot.Names,
            "fallback" or "otherwise" or "else" => Slot.Fallback,
            "and" or "or" or "with" when isList || _from < 0 => _slot,
            "reviewed" or "the" or "a" or "an" or "is" or "are" or "role" or "to" when _from < 0 => _slot,
            _ => null,
        };
        if (next is not { } slot)
        {
            return false;
        }

        EndPart();
        (_slot, _at) = (slot, _at + 1);
        return true;
    }

    /// <summary>The first fault is the one that is said.</summary>
    private ReviewAsked Faulty(string fault, ReviewAskedPart? part) =>
        _asked.Fault is null ? _asked with { Fault = fault, FaultIn = part } : _asked;

    private void EndPart()
    {
        if (_from < 0)
        {
            return;
        }

        var words = _typed.Exactly(_from, _at);
        _from = -1;
        switch (_slot)
        {
            case Slot.Role when !HasRole:
                _asked = _asked with { RoleText = words };
                break;
            case Slot.Place when _asked.PlaceText is null:
                _asked = _asked with { PlaceText = words };
                break;
            case Slot.Names:
                _names.Add(words);
                break;
            case Slot.Fallback:
                _fallback.Add(words);
                break;
            default:
                _unread.Add(words);
                break;
        }
    }

    /// <summary>A day alone is enough: it begins, or ends, with it.</summary>
    private DateTimeOffset? Moment(MomentAsked asked, MomentUse use)
    {
        if (asked is { Fault: TimeFaults.TimeMissing, Time: null, Day: not null })
        {
            asked = asked with
            {
                Fault = null,
                Time = use is MomentUse.End ? new TimeSpan(23, 59, 0) : TimeSpan.FromHours(8),
            };
        }

        switch (MomentResolver.Resolve(asked, use, _context.Now, _context.Now, _context.Zone))
        {
            case MomentReading.Understood read:
                return read.Moment;
            case MomentReading.Refused refused:
                _asked = Faulty(refused.Fault, use is MomentUse.End ? ReviewAskedPart.End : null);
                return null;
            default:
                return null;
        }
    }
}
