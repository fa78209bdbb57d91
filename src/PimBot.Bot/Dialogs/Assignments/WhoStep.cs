using PimBot.Bot.Turns;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>"Who?": a person or a group, by name, address or a client's people picker.</summary>
internal sealed class WhoStep : IAssignmentStep
{
    public const string StepName = "assignment-who";

    public string Name => StepName;

    public bool IsNeeded(AssignmentDialogState state, AssignmentSubject subject) => subject.Assignee is null;

    public bool Mends(ReasonCode code) => code is ReasonCode.UnknownPrincipal;

    public AssignmentQuestion Question(AssignmentDialogState state, AssignmentSubject subject) =>
        new("Who shall have it?") { PicksPeople = true };

    public string? Unread(AssignmentDialogState state) => state.WhoText;

    public async Task<AssignmentAnswer> AnswerAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        string text,
        CancellationToken cancellation
    )
    {
        var said = state with { WhoText = null };
        if (await PrincipalNames.ByIdAsync(context.Work, text, cancellation) is { } picked)
        {
            return AssignmentAnswer.Accept(said.For(picked));
        }

        return await PrincipalNames.FindAsync(context, text, cancellation) switch
        {
            [] => AssignmentAnswer.AskAgain("I know nobody, and no group, of that name. Try the e-mail address."),
            [var only] => AssignmentAnswer.Accept(said.For(only)),
            var several => AssignmentAnswer.AskWhich(Offering.Of("Which of these?", Offering.Assignees(several))),
        };
    }

    public AssignmentDialogState Forget(AssignmentDialogState state) =>
        state with
        {
            Person = null,
            Group = null,
            WhoText = null,
        };
}
