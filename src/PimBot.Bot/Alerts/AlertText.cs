using System.Globalization;
using System.Text.RegularExpressions;
using PimBot.Application.Alerts;
using PimBot.Bot.Commands;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Alerts;

/// <summary>Finds out which alert is meant, and which numbers are to be set: "stale accounts", "set alert stale accounts to 60 days".</summary>
internal static partial class AlertText
{
    /// <summary>All that the text may mean among what the person sees; empty: nothing.</summary>
    public static IReadOnlyList<AlertView> Find(AlertList list, string text)
    {
        var names = list
            .Alerts.Select(
                (view, i) =>
                    new NamedRole(
                        i.ToString(CultureInfo.InvariantCulture),
                        AlertWords.Title(view.Key.Kind),
                        [.. NamesOf(view)]
                    )
            )
            .ToList();
        IReadOnlyList<NamedRole> meant = RoleNames.Match(text, names) switch
        {
            RoleMatch.Exact exact => [exact.Role],
            RoleMatch.Ambiguous several => several.Roles,
            _ => [],
        };
        var found = meant.Select(name => list.Alerts[int.Parse(name.Key, CultureInfo.InvariantCulture)]).ToList();
        // One of the same name at several scopes: all of these are meant until a scope is named.
        return found is [var one] && one.Scope.Kind is not ScopeKind.Directory && !NamesScope(text, one)
            ? [.. list.Alerts.Where(a => a.Key.Kind == one.Key.Kind)]
            : found;
    }

    /// <summary>The text without what is to be set, and the numbers; the value of one that is not whole, or too long, is null.</summary>
    public static (string? Name, IReadOnlyList<(int? Value, string? Unit)> Numbers) Cut(string? text)
    {
        if (text is null)
        {
            return (null, []);
        }

        var numbers = Number()
            .Matches(text)
            .Select(m =>
                (
                    Whole(m.Groups["n"].ValueSpan),
                    m.Groups["u"] is { Success: true, Value: var unit } ? unit.ToUpperInvariant() : null
                )
            )
            .ToList();
        var name = Number().Replace(text, " ").Trim();
        return (name.Length == 0 ? null : name, numbers);
    }

    /// <summary>The thresholds with these numbers; null where one fits none.</summary>
    public static AlertThresholds? Apply(Alert alert, IReadOnlyList<(int? Value, string? Unit)> numbers)
    {
        var values = alert.Thresholds;
        foreach (var (value, unit) in numbers)
        {
            var name = NameOf(unit) ?? alert.Definition.Thresholds.FirstOrDefault()?.Name;
            if (name is not { } known || alert.Definition.Thresholds.All(t => t.Name != known))
            {
                return null;
            }

            values = values.With(known, value);
        }

        return values;
    }

    private static int? Whole(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static IEnumerable<string> NamesOf(AlertView view)
    {
        var aliases = AlertWords.Aliases(view.Key.Kind);
        return view.Scope.Kind is ScopeKind.Directory
            ? aliases
            : aliases.Concat(
                aliases.Prepend(AlertWords.Title(view.Key.Kind)).Select(name => $"{name} at {view.Scope.Name}")
            );
    }

    private static bool NamesScope(string text, AlertView view) =>
        text.Contains(view.Scope.Name, StringComparison.OrdinalIgnoreCase);

    private static AlertThresholdName? NameOf(string? unit) =>
        unit switch
        {
            null => null,
            "%" => AlertThresholdName.Percentage,
            _ when unit.StartsWith("PERCENT", StringComparison.Ordinal) => AlertThresholdName.Percentage,
            _ when unit.StartsWith("DAY", StringComparison.Ordinal) => AlertThresholdName.Days,
            _ when unit.StartsWith("HOUR", StringComparison.Ordinal) => AlertThresholdName.Hours,
            _ => AlertThresholdName.Count,
        };

    [GeneratedRegex(
        @"(?<![\w.,-])(to\s+|within\s+|more\s+than\s+|and\s+)*(?<n>[-−]?\d+([.,]\d+)*)\s*(?<u>%|percent|days?|hours?|times|people|owners|administrators)?(?!\w)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Number();
}
