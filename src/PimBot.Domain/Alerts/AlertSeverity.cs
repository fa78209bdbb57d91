namespace PimBot.Domain.Alerts;

/// <summary>How much an alert matters. Word of a high one goes out at once.</summary>
public enum AlertSeverity
{
    Low = 1,
    Medium = 2,
    High = 3,
}
