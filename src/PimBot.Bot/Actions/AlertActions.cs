using PimBot.Application.Alerts;
using PimBot.Bot.Alerts;
using PimBot.Bot.Cards;
using PimBot.Bot.Handlers;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;
using PimBot.Domain.Alerts;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>Shows alerts and turns their pages, dismisses and restores one, and sets when it warns.</summary>
internal sealed class AlertActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs =>
        [
            Cards.Verbs.ShowAlerts,
            Cards.Verbs.ScanAlerts,
            Cards.Verbs.ShowAlert,
            Cards.Verbs.DismissAlert,
            Cards.Verbs.RestoreAlert,
            Cards.Verbs.EditAlert,
            Cards.Verbs.SaveAlert,
        ];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        if (action.Verb is Cards.Verbs.ShowAlerts or Cards.Verbs.ScanAlerts)
        {
            return await ListAsync(context, action, cancellation);
        }

        if (action.Alert() is not { } key)
        {
            return Unknown(context);
        }

        return action.Verb switch
        {
            Cards.Verbs.ShowAlert => await ShowAsync(context, action, key, null, cancellation),
            Cards.Verbs.DismissAlert => await ChangeAsync(context, action, key, AlertChange.Dismiss, cancellation),
            Cards.Verbs.RestoreAlert => await ChangeAsync(context, action, key, AlertChange.Restore, cancellation),
            _ => await EditAsync(context, action, key, cancellation),
        };
    }

    private static async Task<InvokeAnswer> ListAsync(
        TurnContext context,
        CardAction action,
        CancellationToken cancellation
    )
    {
        if (await AlertReader.ListAsync(context.Work, context.Person.Id, cancellation) is not { } list)
        {
            return InvokeAnswer.Message(AlertFixing.Say(context, Refusal.Because(ReasonCode.NotAdministrator), null));
        }

        string? done = null;
        if (action.Verb == Cards.Verbs.ScanAlerts)
        {
            await RefreshAlerts.RunAsync(context.Work, context.Person.Id, cancellation);
            done = ScanHandler.Begun;
        }

        return InvokeAnswer.Card(AlertsCard.For(list, action.Page(), context.Zone, done).ToJson());
    }

    private static async Task<InvokeAnswer> ShowAsync(
        TurnContext context,
        CardAction action,
        AlertKey key,
        AlertOutcome? outcome,
        CancellationToken cancellation
    ) =>
        await AlertPages.CardAsync(context, key, action.Page(), outcome, cancellation) is { } card
            ? InvokeAnswer.Card(card.ToJson())
            : Unknown(context);

    private static async Task<InvokeAnswer> ChangeAsync(
        TurnContext context,
        CardAction action,
        AlertKey key,
        AlertChange change,
        CancellationToken cancellation
    )
    {
        var outcome = await AlertChanges.RunAsync(context, key, change, null, cancellation);
        return await ShowAsync(context, action, key, outcome, cancellation);
    }

    private static async Task<InvokeAnswer> EditAsync(
        TurnContext context,
        CardAction action,
        AlertKey key,
        CancellationToken cancellation
    )
    {
        if (await AlertReader.FindAsync(context.Work, context.Person.Id, key, cancellation) is not { } view)
        {
            return Unknown(context);
        }

        if (!view.Manages)
        {
            return InvokeAnswer.Message(AlertFixing.Say(context, Refusal.Because(ReasonCode.NotAdministrator), null));
        }

        if (action.Verb == Cards.Verbs.EditAlert)
        {
            return InvokeAnswer.Card(AlertSettingsCard.For(view, AlertForm.From(view.Alert)).ToJson());
        }

        var form = AlertForm.Read(action, view.Definition);
        var outcome = await AlertChanges.ConfigureAsync(context, view, form, null, cancellation);
        return outcome.Problem is { } problem
            ? InvokeAnswer.Card(AlertSettingsCard.For(view, form, [problem]).ToJson())
            : await ShowAsync(context, action, key, outcome, cancellation);
    }

    private static InvokeAnswer Unknown(TurnContext context) =>
        InvokeAnswer.Message(AlertFixing.Say(context, Refusal.Because(ReasonCode.UnknownAlert), null));
}
