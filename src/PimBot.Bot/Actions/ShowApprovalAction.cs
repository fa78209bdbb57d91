using PimBot.Application.Activations;
using PimBot.Bot.Cards;
using PimBot.Bot.Notifications;
using PimBot.Bot.People;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>
/// Shows a request to somebody who may decide it, or was asked to, as it is now. Clients call it by themselves for the
/// approvers named in a card; the answer is seen by the one who asked only.
/// </summary>
internal sealed class ShowApprovalAction : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.ShowApproval];

    public bool WorksInGroups => true;

    public bool OnlyShows(string verb) => true;

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        var view = action.Request() is { } id ? await RequestReader.ViewAsync(context.Work, id, cancellation) : null;
        if (view is null || !await IsForAsync(context, view, cancellation))
        {
            return Refuse(view, context);
        }

        var reader = context.Person.Id;
        if (context is { ClickedMessage: { } message, Turn.IsPersonal: true })
        {
            var reference = PersonChats.ReferenceOf(context.Turn.Activity, context.Turn.TenantId);
            var sent = new SentCard(reference, message, context.Now);
            await SentCards.AddAsync(context.Work, view.Request.Id, reader, sent, cancellation);
        }

        var card = ApprovalCard
            .For(view, context.Zone)
            .Refreshing(Cards.Verbs.ShowApproval, view, [context.ChannelUserId]);
        return InvokeAnswer.Card(card.ToJson());
    }

    private static async Task<bool> IsForAsync(TurnContext context, RequestView view, CancellationToken cancellation) =>
        view.Request.Asked.Contains(context.Person.Id)
        || await RequestReader.MayDecideAsync(context.Work, view.Request, context.Person.Id, cancellation);

    /// <summary>An unknown request and somebody else's are answered alike.</summary>
    private static InvokeAnswer Refuse(RequestView? view, TurnContext context)
    {
        var isOwn = view?.Request.Requester == context.Person.Id;
        if (!isOwn && !context.Turn.IsPersonal)
        {
            return InvokeAnswer.Message("Only an approver of this role can decide, and you are not one.");
        }

        var refusal = Refusal.Because(isOwn ? ReasonCode.RequesterCannotDecide : ReasonCode.UnknownRequest);
        return InvokeAnswer.Message(Refusals.Say(refusal, new RefusalContext(context.Now, context.Zone, "this role")));
    }
}
