using PimBot.Application.Activations;
using PimBot.Application.Approvals;
using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>Approve and Deny. The answer is the card as it is after the click: settled, or open with what was wrong.</summary>
internal sealed class ApprovalActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.Approve, Cards.Verbs.Deny];

    public bool WorksInGroups => true;

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        if (action.Request() is not { } id)
        {
            return InvokeAnswer.Message("This card is broken. Say “approvals” to see what waits for you.");
        }

        var verdict = action.Verb == Cards.Verbs.Approve ? Verdict.Approve : Verdict.Deny;
        var reason = action.Text(ApprovalCard.ReasonInput);
        var decision = await DecideActivation.RunAsync(
            context.Work,
            new DecideActivationCommand(id, context.Person.Id, verdict, reason),
            cancellation
        );
        var refusal = decision.Refusal;
        if (
            refusal is
            { Code: ReasonCode.UnknownRequest or ReasonCode.RequesterCannotDecide or ReasonCode.NotAnApprover }
        )
        {
            return InvokeAnswer.Message(Say(refusal, context, null));
        }

        var view = decision.IsAllowed
            ? await RequestReader.ViewAsync(context.Work, decision.Value, cancellation)
            : await RequestReader.ViewAsync(context.Work, id, cancellation);
        var problem = refusal is null ? null : Say(refusal, context, view);
        return InvokeAnswer.Card(ApprovalCard.For(view!, context.Zone, problem, reason).ToJson());
    }

    private static string Say(Refusal refusal, TurnContext context, RequestView? view) =>
        Refusals.Say(
            refusal,
            new RefusalContext(
                context.Now,
                context.Zone,
                view?.Role.Name ?? "this role",
                view?.Decider is { } decider ? [decider] : []
            )
        );
}
