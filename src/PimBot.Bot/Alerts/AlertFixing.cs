using PimBot.Application.Alerts;
using PimBot.Bot.Handlers;
using PimBot.Bot.Turns;
using PimBot.Bot.Verification;
using PimBot.Bot.Wording;
using PimBot.Domain.Alerts;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Alerts;

/// <summary>Tries or carries out a fix in a turn, and puts what the doors say into words.</summary>
internal static class AlertFixing
{
    /// <param name="context">The turn.</param>
    /// <param name="view">The alert, as the person sees it.</param>
    /// <param name="incidents">Which incidents; null: all.</param>
    /// <param name="isAdoption">Whether access from outside is adopted.</param>
    /// <param name="reason">Why; null: not said.</param>
    /// <param name="isTrial">Whether nothing is to be changed.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>What became of it, or why nothing did.</returns>
    public static async Task<(AlertFixView? Fixed, string? Problem)> RunAsync(
        TurnContext context,
        AlertView view,
        IReadOnlyCollection<Guid>? incidents,
        bool isAdoption,
        string? reason,
        bool isTrial,
        CancellationToken cancellation
    )
    {
        var decision = await FixAlert.RunAsync(
            context.Work,
            new FixAlertCommand
            {
                Actor = context.Person.Id,
                Alert = view.Key,
                Incidents = incidents,
                IsAdoption = isAdoption,
                // On a trial the reason is still to be given.
                Justification = isTrial ? reason ?? "trial" : reason,
                IsVerified = await AdministratorVerification.IsVerifiedAsync(context, cancellation),
                IsValidationOnly = isTrial,
            },
            cancellation
        );
        if (!decision.IsAllowed)
        {
            return (null, Say(context, decision.Refusal, null));
        }

        var outcomes = decision.Value.Outcomes;
        var seen = await AlertReader.ViewAsync(context.Work, [.. outcomes.Select(o => o.Incident)], cancellation);
        return (
            new AlertFixView(
                view,
                isAdoption,
                incidents is null,
                [
                    .. outcomes.Zip(
                        seen,
                        (o, s) => (s, o.Refusal is null ? null : Say(context, o.Refusal, s), o.IsWaiting)
                    ),
                ],
                decision.Value.HasMore
            ),
            null
        );
    }

    /// <param name="context">The turn.</param>
    /// <param name="refusal">What was refused.</param>
    /// <param name="about">The incident that it is about; null: the alert, so that no role is spoken of.</param>
    public static string Say(TurnContext context, Refusal refusal, AlertIncidentView? about) =>
        refusal.Code is ReasonCode.NotAdministrator && about is null
            ? OnlyAdministrators.Usual
            : Refusals.Say(
                refusal,
                new RefusalContext(context.Now, context.Zone, about?.Role?.Name ?? "this role")
                {
                    Assignee = about?.Whom?.Name,
                }
            );

    /// <summary>Whether every fix needs a reason, so that it is asked for.</summary>
    public static bool NeedsReason(AlertFixView view) => view.IsAdoption;

    /// <summary>Whether there is something that a fix does about this alert.</summary>
    public static bool CanFix(AlertKind kind) => AlertDefinitions.Of(kind).Fix is not AlertFix.None;
}
