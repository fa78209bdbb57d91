using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Bot.Verification;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>
/// Asks for what an assignment still lacks, one question a turn, each answer checked at once. Its state outlives restarts;
/// any other command works in between.
/// </summary>
internal sealed class AssignmentDialog(IEnumerable<IAssignmentStep> steps)
{
    private readonly IReadOnlyList<IAssignmentStep> steps = [.. steps];

    /// <summary>Starts with what is known already, or goes on with it: asks for what comes next, or carries it out.</summary>
    public async Task GoOnAsync(
        TurnContext context,
        AssignmentDialogState state,
        string? problem,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var subject = await AssignmentSubject.FindAsync(context, state, cancellation);
            if (Fill(state, subject) is { } filled)
            {
                state = filled;
                continue;
            }

            var next = steps.FirstOrDefault(step => step.IsNeeded(state, subject));
            if (next?.Unread(state) is { } said)
            {
                var answer = await next.AnswerAsync(context, state, subject, said, cancellation);
                if (answer.State is not { } understood)
                {
                    await AskAsync(context, next.Forget(state), subject, next, answer, problem, cancellation);
                    return;
                }

                state = understood;
                continue;
            }

            await NextAsync(context, state, subject, next, problem, cancellation);
            return;
        }
    }

    /// <summary>Takes an answer to the question that is open.</summary>
    public async Task AnswerAsync(
        TurnContext context,
        AssignmentDialogState state,
        string text,
        CancellationToken cancellation
    )
    {
        var subject = await AssignmentSubject.FindAsync(context, state, cancellation);
        if (steps.FirstOrDefault(s => s.Name == state.Step) is not { } step)
        {
            await GoOnAsync(context, state, null, cancellation);
            return;
        }

        var answer = await step.AnswerAsync(context, state, subject, text, cancellation);
        foreach (var note in answer.Notes)
        {
            context.Say(note);
        }

        if (answer.State is { } understood)
        {
            await GoOnAsync(context, understood, null, cancellation);
        }
        else
        {
            await AskAsync(context, state, subject, step, answer, null, cancellation);
        }
    }

    /// <summary>Asks the open question again, after something else was answered in between.</summary>
    public Task RemindAsync(TurnContext context, AssignmentDialogState state, CancellationToken cancellation) =>
        GoOnAsync(context, state, null, cancellation);

    /// <summary>What stands in the way, whatever is still answered; null: nothing, or too little is known.</summary>
    public static async Task<Refusal?> CheckAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        CancellationToken cancellation
    )
    {
        const string StillToCome = "-";
        if (subject.Scope is null || subject.Assignee is null || state.Type is null)
        {
            return null;
        }

        var known = state.Ask(context.Now);
        var complete = known with
        {
            End = state.Period is null
                ? (state.Start ?? context.Now) + subject.PolicyOf(state.Type)?.Maximum
                : known.End,
            Justification = known.Justification ?? StillToCome,
        };
        // Without a known end, another limit than the longest may be what matters: only the answer tells.
        var isProbe = state.Period is null && subject.Existing is not null;
        var decision = await ChangeAssignment.RunAsync(
            context.Work,
            await CommandOfAsync(context, state, complete, cancellation) with
            {
                IsValidationOnly = true,
            },
            cancellation
        );
        return decision.IsAllowed || (isProbe && decision.Refusal.Code is ReasonCode.NothingToChange)
            ? null
            : decision.Refusal;
    }

    /// <summary>Carries it out, or has it wait for an administrator.</summary>
    public static async Task<Decision<AssignmentRequest>> SubmitAsync(
        TurnContext context,
        AssignmentDialogState state,
        CancellationToken cancellation
    ) =>
        await ChangeAssignment.RunAsync(
            context.Work,
            await CommandOfAsync(context, state, state.Ask(context.Now), cancellation),
            cancellation
        );

    /// <summary>The step whose answer mends a refusal for this reason.</summary>
    public IAssignmentStep? Mending(Refusal refusal) => steps.FirstOrDefault(step => step.Mends(refusal.Code));

    private static async Task<AssignmentCommand> CommandOfAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentAsk ask,
        CancellationToken cancellation
    ) =>
        new()
        {
            Action = state.Action,
            Actor = context.Person.Id,
            Assignment = state.Assignment,
            Access = state.Access,
            Principal = state.Principal,
            Ask = ask,
            IsVerified = await AdministratorVerification.IsVerifiedAsync(context, cancellation),
        };

    /// <summary>What needs no question; null: nothing more.</summary>
    private static AssignmentDialogState? Fill(AssignmentDialogState state, AssignmentSubject subject) =>
        subject switch
        {
            { Role: not null, Scope: null, Scopes: [var only] } when state.PlaceText is null => state with
            {
                Scope = only.Id.Value,
            },
            { Assignee.Person.Kind: PersonKind.ServiceAccount } when state.Type is null => state with
            {
                Type = AssignmentType.Active,
            },
            { Existing: { } existing } when state.Type is null => state with { Type = existing.Type },
            _ => null,
        };

    private async Task NextAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        IAssignmentStep? next,
        string? problem,
        CancellationToken cancellation
    )
    {
        if (next is not null)
        {
            if (await CheckAsync(context, state, subject, cancellation) is { } obstacle)
            {
                await RefuseAsync(context, state, subject, obstacle, cancellation);
                return;
            }

            await AskAsync(context, state, subject, next, null, problem, cancellation);
            return;
        }

        var decision = await SubmitAsync(context, state, cancellation);
        if (!decision.IsAllowed)
        {
            await RefuseAsync(context, state, subject, decision.Refusal, cancellation);
            return;
        }

        await AssignmentDialogStates.DeleteAsync(context, cancellation);
        var view = await AssignmentRequestReader.ViewAsync(context.Work, decision.Value, cancellation);
        context.Show(AssignmentCard.For(view, context.Person.Id, context.Zone), AssignmentCard.Summary(view));
    }

    /// <summary>The question to confirm an order that came as a form; null: none is needed.</summary>
    public static async Task<AdaptiveCard?> ConfirmAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        CancellationToken cancellation
    )
    {
        var step = new ConfirmStep();
        if (!step.IsNeeded(state, subject) || await CheckAsync(context, state, subject, cancellation) is not null)
        {
            return null;
        }

        var question = step.Question(state, subject);
        var open = state with { Id = context.Turn.Key[..16], Step = step.Name, Question = question.Text };
        await AssignmentDialogStates.WriteAsync(context, open, cancellation);
        var about = subject.SayBack(open, context.Now, context.Zone);
        return AssignmentQuestionCard.For(open.Id, step.Name, about, question, null);
    }

    private static async Task AskAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        IAssignmentStep step,
        AssignmentAnswer? answer,
        string? problem,
        CancellationToken cancellation
    )
    {
        var question = answer?.Narrower ?? step.Question(state, subject);
        await AssignmentDialogStates.WriteAsync(
            context,
            state with
            {
                Step = step.Name,
                Question = question.Text,
            },
            cancellation
        );
        var about = subject.SayBack(state, context.Now, context.Zone);
        context.Show(
            AssignmentQuestionCard.For(state.Id, step.Name, about, question, answer?.Problem ?? problem),
            question.Text
        );
    }

    /// <summary>Asks again where another answer mends it; otherwise says why not, and the dialog is over.</summary>
    private async Task RefuseAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        Refusal refusal,
        CancellationToken cancellation
    )
    {
        var sentence = Say(context, refusal, subject);
        if (Mending(refusal) is { } mend)
        {
            var again = mend.Forget(state) with { IsConfirmed = false };
            await AskAsync(context, again, subject, mend, AssignmentAnswer.AskAgain(sentence), null, cancellation);
            return;
        }

        await AssignmentDialogStates.DeleteAsync(context, cancellation);
        context.Show(
            NoticeCard.For("That is not possible", sentence, CardParts.Command("Help", "help")),
            "That is not possible"
        );
    }

    internal static string Say(TurnContext context, Refusal refusal, AssignmentSubject subject) =>
        Refusals.Say(
            refusal,
            new RefusalContext(context.Now, context.Zone, subject.Role?.Name ?? "this role")
            {
                Assignee = subject.Assignee?.Name,
            }
        );
}
