using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Handlers;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Actions;

/// <summary>Opens the form of an assignment, for an administrator or a holder, and carries out what is submitted. What is wrong comes back on the form.</summary>
internal sealed class AssignmentFormActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs =>
        [
            Cards.Verbs.OpenAssignmentForm,
            Cards.Verbs.SubmitAssignment,
            Cards.Verbs.ExtendAssignment,
            Cards.Verbs.RenewAssignment,
        ];

    public Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation) =>
        action.Verb switch
        {
            Cards.Verbs.OpenAssignmentForm => OpenAsync(context, action, cancellation),
            Cards.Verbs.SubmitAssignment => SubmitAsync(context, action, cancellation),
            Cards.Verbs.ExtendAssignment => WishAsync(context, action, RequestAction.SelfExtend, cancellation),
            _ => WishAsync(context, action, RequestAction.SelfRenew, cancellation),
        };

    /// <summary>The open question's dialog goes on as a form.</summary>
    private static async Task<InvokeAnswer> OpenAsync(
        TurnContext context,
        CardAction action,
        CancellationToken cancellation
    )
    {
        var state = await AssignmentDialogStates.ReadAsync(context, cancellation);
        if (state is null || state.Id != action.Text(DialogActions.DialogKey))
        {
            return InvokeAnswer.Message("That question is closed. Say “assign” to begin anew.");
        }

        var subject = await AssignmentSubject.FindAsync(context, state, cancellation);
        await AssignmentDialogStates.DeleteAsync(context, cancellation);
        var form = AssignmentForm.From(state, subject, context.Now);
        return Form(context, subject, state.Action, form, null);
    }

    private static async Task<InvokeAnswer> WishAsync(
        TurnContext context,
        CardAction action,
        RequestAction wish,
        CancellationToken cancellation
    )
    {
        var view = action.Assignment() is { } id
            ? await AssignmentViewReader.FindAsync(context.Work, id, cancellation)
            : null;
        if (view is null || view.Assignment.Person != context.Person.Id)
        {
            return InvokeAnswer.Message(
                "There is no such assignment of yours any more. Say “my roles” to see what there is."
            );
        }

        var state = Wishes.Begin(context, wish, view);
        var subject = await AssignmentSubject.FindAsync(context, state, cancellation);
        return await AssignmentDialog.CheckAsync(context, state, subject, cancellation) is { } obstacle
            ? InvokeAnswer.Message(AssignmentDialog.Say(context, obstacle, subject))
            : Form(context, subject, wish, new AssignmentForm(), null);
    }

    private static async Task<InvokeAnswer> SubmitAsync(
        TurnContext context,
        CardAction action,
        CancellationToken cancellation
    )
    {
        var (form, wanted) = (AssignmentFormCard.Read(action), AssignmentFormCard.ActionOf(action));
        var assignment = wanted is RequestAction.AdminAssign ? null : action.Assignment();
        if (
            wanted is RequestAction.AdminAssign
            && !await AdministeredReader.IsAnyAsync(
                context.Work,
                context.Person.Id,
                AdministrationRight.Manage,
                cancellation
            )
        )
        {
            // Nobody else may look people up.
            return InvokeAnswer.Message(Say(context, Refusal.Because(ReasonCode.NotAdministrator)));
        }

        var (state, problem) = await form.ReadAsync(context, wanted, assignment, cancellation);
        var subject = await AssignmentSubject.FindAsync(context, state, cancellation);
        if (assignment is not null && subject.Existing?.Person != context.Person.Id)
        {
            return InvokeAnswer.Message(Say(context, Refusal.Because(ReasonCode.UnknownAssignment)));
        }

        state = Complete(state, subject);
        if (subject.Role is null)
        {
            problem = "Choose a role that you manage.";
        }
        else if (subject.Existing is null && state.Scope is null)
        {
            problem ??= "Choose where.";
        }

        return problem is null
            ? await CarryOutAsync(context, state, subject, form, cancellation)
            : Form(context, subject, wanted, form, problem);
    }

    private static AssignmentDialogState Complete(AssignmentDialogState state, AssignmentSubject subject) =>
        state with
        {
            Scope = state.Scope ?? (subject.Scopes is [var only] ? only.Id.Value : null),
            Type = subject.Existing?.Type ?? state.Type,
        };

    private static async Task<InvokeAnswer> CarryOutAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        AssignmentForm form,
        CancellationToken cancellation
    )
    {
        var order = await AssignmentSubject.FindAsync(context, state, cancellation);
        if (await AssignmentDialog.ConfirmAsync(context, state, order, cancellation) is { } question)
        {
            return InvokeAnswer.Card(question.ToJson());
        }

        var decision = await AssignmentDialog.SubmitAsync(context, state, cancellation);
        if (!decision.IsAllowed)
        {
            var now = await AssignmentSubject.FindAsync(context, state, cancellation);
            var sentence = AssignmentDialog.Say(context, decision.Refusal, now);
            return Form(context, now.Role is null ? subject : now, state.Action, form, sentence);
        }

        await AssignmentDialogStates.DeleteAsync(context, cancellation);
        var view = await AssignmentRequestReader.ViewAsync(context.Work, decision.Value, cancellation);
        return InvokeAnswer.Card(AssignmentCard.For(view, context.Person.Id, context.Zone).ToJson());
    }

    private static InvokeAnswer Form(
        TurnContext context,
        AssignmentSubject subject,
        RequestAction action,
        AssignmentForm form,
        string? problem
    ) => InvokeAnswer.Card(AssignmentFormCard.For(subject, action, form, context.Now, context.Zone, problem).ToJson());

    private static string Say(TurnContext context, Refusal refusal) =>
        Refusals.Say(refusal, new RefusalContext(context.Now, context.Zone, "this role"));
}
