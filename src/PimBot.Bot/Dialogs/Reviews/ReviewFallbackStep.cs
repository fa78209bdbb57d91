using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>"Who answers where there is no manager?"; asked where managers review.</summary>
internal sealed record ReviewFallbackStep() : ReviewStep("review-fallback")
{
    private const string Administrators = "administrators";

    public override bool IsNeeded(ReviewDialogState state, ReviewSubject subject) =>
        state.Asked.FallbackNames.Count > 0
        || (state is { IsRestUsual: false, IsFallbackSaid: false, Asked.Reviewers: ReviewerKind.Manager });

    public override AssignmentQuestion Question(ReviewDialogState state, ReviewSubject subject) =>
        new("Who answers where there is no manager, or the manager can’t be reached? Choose, or name people.")
        {
            Offers = [("The role’s administrators", Administrators), ("I do", "me")],
        };

    public override string? Unread(ReviewDialogState state) =>
        state.Asked.FallbackNames.Count > 0 ? string.Join(", ", state.Asked.FallbackNames) : null;

    public override bool Takes(string text) => IsAdministrators(text);

    public override async Task<ReviewStepAnswer> AnswerAsync(
        TurnContext context,
        ReviewDialogState state,
        ReviewSubject subject,
        string text,
        CancellationToken cancellation
    )
    {
        var known = Forget(state) with { IsFallbackSaid = true };
        if (IsAdministrators(text))
        {
            return new(known);
        }

        var names = text.Split([',', ';', '\n']).SelectMany(part => part.Split(" and ")).ToList();
        var (people, problem) = await ReviewerNames.FindAsync(context, names, cancellation);
        return problem is not null
            ? new(null, problem)
            : new(known with { Fallback = [.. people.Select(p => p.Value)] });
    }

    public override ReviewDialogState Forget(ReviewDialogState state) =>
        state with
        {
            Fallback = [],
            Asked = state.Asked with { FallbackNames = [] },
        };

    private static bool IsAdministrators(string text) =>
        text.Trim().TrimEnd('.').ToUpperInvariant()
            is "ADMINISTRATORS"
                or "ADMINS"
                or "THE ADMINISTRATORS"
                or "THE ROLE’S ADMINISTRATORS"
                or "THE ROLE'S ADMINISTRATORS";
}
