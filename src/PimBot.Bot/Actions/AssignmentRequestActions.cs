using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>Takes back one's own order or wish about an assignment that waits. The answer is its card as it is then.</summary>
internal sealed class AssignmentRequestActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.CancelAssignment];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        if (
            action.Request() is not { } id
            || await context.Work.AssignmentRequests.FindAsync(id, cancellation) is not { } request
            || request.CreatedBy != context.Person.Id
        )
        {
            return InvokeAnswer.Message(
                Refusals.Say(
                    Refusal.Because(ReasonCode.NotYours),
                    new RefusalContext(context.Now, context.Zone, "this role")
                )
            );
        }

        var decision = await CancelAssignmentRequest.RunAsync(context.Work, id, context.Person.Id, cancellation);
        var view = await AssignmentRequestReader.ViewAsync(context.Work, decision.Value ?? request, cancellation);
        return InvokeAnswer.Card(AssignmentCard.Settled(view, context.Zone).ToJson());
    }
}
