using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>"Which role?", among those that the speaker manages.</summary>
internal sealed class RoleStep : IAssignmentStep
{
    public const string StepName = "assignment-role";

    public string Name => StepName;

    public bool IsNeeded(AssignmentDialogState state, AssignmentSubject subject) => subject.Role is null;

    public bool Mends(ReasonCode code) => false;

    public AssignmentQuestion Question(AssignmentDialogState state, AssignmentSubject subject) =>
        Offering.Of("Which role?", Offering.Roles(subject.Administered.Select(a => a.Role)));

    public string? Unread(AssignmentDialogState state) => state.RoleText;

    public Task<AssignmentAnswer> AnswerAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        string text,
        CancellationToken cancellation
    ) => Task.FromResult(Answer(state, subject, text));

    public AssignmentDialogState Forget(AssignmentDialogState state) =>
        state with
        {
            Role = null,
            Scope = null,
            RoleText = null,
        };

    private static AssignmentAnswer Answer(AssignmentDialogState state, AssignmentSubject subject, string text)
    {
        var roles = subject.Administered.Select(a => a.Role).ToList();
        if (roles.Exists(r => r.Id.Value == text))
        {
            return Accept(text);
        }

        return RoleNames.Match(text, Offering.Names(roles)) switch
        {
            RoleMatch.Exact exact => Accept(exact.Role.Key),
            RoleMatch.Ambiguous several => AssignmentAnswer.AskWhich(
                Offering.Of("Which of these?", several.Roles.Select(r => (r.Name, r.Key)))
            ),
            RoleMatch.None { Nearest.Count: > 0 } none => AssignmentAnswer.AskWhich(
                Offering.Of(
                    "I know no role of that name that you manage. Do you mean one of these?",
                    none.Nearest.Select(r => (r.Name, r.Key))
                )
            ),
            _ => AssignmentAnswer.AskAgain("I know no role of that name that you manage."),
        };

        AssignmentAnswer Accept(string role) =>
            AssignmentAnswer.Accept(state with { Role = new RoleId(role).Value, Scope = null, RoleText = null });
    }
}
