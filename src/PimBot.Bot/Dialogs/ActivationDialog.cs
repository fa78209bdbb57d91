using PimBot.Application.Activations;
using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs;

/// <summary>
/// Asks for what an activation, or its extension, still lacks: one question a turn, only what the role's policy
/// requires, each answer checked at once. Its state outlives restarts; any other command works in between.
/// </summary>
internal sealed class ActivationDialog(IEnumerable<IDialogStep> steps, RoleChoice roles)
{
    private readonly IReadOnlyList<IDialogStep> steps = [.. steps];

    /// <summary>Starts with what is known already, or goes on with it. Asks for what comes next, or asks for the role.</summary>
    public async Task GoOnAsync(
        TurnContext context,
        ActivationDialogState state,
        string? problem,
        CancellationToken cancellation
    )
    {
        var subject = state.Access is { } access
            ? await ActivationSubject.FindAsync(
                context.Work,
                context.Person.Id,
                access,
                state.Extends is { } id ? new GrantId(id) : null,
                cancellation
            )
            : null;
        if (subject is null)
        {
            await roles.AskAsync(context, state, cancellation);
            return;
        }

        if (await CheckAsync(context, state, subject, cancellation) is { } refusal)
        {
            await RefuseAsync(context, state, subject, refusal, cancellation);
            return;
        }

        if (steps.FirstOrDefault(step => step.IsNeeded(state, subject)) is { } next)
        {
            await AskAsync(context, state, subject, next, problem, cancellation);
            return;
        }

        await SubmitAsync(context, state, subject, cancellation);
    }

    /// <summary>Takes an answer to the question that is open.</summary>
    public async Task AnswerAsync(
        TurnContext context,
        ActivationDialogState state,
        string text,
        CancellationToken cancellation
    )
    {
        if (state.Step == RoleChoice.StepName || state.Access is null)
        {
            await roles.AnswerAsync(context, state, text, GoOnAsync, cancellation);
            return;
        }

        var subject = await ActivationSubject.FindAsync(
            context.Work,
            context.Person.Id,
            state.Access.Value,
            state.Extends is { } id ? new GrantId(id) : null,
            cancellation
        );
        var step = steps.FirstOrDefault(s => s.Name == state.Step);
        if (subject is null || step is null)
        {
            await GoOnAsync(context, state, null, cancellation);
            return;
        }

        var answer = step.Answer(context, state, subject, text);
        foreach (var note in answer.Notes)
        {
            context.Say(note);
        }

        await GoOnAsync(context, answer.State ?? state, answer.Problem, cancellation);
    }

    /// <summary>Asks the open question again, after something else was answered in between.</summary>
    public Task RemindAsync(TurnContext context, ActivationDialogState state, CancellationToken cancellation) =>
        GoOnAsync(context, state, null, cancellation);

    public static Task DropAsync(TurnContext context, CancellationToken cancellation) =>
        DialogStates.DeleteAsync(context, cancellation);

    /// <summary>What stands in the way whatever is still answered, such as a request that is open already; null: nothing.</summary>
    public static Task<Refusal?> CheckAsync(
        TurnContext context,
        ActivationDialogState state,
        ActivationSubject subject,
        CancellationToken cancellation
    )
    {
        const string StillToCome = "-";
        var known = AskOf(state, context.Now);
        var complete = known with
        {
            Duration = state.LengthFrom(context.Now) ?? subject.Policy.Activation.Maximum,
            Justification = known.Justification ?? StillToCome,
            Ticket = known.Ticket ?? new Ticket(StillToCome),
        };
        return RequestActivation.CheckAsync(
            context.Work,
            new RequestActivationCommand(context.Person.Id, subject.Access, complete, subject.Extends),
            cancellation
        );
    }

    private static ActivationAsk AskOf(ActivationDialogState state, DateTimeOffset now) =>
        new()
        {
            Duration = state.LengthFrom(now) ?? ActivationPolicy.ShortestDuration,
            Start = state.Start,
            Justification = state.Justification,
            Ticket = state.TicketNumber is { } number ? new Ticket(number, state.TicketSystem) : null,
        };

    private static async Task AskAsync(
        TurnContext context,
        ActivationDialogState state,
        ActivationSubject subject,
        IDialogStep step,
        string? problem,
        CancellationToken cancellation
    )
    {
        var isAboutStart = state is { StartUnclear: true, Minutes: not null } && step.Name == WhenStep.StepName;
        var question = isAboutStart ? WhenStep.StartQuestion : step.Question(subject);
        await DialogStates.WriteAsync(context, state with { Step = step.Name, Question = question }, cancellation);
        var about = subject.SayBack(state, context.Now, context.Zone);
        context.Show(
            QuestionCard.For(
                state.Id,
                step.Name,
                about,
                question,
                problem,
                isAboutStart ? WhenStep.StartOffers
                    : state.StartUnclear ? []
                    : step.Offers(subject)
            ),
            question
        );
    }

    private async Task SubmitAsync(
        TurnContext context,
        ActivationDialogState state,
        ActivationSubject subject,
        CancellationToken cancellation
    )
    {
        var decision = await RequestActivation.RunAsync(
            context.Work,
            new RequestActivationCommand(context.Person.Id, subject.Access, AskOf(state, context.Now), subject.Extends),
            cancellation
        );
        if (decision.IsAllowed)
        {
            await DropAsync(context, cancellation);
            context.Show(decision.Value);
            return;
        }

        await RefuseAsync(context, state, subject, decision.Refusal, cancellation);
    }

    /// <summary>Asks again where another answer mends it; otherwise says why not, and the dialog is over.</summary>
    private async Task RefuseAsync(
        TurnContext context,
        ActivationDialogState state,
        ActivationSubject subject,
        Refusal refusal,
        CancellationToken cancellation
    )
    {
        var isFinal = refusal.Code is ReasonCode.ExtensionNotLonger && state.LengthFrom(context.Now) is null;
        if (!isFinal && steps.FirstOrDefault(step => step.Mends(refusal.Code)) is { } mend)
        {
            var problem = Say(context, refusal, subject);
            await AskAsync(context, mend.Forget(state), subject, mend, problem, cancellation);
            return;
        }

        await DropAsync(context, cancellation);
        Show(context, refusal, subject);
    }

    private static void Show(TurnContext context, Refusal refusal, ActivationSubject subject) =>
        context.Show(
            NoticeCard.For(
                "That is not possible",
                Say(context, refusal, subject),
                CardParts.Command("My roles", "my roles"),
                CardParts.Command("My requests", "my requests")
            ),
            "That is not possible"
        );

    private static string Say(TurnContext context, Refusal refusal, ActivationSubject subject) =>
        Refusals.Say(refusal, new RefusalContext(context.Now, context.Zone, subject.Role.Name));
}
