using System.Globalization;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Access.AsCode;

/// <summary>Compares how alerts are set. They are the file's: one that it lacks has its defaults again.</summary>
internal static class DirectoryAlertPlanner
{
    public static List<DirectoryEdit<DirectoryAlert>> Edits(DirectoryContents present, DirectoryContents wanted)
    {
        if (!wanted.HasAlerts)
        {
            return [];
        }

        var (before, after) = (present.Alerts.ToDictionary(a => a.Key), wanted.Alerts.ToDictionary(a => a.Key));
        var edits = new List<DirectoryEdit<DirectoryAlert>>();
        foreach (var key in after.Keys.Union(before.Keys))
        {
            var (known, next) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            var published = DirectoryAlert.Default(key);
            var details = Between(known ?? published, next ?? published);
            if (details.Count > 0)
            {
                edits.Add(new(known, next) { Details = details });
            }
        }

        return edits;
    }

    private static List<DirectoryDetail> Between(DirectoryAlert before, DirectoryAlert after)
    {
        var details = new List<DirectoryDetail>();
        if (before.IsEnabled != after.IsEnabled)
        {
            details.Add(new("looked for", YesNo(before.IsEnabled), YesNo(after.IsEnabled)));
        }

        details.AddRange(
            Enum.GetValues<AlertThresholdName>()
                .Where(name => before.Thresholds[name] != after.Thresholds[name])
                .Select(name => new DirectoryDetail(
                    DirectoryAlertsReader.KeyOf(name),
                    Value(before, name),
                    Value(after, name)
                ))
        );
        return details;
    }

    private static string Value(DirectoryAlert alert, AlertThresholdName name) =>
        alert.Thresholds[name]?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private static string YesNo(bool flag) => flag ? "yes" : "no";
}
