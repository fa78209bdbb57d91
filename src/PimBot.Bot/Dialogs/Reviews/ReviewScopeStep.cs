using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>"Where?", among the scopes at which the speaker manages the role.</summary>
internal sealed record ReviewScopeStep() : ReviewStep("review-scope")
{
    public override bool IsNeeded(ReviewDialogState state, ReviewSubject subject) => subject.Scope is null;

    public override AssignmentQuestion Question(ReviewDialogState state, ReviewSubject subject) =>
        Offering.Of("Where?", Offering.Places(subject.Scopes));

    public override string? Unread(ReviewDialogState state) => state.Asked.PlaceText;

    public override Task<ReviewStepAnswer> AnswerAsync(
        TurnContext context,
        ReviewDialogState state,
        ReviewSubject subject,
        string text,
        CancellationToken cancellation
    )
    {
        var known = Forget(state);
        ReviewStepAnswer Accept(string scope) => new(known with { Scope = scope });
        return Task.FromResult(
            subject.Scopes.Any(s => s.Id.Value == text)
                ? Accept(text)
                : RoleNames.Match(text, Offering.Names(subject.Scopes)) switch
                {
                    RoleMatch.Exact exact => Accept(exact.Role.Key),
                    RoleMatch.Ambiguous several => new(
                        null,
                        Narrower: Offering.Of(
                            "Which of these?",
                            Offering.Places(subject.Scopes.Where(s => several.Roles.Any(r => r.Key == s.Id.Value)))
                        )
                    ),
                    _ => new(null, "I know no place of that name where you manage this role."),
                }
        );
    }

    public override ReviewDialogState Forget(ReviewDialogState state) =>
        state with
        {
            Scope = null,
            Asked = state.Asked with { PlaceText = null },
        };
}
