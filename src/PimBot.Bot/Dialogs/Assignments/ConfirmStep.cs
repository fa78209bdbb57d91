using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>The last question where much follows from an order: a privileged role that is active at once, or for a guest, a personal account or a group.</summary>
internal sealed class ConfirmStep : IAssignmentStep
{
    public const string StepName = "assignment-confirm";

    private const string Yes = "yes";
    private static readonly string[] Words = [Yes, "y", "ok", "okay", "confirm", "assign", "go on", "do it", "sure"];

    public string Name => StepName;

    public bool IsNeeded(AssignmentDialogState state, AssignmentSubject subject) =>
        !state.IsConfirmed && subject.Existing is null && AssignmentConsequences.OfOrder(state, subject).Count > 0;

    public bool Mends(ReasonCode code) => false;

    public AssignmentQuestion Question(AssignmentDialogState state, AssignmentSubject subject) =>
        new($"Assign {subject.Role?.Name} to {subject.Assignee?.Name}?")
        {
            Consequences = AssignmentConsequences.OfOrder(state, subject),
            Offers = [("Assign", Yes)],
        };

    public string? Unread(AssignmentDialogState state) => null;

    public Task<AssignmentAnswer> AnswerAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        string text,
        CancellationToken cancellation
    ) =>
        Task.FromResult(
            IsYes(text)
                ? AssignmentAnswer.Accept(state with { IsConfirmed = true })
                : AssignmentAnswer.AskAgain("Say “yes” to assign it, or “cancel” to leave everything as it is.")
        );

    public AssignmentDialogState Forget(AssignmentDialogState state) => state with { IsConfirmed = false };

    public static bool IsYes(string text) =>
        Words.Contains(text.Trim().TrimEnd('.', '!'), StringComparer.OrdinalIgnoreCase);
}
