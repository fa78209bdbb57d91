using PimBot.Domain.Access;

namespace PimBot.Domain.Alerts;

/// <summary>What was decided about one alert. It is active while it has incidents and nobody dismissed it.</summary>
public sealed record Alert
{
    public required AlertKey Key { get; init; }

    /// <summary>False: nothing is looked for.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The thresholds that were set; null: the defaults hold.</summary>
    public AlertThresholds? Set { get; init; }

    /// <summary>When it was dismissed; null: it is not.</summary>
    public DateTimeOffset? DismissedAt { get; init; }

    public PersonId? DismissedBy { get; init; }

    /// <summary>When it last changed; null: never.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Compare-and-set number, kept by the store; 0: it is not stored yet.</summary>
    public long Version { get; init; }

    public AlertDefinition Definition => AlertDefinitions.Of(Key.Kind);

    public AlertThresholds Thresholds => Set ?? Definition.Defaults;

    public bool IsDismissed => DismissedAt is not null;

    /// <summary>An alert about which nothing was ever decided.</summary>
    public static Alert New(AlertKey key) => new() { Key = key };
}
