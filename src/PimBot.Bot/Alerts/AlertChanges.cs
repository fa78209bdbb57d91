using PimBot.Application.Alerts;
using PimBot.Bot.Turns;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Alerts;

/// <summary>Changes an alert in a turn.</summary>
internal static class AlertChanges
{
    /// <returns>Why nothing changed; null: it did.</returns>
    public static Task<string?> RunAsync(
        TurnContext context,
        AlertKey key,
        AlertChange change,
        CancellationToken cancellation
    ) =>
        RunAsync(
            context,
            new ChangeAlertCommand
            {
                Actor = context.Person.Id,
                Alert = key,
                Change = change,
            },
            cancellation
        );

    /// <inheritdoc cref="RunAsync(TurnContext, AlertKey, AlertChange, CancellationToken)"/>
    public static Task<string?> ConfigureAsync(
        TurnContext context,
        AlertKey key,
        AlertForm form,
        CancellationToken cancellation
    ) =>
        RunAsync(
            context,
            new ChangeAlertCommand
            {
                Actor = context.Person.Id,
                Alert = key,
                Change = AlertChange.Configure,
                Thresholds = form.Values,
                IsEnabled = form.IsEnabled,
            },
            cancellation
        );

    private static async Task<string?> RunAsync(
        TurnContext context,
        ChangeAlertCommand command,
        CancellationToken cancellation
    )
    {
        var decision = await ChangeAlert.RunAsync(context.Work, command, cancellation);
        return decision.IsAllowed ? null : AlertFixing.Say(context, decision.Refusal, null);
    }
}
