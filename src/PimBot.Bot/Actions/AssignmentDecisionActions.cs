using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Notifications;
using PimBot.Bot.People;
using PimBot.Bot.Turns;
using PimBot.Bot.Verification;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>An administrator decides on a holder's wish, or confirms what touches an emergency account. The answer is the card as it is then.</summary>
internal sealed class AssignmentDecisionActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs =>
        [Cards.Verbs.ShowDecision, Cards.Verbs.ApproveAssignment, Cards.Verbs.DenyAssignment];

    public bool OnlyShows(string verb) => verb == Cards.Verbs.ShowDecision;

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        if (action.Request() is not { } id)
        {
            return InvokeAnswer.Message("This card is broken. Say “pending” to see what waits.");
        }

        var view = await AssignmentRequestReader.ViewAsync(context.Work, id, cancellation);
        var right = view is null
            ? AdministrationRight.None
            : await AdministratorRights.OverAsync(context.Work, context.Person.Id, view.Request.Access, cancellation);
        if (
            view is not null
            && right is AdministrationRight.None
            && await FirstAsync(context, view, cancellation) is { } first
        )
        {
            return InvokeAnswer.Card(first.ToJson());
        }

        // An unknown request and one of another's scope are answered alike.
        if (view is null || right is AdministrationRight.None)
        {
            return InvokeAnswer.Message(Say(Refusal.Because(ReasonCode.UnknownRequest), context, null));
        }

        return action.Verb == Cards.Verbs.ShowDecision
            ? await ShowAsync(context, view, cancellation)
            : await DecideAsync(context, action, view, cancellation);
    }

    /// <summary>Who was asked because nobody active could decide is told what to activate; null for everybody else.</summary>
    private static async Task<AdaptiveCard?> FirstAsync(
        TurnContext context,
        AssignmentRequestView view,
        CancellationToken cancellation
    )
    {
        var asked = await SentCards.HoldersAsync(context.Work, view.Request.Id, cancellation);
        return
            asked.Contains(context.Person.Id)
            && await AdministratorRights.ActivatableAsync(
                context.Work,
                context.Person.Id,
                view.Request.Access,
                cancellation
            )
                is { } role
            ? NoticeCard.For(
                $"Activate {role.Role.Name} first",
                "Only who holds the right at this moment can decide. After that, say “pending” to see what waits for you.",
                CardParts.Command(
                    $"Activate {SafeText.Clean(role.Role.Name, 60)}",
                    $"activate {role.Role.Name} at {role.Scope.Name}"
                ),
                CardParts.Command("Pending", "pending")
            )
            : null;
    }

    private static async Task<InvokeAnswer> ShowAsync(
        TurnContext context,
        AssignmentRequestView view,
        CancellationToken cancellation
    )
    {
        if (context.ClickedMessage is { } message)
        {
            var reference = PersonChats.ReferenceOf(context.Turn.Activity, context.Turn.TenantId);
            var sent = new SentCard(reference, message, context.Now);
            await SentCards.AddAsync(context.Work, view.Request.Id, context.Person.Id, sent, cancellation);
        }

        return InvokeAnswer.Card(AssignmentDecisionCard.For(view, context.Zone).ToJson());
    }

    private static async Task<InvokeAnswer> DecideAsync(
        TurnContext context,
        CardAction action,
        AssignmentRequestView view,
        CancellationToken cancellation
    )
    {
        var form = new AssignmentDecisionForm(
            action.Text(AssignmentDecisionCard.KindInput),
            action.Text(AssignmentDecisionCard.PeriodInput),
            action.Text(AssignmentDecisionCard.OtherInput),
            action.Text(AssignmentDecisionCard.ReasonInput)
        );
        var (instead, problem) = form.Read(view.Request.Ask, context.Now, context.Zone);
        var verdict = action.Verb == Cards.Verbs.ApproveAssignment ? Verdict.Approve : Verdict.Deny;
        if (problem is not null && verdict is Verdict.Approve)
        {
            return InvokeAnswer.Card(AssignmentDecisionCard.For(view, context.Zone, problem, form).ToJson());
        }

        var decision = await DecideAssignmentRequest.RunAsync(
            context.Work,
            new DecideAssignmentRequestCommand(
                view.Request.Id,
                context.Person.Id,
                verdict,
                form.Reason,
                instead,
                await AdministratorVerification.IsVerifiedAsync(context, cancellation)
            ),
            cancellation
        );
        var now = decision.IsAllowed
            ? await AssignmentRequestReader.ViewAsync(context.Work, decision.Value, cancellation)
            : view;
        var refusal = decision.IsAllowed ? null : Say(decision.Refusal, context, now);
        return InvokeAnswer.Card(AssignmentDecisionCard.For(now, context.Zone, refusal, form).ToJson());
    }

    private static string Say(Refusal refusal, TurnContext context, AssignmentRequestView? view) =>
        Refusals.Say(
            refusal,
            new RefusalContext(
                context.Now,
                context.Zone,
                view?.Role.Name ?? "this role",
                view?.Decider is { } decider ? [decider] : []
            )
            {
                Assignee = view?.Assignee.Name,
            }
        );
}
