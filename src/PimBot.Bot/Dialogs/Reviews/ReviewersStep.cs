using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>"Who reviews?": members themselves, their managers, or people by name.</summary>
internal sealed record ReviewersStep() : ReviewStep("review-reviewers")
{
    private static readonly string[] Self =
    [
        "members",
        "the members",
        "members themselves",
        "themselves",
        "self",
        "each for themselves",
        "they themselves",
        "holders",
    ];
    private static readonly string[] Manager =
    [
        "manager",
        "managers",
        "their manager",
        "their managers",
        "the managers",
    ];

    public override bool IsNeeded(ReviewDialogState state, ReviewSubject subject) =>
        state.Asked.Reviewers is null || (state.Asked.Reviewers is ReviewerKind.Chosen && state.Chosen.Count == 0);

    public override AssignmentQuestion Question(ReviewDialogState state, ReviewSubject subject) =>
        new("Who reviews? Choose, or name people.")
        {
            Offers = [("Members themselves", "members"), ("Their managers", "managers"), ("I do", "me")],
        };

    public override string? Unread(ReviewDialogState state) =>
        state.Asked.Names.Count > 0 ? string.Join(", ", state.Asked.Names) : null;

    public override bool Takes(string text) => Said(text, Self) || Said(text, Manager);

    public override async Task<ReviewStepAnswer> AnswerAsync(
        TurnContext context,
        ReviewDialogState state,
        ReviewSubject subject,
        string text,
        CancellationToken cancellation
    )
    {
        var known = Forget(state);
        if (Said(text, Self))
        {
            return new(known.With(new ReviewAsked { Reviewers = ReviewerKind.Self }));
        }

        if (Said(text, Manager))
        {
            return new(known.With(new ReviewAsked { Reviewers = ReviewerKind.Manager }));
        }

        var said = ReviewTextReader.Reviewers(text, new TextContext(context.Now, context.Zone, []));
        if (said.Reviewers is not null && said.Names.Count == 0)
        {
            return new(known.With(said));
        }

        var (people, problem) = await ReviewerNames.FindAsync(context, said.Names, cancellation);
        return problem is not null
            ? new(null, problem)
            : new(
                known.With(said with { Names = [], Reviewers = ReviewerKind.Chosen }) with
                {
                    Chosen = [.. people.Select(p => p.Value)],
                }
            );
    }

    public override ReviewDialogState Forget(ReviewDialogState state) =>
        state with
        {
            Chosen = [],
            Asked = state.Asked with { Names = [], Reviewers = null },
        };

    private static bool Said(string text, string[] words) =>
        words.Contains(text.Trim().TrimEnd('.', '!'), StringComparer.OrdinalIgnoreCase);
}
