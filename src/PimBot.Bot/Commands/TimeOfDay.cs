using System.Globalization;

namespace PimBot.Bot.Commands;

/// <summary>
/// A time of day: "17:00", "5pm", "5:30 p.m.", "noon", "midnight", and where a word before it says that a time follows
/// also "17", "9.30" and "9 o'clock". A clock of 24 hours unless am or pm is said.
/// </summary>
internal sealed record TimeOfDay(TimeSpan? Time, bool IsBareHour, string? Fault, int Next)
{
    /// <param name="typed">The whole text.</param>
    /// <param name="at">Where the time would begin.</param>
    /// <param name="needsWord">Whether an hour alone is not enough.</param>
    public static TimeOfDay? Scan(TypedText typed, int at, bool needsWord)
    {
        if (typed.IsBreak(at) || typed.Tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        var key = typed.Tokens[at].Key;
        if (key is "noon" or "midday")
        {
            return new(TimeSpan.FromHours(12), IsBareHour: false, Fault: null, at + 1);
        }

        if (key is "midnight")
        {
            return new(TimeSpan.FromHours(24), IsBareHour: false, Fault: null, at + 1);
        }

        return Digits(typed, at, needsWord);
    }

    private static TimeOfDay? Digits(TypedText typed, int at, bool needsWord)
    {
        var (clock, half) = SplitHalf(typed.Tokens[at].Key);
        var next = at + 1;
        if (half is null && next < typed.Tokens.Count && IsHalf(typed.Tokens[next].Key))
        {
            half = typed.Tokens[next].Key[..1];
            next++;
        }

        if (Clock(clock, allowPoint: !needsWord || half is not null) is not { } read)
        {
            return null;
        }

        if (read.Minutes is null && half is null)
        {
            return needsWord ? null : BareHour(typed, read.Hours, next);
        }

        return OnClock(read.Hours, read.Minutes ?? 0, read.Seconds, half, next);
    }

    private static TimeOfDay? BareHour(TypedText typed, int hours, int next)
    {
        if (next < typed.Tokens.Count && typed.Tokens[next].Key is "o'clock" or "oclock" or "uhr")
        {
            next++;
        }
        else if (!Openers.EndsClause(typed, next) && UtcOffset.Read(typed.Tokens[next].Key) is null)
        {
            return null;
        }

        return OnClock(hours, 0, 0, half: null, next) with
        {
            IsBareHour = hours is >= 1 and <= 12,
        };
    }

    private static TimeOfDay OnClock(int hours, int minutes, int seconds, string? half, int next)
    {
        if (half is not null && hours is >= 1 and <= 12)
        {
            hours = (hours % 12) + (half == "p" ? 12 : 0);
        }
        else if (half is not null && (hours == 0 || half == "a"))
        {
            return new(Time: null, IsBareHour: false, TimeFaults.NoSuchTime, next);
        }

        var time = new TimeSpan(hours, minutes, 0);
        var fault =
            minutes > 59 || time > TimeSpan.FromHours(24) ? TimeFaults.NoSuchTime
            : seconds != 0 ? TimeFaults.WholeMinutes
            : null;
        return new(fault is null ? time : null, IsBareHour: false, fault, next);
    }

    private static (string Clock, string? Half) SplitHalf(string key)
    {
        foreach (var half in (ReadOnlySpan<string>)["a.m", "p.m", "am", "pm"])
        {
            if (key.EndsWith(half, StringComparison.Ordinal) && key.Length > half.Length)
            {
                return (key[..^half.Length], half[..1]);
            }
        }

        return (key.EndsWith('h') && key.Contains(':') ? key[..^1] : key, null);
    }

    private static bool IsHalf(string key) => key is "am" or "pm" or "a.m" or "p.m";

    private static (int Hours, int? Minutes, int Seconds)? Clock(string text, bool allowPoint)
    {
        var separator = text.Contains(':') || !allowPoint ? ':' : '.';
        var parts = text.Split(separator);
        if (parts.Length > 3 || Part(parts[0], 1) is not { } hours)
        {
            return null;
        }

        int? minutes = null;
        if (parts.Length > 1 && (minutes = Part(parts[1], 2)) is null)
        {
            return null;
        }

        var seconds = 0;
        if (parts.Length > 2)
        {
            if (separator == '.' || Part(parts[2], 2) is not { } read)
            {
                return null;
            }

            seconds = read;
        }

        return (hours, minutes, seconds);
    }

    private static int? Part(string digits, int least) =>
        digits.Length >= least
        && digits.Length <= 2
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
