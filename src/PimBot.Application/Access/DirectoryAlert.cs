using PimBot.Domain.Alerts;

namespace PimBot.Application.Access;

/// <summary>How an alert is set, as a directory file says it.</summary>
/// <param name="Key">The alert.</param>
/// <param name="IsEnabled">Whether it is looked for at all.</param>
/// <param name="Thresholds">Every number that it has.</param>
public sealed record DirectoryAlert(AlertKey Key, bool IsEnabled, AlertThresholds Thresholds)
{
    /// <summary>An alert of which nothing was set.</summary>
    public static DirectoryAlert Default(AlertKey key) => new(key, true, AlertDefinitions.Of(key.Kind).Defaults);
}
