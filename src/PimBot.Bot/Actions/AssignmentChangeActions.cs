using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Handlers;
using PimBot.Bot.Turns;
using PimBot.Bot.Verification;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>
/// Asks to confirm a change of an assignment, makes it, or leaves all as it is. Authority and facts are looked up at each
/// click; what changed since the card was shown is said, and must be confirmed anew.
/// </summary>
internal sealed class AssignmentChangeActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs =>
        [Cards.Verbs.AskChange, Cards.Verbs.ConfirmChange, Cards.Verbs.KeepAssignment];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        var view = action.Assignment() is { } id
            ? await AssignmentViewReader.FindAsync(context.Work, id, cancellation)
            : null;
        if (action.Verb == Cards.Verbs.KeepAssignment)
        {
            return await KeepAsync(context, action, view, cancellation);
        }

        var right = view is null
            ? AdministrationRight.None
            : await AdministratorRights.OverAsync(
                context.Work,
                context.Person.Id,
                view.Assignment.Access,
                cancellation
            );
        if (view is null || right is AdministrationRight.None || AssignmentChangeCard.Form(action) is not { } form)
        {
            return InvokeAnswer.Message(Say(Refusal.Because(ReasonCode.UnknownAssignment), context, null));
        }

        if (right is not AdministrationRight.Manage)
        {
            return InvokeAnswer.Message(Say(Refusal.Because(ReasonCode.NotAdministrator), context, view));
        }

        view = await GroupAccessReader.WithGroupsAsync(context.Work, view, cancellation);
        var policy = await context.Work.Directory.PolicyAsync(view.Assignment.Access, cancellation);
        var role = await WizardReader.RoleAsync(context.Work, context.Person.Id, view.Assignment.Access, cancellation);
        return action.Verb == Cards.Verbs.AskChange
            ? InvokeAnswer.Card(AssignmentChangeCard.For(view, policy, form, context.Zone, role: role).ToJson())
            : await ConfirmAsync(context, action, view, policy, form, cancellation);
    }

    private static async Task<InvokeAnswer> ConfirmAsync(
        TurnContext context,
        CardAction action,
        AssignmentView view,
        RolePolicy policy,
        AssignmentChangeForm form,
        CancellationToken cancellation
    )
    {
        InvokeAnswer Again(string problem) =>
            InvokeAnswer.Card(AssignmentChangeCard.For(view, policy, form, context.Zone, problem).ToJson());

        if (!AssignmentChangeCard.IsAsSeen(action, view))
        {
            var now = AssignmentRequestText.Now(view.Assignment, context.Now, context.Zone);
            return Again($"This changed since you looked: {view.Assignee.Name} is {now}. Look again, then confirm.");
        }

        var (command, problem) = form.Read(view, context.Person.Id, context.Now, context.Zone);
        if (command is null)
        {
            return Again(problem!);
        }

        var isVerified = await AdministratorVerification.IsVerifiedAsync(context, cancellation);
        var order = command with { IsVerified = isVerified };
        var decision = await ChangeAssignment.RunAsync(context.Work, order, cancellation);
        if (!decision.IsAllowed)
        {
            return Again(Say(decision.Refusal, context, view));
        }

        var done = await AssignmentRequestReader.ViewAsync(context.Work, decision.Value, cancellation);
        return InvokeAnswer.Card(AssignmentCard.For(done, context.Person.Id, context.Zone).ToJson());
    }

    /// <summary>Back to the page from which it was asked for.</summary>
    private static async Task<InvokeAnswer> KeepAsync(
        TurnContext context,
        CardAction action,
        AssignmentView? view,
        CancellationToken cancellation
    )
    {
        if (
            AssignmentChangeCard.Page(action) is { } number
            && view is not null
            && await MembersPages.ReadAsync(context, view.Role.Id, null, number, cancellation) is { } page
        )
        {
            return InvokeAnswer.Card(MembersCard.For(page, context.Now, context.Zone).ToJson());
        }

        return InvokeAnswer.Card(NoticeCard.For("Stopped", "Nothing has changed.").ToJson());
    }

    private static string Say(Refusal refusal, TurnContext context, AssignmentView? view) =>
        Refusals.Say(
            refusal,
            new RefusalContext(context.Now, context.Zone, view?.Role.Name ?? "this role")
            {
                Assignee = view?.Assignee.Name,
            }
        );
}
