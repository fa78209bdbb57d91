using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Access.AsCode;

/// <summary>Writes how one alert is set.</summary>
internal static class DirectoryAlertWriter
{
    public static DirectoryNode Write(DirectoryAlert alert)
    {
        var definition = AlertDefinitions.Of(alert.Key.Kind);
        var members = new List<(string, DirectoryNode?)>
        {
            ("alert", DirectoryNodes.Text(definition.Id)),
            ("scope", definition.IsOfAzure ? DirectoryNodes.Text(alert.Key.Scope.Value) : null),
            ("enabled", DirectoryNodes.FlagUnless(usual: true, alert.IsEnabled)),
        };
        members.AddRange(
            definition.Thresholds.Select(t =>
                (
                    DirectoryAlertsReader.KeyOf(t.Name),
                    alert.Thresholds[t.Name] is { } v ? DirectoryNodes.Number(v) : null
                )
            )
        );
        return DirectoryNodes.Map([.. members]);
    }
}
