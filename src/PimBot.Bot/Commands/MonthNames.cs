using System.Collections.Frozen;
using System.Globalization;

namespace PimBot.Bot.Commands;

/// <summary>The English names of months, whole and short, as people type them.</summary>
internal static class MonthNames
{
    /// <summary>In lower case, to the number of the month.</summary>
    public static readonly FrozenDictionary<string, int> All = Enumerable
        .Range(1, 12)
        .SelectMany(NamesOf, (month, name) => (Name: name.ToLowerInvariant(), Month: month))
        .Distinct()
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.Ordinal);

    private static IEnumerable<string> NamesOf(int month)
    {
        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        yield return names.GetMonthName(month);
        yield return names.GetAbbreviatedMonthName(month);
        if (month == 9)
        {
            yield return "sept";
        }
    }
}
