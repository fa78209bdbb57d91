using System.Globalization;

namespace PimBot.Bot.Commands;

/// <summary>
/// Finds a period of an assignment that begins at a token: "3 months", "a year", "15 days", "P90D". A month is 30 days
/// and a year 365, as PIM's own settings count them (P30D, P365D).
/// </summary>
internal static class PeriodScanner
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private static readonly TimeSpan Quarter = TimeSpan.FromDays(90);
    private static readonly TimeSpan HalfYear = TimeSpan.FromDays(180);
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Null when no period begins at <paramref name="at"/>; a faulty one ("0 days") is found, with what is wrong.</summary>
    public static (TimeSpan? Length, string? Fault, int Next)? Scan(IReadOnlyList<Token> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at].Kind is not TokenKind.Word)
        {
            return null;
        }

        return InMonths(tokens, at)
            ?? DurationScanner.Scan(tokens, at, DurationForms.WithUnits) switch
            {
                { Reading: DurationReading.Understood understood } found => (understood.Duration, null, found.Next),
                { Reading: DurationReading.Refused refused } found => (null, refused.Fault, found.Next),
                _ => ((TimeSpan?, string?, int)?)null,
            };
    }

    private static (TimeSpan? Length, string? Fault, int Next)? InMonths(IReadOnlyList<Token> tokens, int at)
    {
        if (Fused(tokens[at].Key) is { } fused)
        {
            return Of(fused.Number, fused.Unit, at + 1);
        }

        if (tokens[at].Is("half") && at + 2 < tokens.Count && tokens[at + 1].Is("a") && tokens[at + 2].Is("year"))
        {
            return (HalfYear, null, at + 3);
        }

        var number = tokens[at].Key is "a" or "an" or "the" ? 1 : DurationLexer.Number(tokens[at]);
        return number is { } many && at + 1 < tokens.Count && UnitOf(tokens[at + 1].Key) is { } unit
            ? Of(many, unit, at + 2)
            : null;
    }

    private static (TimeSpan? Length, string? Fault, int Next) Of(decimal number, TimeSpan unit, int next) =>
        DurationText.FromMinutes(number * (decimal)unit.TotalMinutes) switch
        {
            DurationReading.Understood understood => (understood.Duration, null, next),
            DurationReading.Refused refused => (null, refused.Fault, next),
            _ => (null, TimeFaults.NotADuration, next),
        };

    private static TimeSpan? UnitOf(string key) =>
        key switch
        {
            "month" or "months" or "mo" or "mos" or "mon" or "monts" or "mnths" => Month,
            "quarter" or "quarters" => Quarter,
            "year" or "years" or "yr" or "yrs" or "y" or "yaer" => Year,
            _ => null,
        };

    // "3mo", "1y", "P3M", "P1Y".
    private static (decimal Number, TimeSpan Unit)? Fused(string key)
    {
        var isIso = key.Length > 2 && key[0] == 'p';
        var digits = (isIso ? key[1..] : key).TakeWhile(char.IsAsciiDigit).Count();
        var from = isIso ? 1 : 0;
        if (
            digits is 0 or > 4
            || !int.TryParse(key.AsSpan(from, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            return null;
        }

        var rest = key[(from + digits)..];
        return (isIso && rest == "m" ? Month : UnitOf(rest)) is { } unit ? (number, unit) : null;
    }
}
