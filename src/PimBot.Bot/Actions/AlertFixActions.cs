using PimBot.Application.Alerts;
using PimBot.Bot.Alerts;
using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>Asks to confirm a fix of incidents, and carries it out. Authority and facts are looked up at each click; what changed since the card was shown must be confirmed anew.</summary>
internal sealed class AlertFixActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.AskAlertFix, Cards.Verbs.ConfirmAlertFix];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        var view = action.Alert() is { } key
            ? await AlertReader.FindAsync(context.Work, context.Person.Id, key, cancellation)
            : null;
        if (view is null)
        {
            return Message(context, ReasonCode.UnknownAlert);
        }

        if (!view.Manages)
        {
            return Message(context, ReasonCode.NotAdministrator);
        }

        if (action.Incidents() is { Count: 0 })
        {
            return InvokeAnswer.Message("Choose first what is meant.");
        }

        var (trial, problem) = await AlertFixing.RunAsync(
            context,
            view,
            action.Incidents(),
            action.IsAdoption(),
            action.Text(AlertFixCard.ReasonInput),
            isTrial: true,
            cancellation
        );
        if (trial is null)
        {
            return InvokeAnswer.Message(problem!);
        }

        return action.Verb == Cards.Verbs.AskAlertFix
            ? InvokeAnswer.Card(AlertFixCard.For(trial, null).ToJson())
            : await ConfirmAsync(context, action, trial, cancellation);
    }

    private static async Task<InvokeAnswer> ConfirmAsync(
        TurnContext context,
        CardAction action,
        AlertFixView trial,
        CancellationToken cancellation
    )
    {
        var reason = action.Text(AlertFixCard.ReasonInput);
        if (action.Seen() != trial.Seen)
        {
            const string Changed = "What was found changed since you looked. Look again, then confirm.";
            return InvokeAnswer.Card(AlertFixCard.For(trial, reason, Changed).ToJson());
        }

        if (AlertFixing.NeedsReason(trial) && reason is null)
        {
            return InvokeAnswer.Card(AlertFixCard.For(trial, reason, "Give the reason.").ToJson());
        }

        var (done, problem) = await AlertFixing.RunAsync(
            context,
            trial.View,
            action.Incidents(),
            trial.IsAdoption,
            reason,
            isTrial: false,
            cancellation
        );
        return done is null ? InvokeAnswer.Message(problem!) : InvokeAnswer.Card(AlertFixCard.Done(done).ToJson());
    }

    private static InvokeAnswer Message(TurnContext context, ReasonCode code) =>
        InvokeAnswer.Message(AlertFixing.Say(context, Refusal.Because(code), null));
}
