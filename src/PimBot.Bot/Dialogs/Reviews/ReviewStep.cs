using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>One question about a review: whether it must be asked, how, and what an answer means.</summary>
/// <param name="Name">Stands in cards and in the store: kept for good.</param>
internal abstract record ReviewStep(string Name)
{
    /// <summary>Refusals that another answer to this question mends.</summary>
    public IReadOnlyList<ReasonCode> Mends { get; init; } = [];

    /// <summary>What is asked for, where a fault in it may have been said; null: no such part.</summary>
    public ReviewAskedPart? Asks { get; init; }

    public abstract bool IsNeeded(ReviewDialogState state, ReviewSubject subject);

    public abstract AssignmentQuestion Question(ReviewDialogState state, ReviewSubject subject);

    /// <summary>The state with the answer; or what was wrong; or a narrower question.</summary>
    public abstract Task<ReviewStepAnswer> AnswerAsync(
        TurnContext context,
        ReviewDialogState state,
        ReviewSubject subject,
        string text,
        CancellationToken cancellation
    );

    /// <summary>Whether a text that could be a command is rather an answer to this question.</summary>
    public virtual bool Takes(string text) => false;

    /// <summary>Words that were said already and may answer it; null: none.</summary>
    public virtual string? Unread(ReviewDialogState state) => null;

    /// <summary>Without the answer to this question, and without the words for it.</summary>
    public virtual ReviewDialogState Forget(ReviewDialogState state) => state;
}
