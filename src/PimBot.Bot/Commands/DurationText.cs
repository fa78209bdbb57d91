using System.Globalization;
using PimBot.Bot.Wording;

namespace PimBot.Bot.Commands;

/// <summary>
/// Reads a duration that stands alone, such as the answer to "For how long?": <c>2h</c>, <c>90 min</c>, <c>1h30</c>,
/// <c>1.5 hours</c>, <c>1:30</c>, <c>PT1H45M</c>, <c>half an hour</c>, <c>2 days</c>. A number without a unit is hours up
/// to 24 and minutes above, with a note. Everything <see cref="Words.Duration"/> writes is read back exactly.
/// </summary>
internal static class DurationText
{
    /// <summary>Ten years of 365 days. A longer one is refused here; what a role allows is its policy's matter.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3_650);

    private const decimal MostHoursAssumed = 24;

    /// <summary>Never throws for a string of any content or length.</summary>
    public static DurationReading Parse(string text)
    {
        var tokens = Politeness.WithoutEnd(TypedText.Of(text)).Tokens;
        var at = Openers.SkipDuration(tokens, 0);
        if (DurationScanner.Scan(tokens, at, DurationForms.All) is { } scanned && scanned.Next == tokens.Count)
        {
            return scanned.Reading;
        }

        return at == tokens.Count - 1 && BareNumber(tokens[at]) is { } reading
            ? reading
            : new DurationReading.Refused(TimeFaults.NotADuration);
    }

    /// <summary>Null when the token isn't a number without unit.</summary>
    public static DurationReading? BareNumber(Token token)
    {
        if (DurationLexer.Number(token) is not { } number)
        {
            return null;
        }

        var hours = number <= MostHoursAssumed;
        var reading = FromMinutes(hours ? number * 60 : number);
        if (reading is not DurationReading.Understood understood)
        {
            return reading;
        }

        var typed = number.ToString("0.##########", CultureInfo.InvariantCulture);
        var words = $"I took “{typed}” as {Words.Duration(understood.Duration)}.";
        return understood with { Note = new TimeNote(hours ? TimeNoteKind.Hours : TimeNoteKind.Minutes, words) };
    }

    /// <summary>Refuses what is not a whole number of minutes from one to <see cref="Longest"/>.</summary>
    public static DurationReading FromMinutes(decimal minutes)
    {
        var fault = minutes switch
        {
            <= 0 => TimeFaults.NotPositive,
            _ when minutes > (decimal)Longest.TotalMinutes => TimeFaults.TooLong,
            _ when minutes != decimal.Truncate(minutes) => TimeFaults.WholeMinutes,
            _ => null,
        };
        return fault is null
            ? new DurationReading.Understood(TimeSpan.FromMinutes((long)minutes), Note: null)
            : new DurationReading.Refused(fault);
    }
}
