using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>"Eligible or active?"</summary>
internal sealed class TypeStep : IAssignmentStep
{
    public const string StepName = "assignment-type";

    public string Name => StepName;

    public bool IsNeeded(AssignmentDialogState state, AssignmentSubject subject) => state.Type is null;

    public bool Mends(ReasonCode code) => code is ReasonCode.ServiceAccountsAreActiveOnly;

    public AssignmentQuestion Question(AssignmentDialogState state, AssignmentSubject subject) =>
        new("Eligible (to activate when needed) or active (at once)?")
        {
            Offers = [("Eligible", "eligible"), ("Active", "active")],
        };

    public string? Unread(AssignmentDialogState state) => null;

    public Task<AssignmentAnswer> AnswerAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        string text,
        CancellationToken cancellation
    )
    {
        var asked = AssignmentTextReader.Answer(text, new TextContext(context.Now, context.Zone, []));
        return Task.FromResult(
            asked.Type is { } type
                ? AssignmentAnswer.Accept(state with { Type = type })
                : AssignmentAnswer.AskAgain("Say “eligible” or “active”.")
        );
    }

    public AssignmentDialogState Forget(AssignmentDialogState state) => state with { Type = null };
}
