using System.Globalization;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Wording;

/// <summary>What a change of an alert did, and what follows from it. A reason is the person's own words, to be shown letter for letter.</summary>
internal static class AlertDoneWords
{
    public static string Dismissed(string? reason) =>
        $"Dismissed: it no longer counts as needing attention. “Restore” takes that back.{Why(reason)}";

    public static string Restored(string? reason) =>
        $"Restored: what it found counts as needing attention again.{Why(reason)}";

    /// <param name="before">The alert before the change.</param>
    /// <param name="after">And after it.</param>
    /// <param name="found">How many incidents it has until the next look.</param>
    /// <param name="over">How many of these the new numbers no longer cover; null: nobody knows yet.</param>
    /// <param name="reason">Why; null: not said.</param>
    public static string Saved(Alert before, Alert after, int found, int? over, string? reason)
    {
        var changes = after
            .Definition.Thresholds.Where(t => before.Thresholds[t.Name] != after.Thresholds[t.Name])
            .Select(t => $"{before.Thresholds[t.Name]} → {Count(after, t.Name)}");
        var switched = after.IsEnabled ? "switched on" : "switched off";
        var all = string.Join(", ", before.IsEnabled == after.IsEnabled ? changes : changes.Append(switched));
        var next = after.IsEnabled ? $" I look again within seconds{Over(found, over)}." : "";
        return $"{char.ToUpperInvariant(all[0])}{all[1..]}, saved.{next}{Why(reason)}";
    }

    private static string Over(int found, int? over) =>
        over is null or 0 ? ""
        : over == found ? ": then nothing of what is below is left"
        : string.Create(
            CultureInfo.InvariantCulture,
            $": then {over} of the {found} below {(over == 1 ? "is" : "are")} gone"
        );

    private static string Count(Alert alert, AlertThresholdName name)
    {
        var value = alert.Thresholds[name];
        return name switch
        {
            AlertThresholdName.Days => value == 1 ? "1 day" : $"{value} days",
            AlertThresholdName.Hours => value == 1 ? "1 hour" : $"{value} hours",
            AlertThresholdName.Percentage => $"{value} %",
            _ => $"{value}",
        };
    }

    private static string Why(string? reason) => reason is null ? "" : $" Your reason: {reason}";
}
