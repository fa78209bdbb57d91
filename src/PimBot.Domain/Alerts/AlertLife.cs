using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Alerts;

/// <summary>Every change of an alert, as pure functions. The right to make it is checked by the caller.</summary>
public static class AlertLife
{
    /// <summary>Its incidents are known and taken as they are. Only what is active can be dismissed.</summary>
    public static Decision<Alert> Dismiss(Alert alert, int incidents, PersonId by, DateTimeOffset now) =>
        incidents == 0 || alert.IsDismissed
            ? Refusal.Because(ReasonCode.AlertNotActive)
            : alert with
            {
                DismissedAt = now,
                DismissedBy = by,
                ChangedAt = now,
            };

    /// <summary>A dismissal is taken back.</summary>
    public static Decision<Alert> Restore(Alert alert, DateTimeOffset now) =>
        alert.IsDismissed
            ? alert with
            {
                DismissedAt = null,
                DismissedBy = null,
                ChangedAt = now,
            }
            : Refusal.Because(ReasonCode.AlertNotDismissed);

    /// <summary>Other thresholds hold from the next scan on, or nothing is looked for any more.</summary>
    public static Decision<Alert> Configure(Alert alert, AlertThresholds thresholds, bool isEnabled, DateTimeOffset now)
    {
        if (AlertThresholdRules.Check(alert.Definition, thresholds) is { Count: > 0 } faults)
        {
            return Refusal.Because(ReasonCode.AlertThresholdImpossible) with { Faults = faults };
        }

        return thresholds == alert.Thresholds && isEnabled == alert.IsEnabled
            ? Refusal.Because(ReasonCode.NothingToChange)
            : alert with
            {
                Set = thresholds,
                IsEnabled = isEnabled,
                ChangedAt = now,
            };
    }

    /// <summary>
    /// What a scan makes of it: a dismissed alert is active again when new incidents were found (PIM's rule), and forgets
    /// its dismissal when none is left.
    /// </summary>
    /// <param name="alert">The alert as it was.</param>
    /// <param name="opened">How many new incidents were found.</param>
    /// <param name="left">How many there are now.</param>
    /// <param name="now">The present.</param>
    public static Alert AfterScan(Alert alert, int opened, int left, DateTimeOffset now) =>
        alert.IsDismissed && (opened > 0 || left == 0)
            ? alert with
            {
                DismissedAt = null,
                DismissedBy = null,
                ChangedAt = now,
            }
            : alert;
}
