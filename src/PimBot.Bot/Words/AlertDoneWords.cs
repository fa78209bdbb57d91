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
            .Select(t => Change(t.Name, $"{before.Thresholds[t.Name]}", $"{after.Thresholds[t.Name]}"));
        var all = string.Join(
            ", ",
            before.IsEnabled == after.IsEnabled ? changes : changes.Append(Switched(after.IsEnabled))
        );
        var next = after.IsEnabled ? $" I look again within seconds{Over(found, over)}." : "";
        return $"{char.ToUpperInvariant(all[0])}{all[1..]}, saved.{next}{Why(reason)}";
    }

    /// <summary>"30 → 60 days".</summary>
    public static string Change(AlertThresholdName name, string before, string after) =>
        $"{before} → {after}{Unit(name, after)}";

    public static string Switched(bool isEnabled) => isEnabled ? "switched on" : "switched off";

    private static string Unit(AlertThresholdName name, string number) =>
        name switch
        {
            AlertThresholdName.Days => number == "1" ? " day" : " days",
            AlertThresholdName.Hours => number == "1" ? " hour" : " hours",
            AlertThresholdName.Percentage => " %",
            _ => "",
        };

    private static string Over(int found, int? over) =>
        over is null or 0 ? ""
        : over == found ? ": then nothing of what is below is left"
        : string.Create(
            CultureInfo.InvariantCulture,
            $": then {over} of the {found} below {(over == 1 ? "is" : "are")} gone"
        );

    private static string Why(string? reason) => reason is null ? "" : $" Your reason: {reason}";
}
