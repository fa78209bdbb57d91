using PimBot.Domain.Policies;

namespace PimBot.Bot.Wording;

/// <summary>Why an alert could not be changed, or an incident not be fixed, and the way out.</summary>
internal static class AlertRefusals
{
    public static string Say(ReasonCode code, Refusal refusal) =>
        code switch
        {
            ReasonCode.UnknownAlert => "There is no such alert that you may see. Say “alerts” to see which.",
            ReasonCode.UnknownIncident => "That was settled meanwhile. Say “alerts” to see what is left.",
            ReasonCode.AlertNotActive =>
                "There is nothing to dismiss: this alert found nothing, or is dismissed already.",
            ReasonCode.AlertNotDismissed => "This alert is not dismissed, so there is nothing to restore.",
            ReasonCode.AlertThresholdImpossible => refusal.Faults.Count == 0
                ? "These numbers are not possible. Change them and save again."
                : string.Join(' ', refusal.Faults.Select(f => f.Words)),
            ReasonCode.AlertHasNoFix => "This can’t be done about this alert. Open it to see what can.",
            ReasonCode.OutsideAccessOfEmergencyAccount =>
                "This is an emergency account, which is never taken away by one person alone. Adopt it instead: another administrator confirms that.",
            ReasonCode.RemovalOrderedAlready => "This is being taken away already.",
            _ => "This is no longer so. Nothing was changed.",
        };
}
