using PimBot.Application.Alerts;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Activations;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Alerts;

/// <summary>Changes an alert in a turn, at once, and says what follows.</summary>
internal static class AlertChanges
{
    /// <summary>Dismisses or restores it.</summary>
    public static async Task<AlertOutcome> RunAsync(
        TurnContext context,
        AlertKey key,
        AlertChange change,
        string? reason,
        CancellationToken cancellation
    )
    {
        var command = new ChangeAlertCommand
        {
            Actor = context.Person.Id,
            Alert = key,
            Change = change,
            Reason = reason,
        };
        var (problem, _) = await RunAsync(context, command, cancellation);
        return new AlertOutcome(
            problem,
            problem is not null ? null
                : change is AlertChange.Dismiss ? AlertDoneWords.Dismissed(reason)
                : AlertDoneWords.Restored(reason)
        );
    }

    /// <summary>Sets when it warns.</summary>
    public static async Task<AlertOutcome> ConfigureAsync(
        TurnContext context,
        AlertView view,
        AlertForm form,
        string? reason,
        CancellationToken cancellation
    )
    {
        var command = new ChangeAlertCommand
        {
            Actor = context.Person.Id,
            Alert = view.Key,
            Change = AlertChange.Configure,
            Thresholds = form.Values,
            IsEnabled = form.IsEnabled,
            Reason = reason,
        };
        var (problem, after) = await RunAsync(context, command, cancellation);
        if (after is null)
        {
            return new AlertOutcome(problem);
        }

        var over = after.IsEnabled ? await AlertForecast.OverAsync(context.Work, view.Key, cancellation) : null;
        return new AlertOutcome(Done: AlertDoneWords.Saved(view.Alert, after, view.Incidents, over, reason));
    }

    private static async Task<(string? Problem, Alert? After)> RunAsync(
        TurnContext context,
        ChangeAlertCommand command,
        CancellationToken cancellation
    )
    {
        if (command.Reason?.Length > ActivationAsk.LongestJustification)
        {
            return ("That reason is too long: 1,000 characters at most.", null);
        }

        var decision = await ChangeAlert.RunAsync(context.Work, command, cancellation);
        return decision.IsAllowed ? (null, decision.Value) : (AlertFixing.Say(context, decision.Refusal, null), null);
    }
}
