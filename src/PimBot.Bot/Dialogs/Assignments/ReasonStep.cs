using PimBot.Bot.Turns;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>"Why?": always for a wish, otherwise where the role's settings ask for it.</summary>
internal sealed class ReasonStep : IAssignmentStep
{
    public const string StepName = "assignment-reason";

    public string Name => StepName;

    public bool IsNeeded(AssignmentDialogState state, AssignmentSubject subject) =>
        state.Justification is null
        && (
            subject.Existing is not null
            || subject.PolicyOf(state.Type)?.Require.HasFlag(ActivationRequirements.Justification) is true
        );

    public bool Mends(ReasonCode code) => code is ReasonCode.JustificationRequired;

    public AssignmentQuestion Question(AssignmentDialogState state, AssignmentSubject subject) =>
        new(subject.Existing is null ? "Why is it needed?" : "Why do you still need it?");

    public string? Unread(AssignmentDialogState state) => null;

    public Task<AssignmentAnswer> AnswerAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        string text,
        CancellationToken cancellation
    ) =>
        Task.FromResult(
            text.Length > ActivationAsk.LongestJustification
                ? AssignmentAnswer.AskAgain($"Please keep it within {ActivationAsk.LongestJustification} characters.")
            : InertText.Clean(text, ActivationAsk.LongestJustification) is { } reason
                ? AssignmentAnswer.Accept(state with { Justification = reason })
            : AssignmentAnswer.AskAgain("Give the reason in words that others can read.")
        );

    public AssignmentDialogState Forget(AssignmentDialogState state) => state with { Justification = null };
}
