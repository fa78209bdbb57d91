using PimBot.Application.Activations;
using PimBot.Bot.Cards;
using PimBot.Bot.Notifications;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>Shows or cancels a request of one's own. The answer is its card as it is then.</summary>
internal sealed class RequestActions(RequestCards cards) : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.ShowRequest, Cards.Verbs.CancelRequest];

    public bool OnlyShows(string verb) => verb == Cards.Verbs.ShowRequest;

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        if (action.Request() is not { } id)
        {
            return InvokeAnswer.Message("This card is broken. Say “my requests” to see your requests.");
        }

        var request = await context.Work.Requests.FindAsync(id, cancellation);
        if (action.Verb == Cards.Verbs.CancelRequest)
        {
            var decision = await CancelActivation.RunAsync(context.Work, id, context.Person.Id, cancellation);
            request = decision.Value ?? request;
        }

        if (request is null || request.Requester != context.Person.Id)
        {
            var refusal = Refusal.Because(ReasonCode.NotYours);
            return InvokeAnswer.Message(
                Refusals.Say(refusal, new RefusalContext(context.Now, context.Zone, "this role"))
            );
        }

        return await AnswerAsync(context, request, cancellation);
    }

    private async Task<InvokeAnswer> AnswerAsync(
        TurnContext context,
        ActivationRequest request,
        CancellationToken cancellation
    )
    {
        if (context.ClickedMessage is { } message)
        {
            var reference = People.PersonChats.ReferenceOf(context.Turn.Activity, context.Turn.TenantId);
            var sent = new SentCard(reference, message, context.Now);
            await SentCards.AddAsync(context.Work, request.Id, context.Person.Id, sent, cancellation);
        }

        var view = await RequestReader.ViewAsync(context.Work, request, cancellation);
        var card = await cards.ForRequesterAsync(context.Work, view, context.Zone, false, cancellation);
        return InvokeAnswer.Card(card.Refreshing(Cards.Verbs.ShowRequest, view, [context.ChannelUserId]).ToJson());
    }
}
