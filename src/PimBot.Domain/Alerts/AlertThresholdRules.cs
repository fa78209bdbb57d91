using System.Globalization;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Alerts;

/// <summary>Says which values an alert's thresholds may have. Pure.</summary>
public static class AlertThresholdRules
{
    /// <summary>Every value that is impossible, missing, or that the alert does not know; empty: all can be saved.</summary>
    public static IReadOnlyList<PolicyFault> Check(AlertDefinition definition, AlertThresholds values)
    {
        var faults = new List<PolicyFault>();
        foreach (var name in Enum.GetValues<AlertThresholdName>())
        {
            var threshold = definition.Thresholds.FirstOrDefault(t => t.Name == name);
            if (Words(threshold, name, values[name]) is { } words)
            {
                faults.Add(new PolicyFault(definition.Id, $"{name}Impossible", words));
            }
        }

        return faults;
    }

    private static string? Words(AlertThreshold? threshold, AlertThresholdName name, int? value) =>
        (threshold, value) switch
        {
            (null, null) => null,
            (null, _) => $"This alert has no {NameOf(name)} to set.",
            (_, { } given) when given >= threshold.Least && given <= threshold.Most => null,
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"The {NameOf(name)} must be a whole number from {threshold.Least} to {threshold.Most}."
            ),
        };

    private static string NameOf(AlertThresholdName name) =>
        name switch
        {
            AlertThresholdName.Days => "number of days",
            AlertThresholdName.Count => "number",
            AlertThresholdName.Percentage => "percentage",
            _ => "number of hours",
        };
}
