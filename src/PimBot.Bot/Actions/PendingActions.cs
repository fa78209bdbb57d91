using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Bot.Cards;
using PimBot.Bot.Handlers;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>Turns the pages of what waits, and cancels a request on one.</summary>
internal sealed class PendingActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.ShowPending, Cards.Verbs.CancelPending];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        string? done = null;
        if (action.Verb == Cards.Verbs.CancelPending)
        {
            if (action.Request() is not { } id)
            {
                return InvokeAnswer.Message("This card is broken. Say “pending” to see what waits.");
            }

            var refusal = await CancelAsync(context, id, cancellation);
            if (refusal?.Code is ReasonCode.UnknownRequest)
            {
                return InvokeAnswer.Message(Say(refusal, context));
            }

            done = refusal is null ? "The request is canceled." : Say(refusal, context);
        }

        var card = await PendingHandler.PageAsync(context, PendingCard.Page(action), done, cancellation);
        return InvokeAnswer.Card(card.ToJson());
    }

    private static async Task<Refusal?> CancelAsync(TurnContext context, RequestId id, CancellationToken cancellation)
    {
        if (await context.Work.Requests.FindAsync(id, cancellation) is not null)
        {
            var activation = await CancelActivation.RunAsync(context.Work, id, context.Person.Id, cancellation);
            return activation.IsAllowed ? null : activation.Refusal;
        }

        var assignment = await CancelAssignmentRequest.RunAsync(context.Work, id, context.Person.Id, cancellation);
        return assignment.IsAllowed ? null : assignment.Refusal;
    }

    private static string Say(Refusal refusal, TurnContext context) =>
        Refusals.Say(refusal, new RefusalContext(context.Now, context.Zone, "this role"));
}
