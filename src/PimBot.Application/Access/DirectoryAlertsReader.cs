using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Access;

/// <summary>Reads how alerts are set. What an entry leaves out has the alert's default.</summary>
internal static class DirectoryAlertsReader
{
    private static readonly (AlertThresholdName Name, string Key)[] Thresholds =
    [
        (AlertThresholdName.Days, "days"),
        (AlertThresholdName.Count, "count"),
        (AlertThresholdName.Percentage, "percentage"),
        (AlertThresholdName.Hours, "hours"),
    ];

    private static readonly string[] Keys = ["alert", "scope", "enabled", .. Thresholds.Select(t => t.Key)];

    /// <summary>The file's word for a threshold.</summary>
    public static string KeyOf(AlertThresholdName name) => Thresholds.Single(t => t.Name == name).Key;

    public static IReadOnlyList<DirectoryAlert> Read(DirectoryCursor? section, DirectoryReading reading)
    {
        var alerts = new List<DirectoryAlert>();
        var lines = new Dictionary<AlertKey, int>();
        foreach (var item in section?.Items() ?? [])
        {
            if (DirectoryFields.Of(item, Keys) is not { } fields || Alert(item, fields, reading) is not { } alert)
            {
                continue;
            }

            if (lines.TryAdd(alert.Key, item.Line))
            {
                alerts.Add(alert);
            }
            else
            {
                item.Fault($"sets the same alert at the same scope as the entry in line {lines[alert.Key]}");
            }
        }

        return alerts;
    }

    private static DirectoryAlert? Alert(DirectoryCursor item, DirectoryFields fields, DirectoryReading reading)
    {
        var kind = fields.Required("alert")?.Word(DirectoryVocabulary.Alerts);
        var isEnabled = fields.Optional("enabled")?.Flag() ?? true;
        if (kind is not { } known)
        {
            return null;
        }

        var definition = AlertDefinitions.Of(known);
        var thresholds = Values(fields, definition);
        return Scope(item, fields, definition, reading) is { } scope
            ? new DirectoryAlert(new AlertKey(known, scope), isEnabled, thresholds)
            : null;
    }

    private static AlertThresholds Values(DirectoryFields fields, AlertDefinition definition)
    {
        var values = definition.Defaults;
        foreach (var (name, key) in Thresholds)
        {
            if (fields.Optional(key) is not { } at)
            {
                continue;
            }

            if (definition.Thresholds.FirstOrDefault(t => t.Name == name) is not { } threshold)
            {
                at.Fault($"is nothing that can be set for {definition.Id}");
            }
            else if (at.Number(threshold.Least, threshold.Most) is { } value)
            {
                values = values.With(name, value);
            }
        }

        return values;
    }

    // Those of directory roles and groups are the directory's; Azure's belong to one of Azure's scopes each.
    private static ScopeId? Scope(
        DirectoryCursor item,
        DirectoryFields fields,
        AlertDefinition definition,
        DirectoryReading reading
    )
    {
        var at = fields.Optional("scope");
        if (at is null)
        {
            if (!definition.IsOfAzure)
            {
                return ScopeId.Directory;
            }

            item.AtMissing("scope").Fault($"is missing: {definition.Id} is set for each of Azure's scopes");
            return null;
        }

        if (!reading.Scopes.TryFollow(at, out var id, out var scope))
        {
            return null;
        }

        if (scope is not null && definition.IsOfAzure != IsOfAzure(scope))
        {
            at.Fault(
                definition.IsOfAzure
                    ? $"{definition.Id} is about Azure's scopes, and {DirectoryWords.Quote(scope.Name)} is none"
                    : $"{definition.Id} is set for the whole directory: leave the scope out"
            );
            return null;
        }

        return new ScopeId(id);
    }

    private static bool IsOfAzure(Scope scope) => scope.Kind is not (ScopeKind.Directory or ScopeKind.Group);
}
