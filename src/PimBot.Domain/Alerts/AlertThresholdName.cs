namespace PimBot.Domain.Alerts;

/// <summary>The numbers by which an alert is triggered.</summary>
public enum AlertThresholdName
{
    /// <summary>Whole days without what is expected.</summary>
    Days = 1,

    /// <summary>How many there may be, or how often.</summary>
    Count = 2,

    /// <summary>Of all assignments, 0 to 100.</summary>
    Percentage = 3,

    /// <summary>The length of the time in which is counted, in whole hours.</summary>
    Hours = 4,
}
