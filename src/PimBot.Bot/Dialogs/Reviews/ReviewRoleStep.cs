using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>"Of which role?", among those that the speaker manages.</summary>
internal sealed record ReviewRoleStep() : ReviewStep("review-role")
{
    public override bool IsNeeded(ReviewDialogState state, ReviewSubject subject) => subject.Role is null;

    public override AssignmentQuestion Question(ReviewDialogState state, ReviewSubject subject) =>
        Offering.Of("A review of which role?", Offering.Roles(subject.Administered.Select(a => a.Role)));

    public override string? Unread(ReviewDialogState state) => state.Asked.RoleText;

    public override Task<ReviewStepAnswer> AnswerAsync(
        TurnContext context,
        ReviewDialogState state,
        ReviewSubject subject,
        string text,
        CancellationToken cancellation
    )
    {
        var roles = subject.Administered.Select(a => a.Role).ToList();
        var known = Forget(state);
        ReviewStepAnswer Accept(string role) => new(known with { Role = role });
        return Task.FromResult(
            roles.Exists(r => r.Id.Value == text)
                ? Accept(text)
                : RoleNames.Match(text, Offering.Names(roles)) switch
                {
                    RoleMatch.Exact exact => Accept(exact.Role.Key),
                    RoleMatch.Ambiguous several => new(
                        null,
                        Narrower: Offering.Of("Which of these?", several.Roles.Select(r => (r.Name, r.Key)))
                    ),
                    RoleMatch.None { Nearest.Count: > 0 } none => new(
                        null,
                        Narrower: Offering.Of(
                            "I know no role of that name that you manage. Do you mean one of these?",
                            none.Nearest.Select(r => (r.Name, r.Key))
                        )
                    ),
                    _ => new(null, "I know no role of that name that you manage."),
                }
        );
    }

    public override ReviewDialogState Forget(ReviewDialogState state) =>
        state with
        {
            Role = null,
            Scope = null,
            Asked = state.Asked with { RoleText = null },
        };
}
