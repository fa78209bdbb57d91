using System.Globalization;
using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Handlers;
using PimBot.Bot.Turns;
using PimBot.Bot.Verification;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>Turns the pages of a role's members, and makes a whole role permanent.</summary>
internal sealed class MembersActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.ShowMembers, Cards.Verbs.ConfirmRolePermanent];

    public Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation) =>
        action.Verb == Cards.Verbs.ShowMembers
            ? ShowAsync(context, action, cancellation)
            : MakePermanentAsync(context, action, cancellation);

    private static async Task<InvokeAnswer> ShowAsync(
        TurnContext context,
        CardAction action,
        CancellationToken cancellation
    )
    {
        var access = action.Access() ?? action.Chosen();
        var page = (access?.Role ?? action.Role()) is { } role
            ? await MembersPages.ReadAsync(context, role, access?.Scope, PageOf(action), cancellation)
            : null;
        return page is null
            ? InvokeAnswer.Message("There is no such role whose members you may see. Say “members” to see which.")
            : InvokeAnswer.Card(MembersCard.For(page, context.Now, context.Zone).ToJson());
    }

    private static async Task<InvokeAnswer> MakePermanentAsync(
        TurnContext context,
        CardAction action,
        CancellationToken cancellation
    )
    {
        var access = action.Access();
        var view = access is { } wanted ? await RolePermanentView.ReadAsync(context.Work, wanted, cancellation) : null;
        var right = access is { } over
            ? await AdministratorRights.OverAsync(context.Work, context.Person.Id, over, cancellation)
            : AdministrationRight.None;
        if (view is null || right is not AdministrationRight.Manage)
        {
            return InvokeAnswer.Message(Say(Refusal.Because(ReasonCode.NotAdministrator), context, null, null));
        }

        var reason = action.Text(RolePermanentCard.ReasonInput);
        if (!RolePermanentCard.IsAsSeen(action, view))
        {
            const string Changed = "Who is eligible changed since you looked. Look again, then confirm.";
            return InvokeAnswer.Card(RolePermanentCard.For(view, reason, context.Zone, Changed).ToJson());
        }

        if (reason is null && view.Policy.Active.Require.HasFlag(ActivationRequirements.Justification))
        {
            const string Why = "This role needs a reason.";
            return InvokeAnswer.Card(RolePermanentCard.For(view, reason, context.Zone, Why).ToJson());
        }

        var outcomes = await MakeRolePermanent.RunAsync(
            context.Work,
            context.Person.Id,
            view.Access,
            reason,
            await AdministratorVerification.IsVerifiedAsync(context, cancellation),
            cancellation
        );
        return InvokeAnswer.Card(Done(context, view, outcomes).ToJson());
    }

    private static Channel.Cards.AdaptiveCard Done(
        TurnContext context,
        RolePermanentView view,
        IReadOnlyList<(Assignment Eligible, Decision<AssignmentRequest> Outcome)> outcomes
    )
    {
        var names = view.Eligible.ToDictionary(e => e.Assignment.Id, e => e.Assignee.Name);
        string NameOf(Assignment assignment) => names.GetValueOrDefault(assignment.Id) ?? "Somebody else";
        outcomes = [.. outcomes.OrderBy(o => NameOf(o.Eligible), StringComparer.OrdinalIgnoreCase)];

        return RolePermanentCard.Done(
            view,
            [
                .. outcomes
                    .Where(o => o.Outcome is { IsAllowed: true, Value.IsPending: false })
                    .Select(o => NameOf(o.Eligible)),
            ],
            [
                .. outcomes
                    .Where(o => o.Outcome is { IsAllowed: true, Value.IsPending: true })
                    .Select(o => NameOf(o.Eligible)),
            ],
            [
                .. outcomes
                    .Where(o => !o.Outcome.IsAllowed)
                    .Select(o =>
                        (NameOf(o.Eligible), Say(o.Outcome.Refusal!, context, view.Role.Name, NameOf(o.Eligible)))
                    ),
            ]
        );
    }

    private static int PageOf(CardAction action) =>
        int.TryParse(action.Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;

    private static string Say(Refusal refusal, TurnContext context, string? role, string? assignee) =>
        Refusals.Say(
            refusal,
            new RefusalContext(context.Now, context.Zone, role ?? "this role") { Assignee = assignee }
        );
}
