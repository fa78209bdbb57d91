namespace PimBot.Application.Alerts;

/// <summary>What is done with an alert as a whole.</summary>
public enum AlertChange
{
    Dismiss = 1,
    Restore = 2,

    /// <summary>Its thresholds are set.</summary>
    Configure = 3,
}
