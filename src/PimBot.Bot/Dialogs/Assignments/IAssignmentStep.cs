using PimBot.Bot.Turns;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>One question of a dialog about an assignment: whether it must be asked, how, and what an answer means.</summary>
internal interface IAssignmentStep
{
    string Name { get; }

    /// <summary>Whether an answer is needed that is not known yet.</summary>
    bool IsNeeded(AssignmentDialogState state, AssignmentSubject subject);

    /// <summary>Whether a refusal for this reason is mended by another answer to this question.</summary>
    bool Mends(ReasonCode code);

    AssignmentQuestion Question(AssignmentDialogState state, AssignmentSubject subject);

    /// <summary>Words that were said already and may answer it; null: none.</summary>
    string? Unread(AssignmentDialogState state);

    Task<AssignmentAnswer> AnswerAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        string text,
        CancellationToken cancellation
    );

    /// <summary>Without the answer to this question, and without the words for it.</summary>
    AssignmentDialogState Forget(AssignmentDialogState state);
}
