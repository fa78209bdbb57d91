using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Notifications;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>End now, and Extend, of a running activation of one's own.</summary>
internal sealed class GrantActions(RequestCards cards) : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.EndGrant, Cards.Verbs.ExtendGrant];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        var grant = action.Grant() is { } id ? await context.Work.Grants.FindAsync(id, cancellation) : null;
        if (grant is null || grant.Person != context.Person.Id)
        {
            return InvokeAnswer.Message(Say(Refusal.Because(ReasonCode.NotActive), context, "This role"));
        }

        return action.Verb == Cards.Verbs.EndGrant
            ? await EndAsync(context, grant, cancellation)
            : await ExtendAsync(context, grant, cancellation);
    }

    private async Task<InvokeAnswer> EndAsync(TurnContext context, Grant grant, CancellationToken cancellation)
    {
        var decision = await EndActivation.RunAsync(context.Work, grant.Id, context.Person.Id, cancellation);
        if (!decision.IsAllowed && decision.Refusal.Code is not ReasonCode.NotActive)
        {
            var role = await context.Work.Directory.FindRoleAsync(grant.Access.Role, cancellation);
            return InvokeAnswer.Message(Say(decision.Refusal, context, role?.Name ?? "This role"));
        }

        var view = await RequestReader.ViewAsync(context.Work, new RequestId(grant.Id.Value), cancellation);
        if (view is null)
        {
            return InvokeAnswer.Message("It has ended.");
        }

        context.Work.Tell(NoticeKind.RequestRefreshed, context.Person.Id, view.Request.Id, $"ended/{context.Turn.Key}");
        var ended = view with { Grant = decision.Value ?? view.Grant };
        var card = await cards.ForRequesterAsync(context.Work, ended, context.Zone, false, cancellation);
        return InvokeAnswer.Card(card.ToJson());
    }

    private static async Task<InvokeAnswer> ExtendAsync(
        TurnContext context,
        Grant grant,
        CancellationToken cancellation
    )
    {
        var subject = await ActivationSubject.FindAsync(
            context.Work,
            context.Person.Id,
            grant.Access,
            grant.Id,
            cancellation
        );
        if (subject is null || !grant.IsActiveAt(context.Now))
        {
            return InvokeAnswer.Message(Say(Refusal.Because(ReasonCode.NotActive), context, "This role"));
        }

        var nothingYet = new ActivationDialogState { Id = "" };
        return await ActivationDialog.CheckAsync(context, nothingYet, subject, cancellation) is { } obstacle
            ? InvokeAnswer.Message(Say(obstacle, context, subject.Role.Name))
            : InvokeAnswer.Card(ActivationFormCard.For(subject, ActivationForm.Empty).ToJson());
    }

    private static string Say(Refusal refusal, TurnContext context, string role) =>
        Refusals.Say(refusal, new RefusalContext(context.Now, context.Zone, role));
}
