namespace PimBot.Domain.Alerts;

/// <summary>The values of an alert's thresholds; null for those that it does not have.</summary>
public sealed record AlertThresholds
{
    public int? Days { get; init; }

    public int? Count { get; init; }

    public int? Percentage { get; init; }

    public int? Hours { get; init; }

    public int? this[AlertThresholdName name] =>
        name switch
        {
            AlertThresholdName.Days => Days,
            AlertThresholdName.Count => Count,
            AlertThresholdName.Percentage => Percentage,
            _ => Hours,
        };

    public AlertThresholds With(AlertThresholdName name, int? value) =>
        name switch
        {
            AlertThresholdName.Days => this with { Days = value },
            AlertThresholdName.Count => this with { Count = value },
            AlertThresholdName.Percentage => this with { Percentage = value },
            _ => this with { Hours = value },
        };
}
