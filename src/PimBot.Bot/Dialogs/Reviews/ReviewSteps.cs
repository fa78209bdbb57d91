using PimBot.Bot.Commands;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>The questions about a review, in the order in which they are asked.</summary>
internal static class ReviewSteps
{
    private static readonly (int Days, string[] Words)[] Durations =
    [
        (3, []),
        (5, []),
        (6, []),
        (7, ["a week", "one week"]),
        (14, ["two weeks"]),
        (25, []),
    ];

    public static IReadOnlyList<ReviewStep> All { get; } =
    [
        new ReviewRoleStep { Mends = [ReasonCode.UnknownAccess] },
        new ReviewScopeStep { Mends = [ReasonCode.RoleDoesNotFitScope] },
        new ReviewersStep
        {
            Mends = [ReasonCode.ReviewersMissing, ReasonCode.TooManyReviewers, ReasonCode.UnknownReviewer],
        },
        new ReviewFallbackStep(),
        new ReviewChoiceStep(
            "review-days",
            "For how many days are answers taken?",
            state => state.Asked.Days is null,
            [.. Durations.Select(d => new ReviewOffer($"{d.Days} days", $"{d.Days} days", [$"{d.Days}", .. d.Words]))],
            "Say it in days, such as “14 days”."
        )
        {
            IsOptional = false,
            Asks = ReviewAskedPart.Days,
            Shown = LongestThatFit,
            Mends = [ReasonCode.ReviewDurationOutOfRange],
            Clear = asked => asked with { Days = null },
        },
        new ReviewChoiceStep(
            "review-recurrence",
            "How often?",
            state => state.Asked.Pattern is null,
            [
                new("Once", "once", "no", "never again"),
                new("Every week", "every week", "week"),
                new("Every month", "every month", "month"),
                new("Every 3 months", "every quarter", "quarter"),
                new("Every 6 months", "every 6 months", "half a year"),
                new("Every year", "every year", "year"),
            ],
            "Say “once”, “every month”, “every quarter” or the like."
        ),
        new ReviewChoiceStep(
            "review-end",
            "Until when does it come back?",
            state => state is { IsRecurring: true, Asked: { IsEndless: false, Count: null, Until: null } },
            [
                new("For ever", "for ever", "never", "no end", "always"),
                new("4 times", "4 times"),
                new("12 times", "12 times"),
            ],
            "Say “for ever”, “4 times”, or “until 31 December”."
        )
        {
            Asks = ReviewAskedPart.End,
            MustBeSaid = state => state.IsEndUnread,
            Mends = [ReasonCode.ReviewRecurrenceEndInvalid],
            Clear = asked => asked with { IsEndless = false, Count = null, Until = null },
        },
        .. Optional,
    ];

    private static IEnumerable<ReviewStep> Optional =>
        [
            new ReviewChoiceStep(
                "review-kind",
                "Which assignments?",
                state => !state.Asked.IsTypeSaid,
                [
                    new("Eligible", "eligible"),
                    new("Active", "active"),
                    new("Both", "both", "all", "eligible and active"),
                ],
                "Say “eligible”, “active” or “both”."
            ),
            new ReviewChoiceStep(
                "review-silence",
                "What if nobody answers about somebody?",
                state => state.Asked.WhenSilent is null,
                [
                    new("They keep it", "silence keeps", "keep", "keep it", "nothing"),
                    new("They lose it", "silence removes", "remove", "lose it", "remove it"),
                    new("Approved", "silence approves", "approve"),
                    new("Recommendation", "silence takes recommendation", "recommendation", "as recommended"),
                ],
                "Say “keep”, “remove”, “approve” or “recommendation”."
            ),
            new ReviewChoiceStep(
                "review-apply",
                "Shall the results be applied by themselves at the end?",
                state => state.Asked.IsAutoApplied is null,
                [
                    new("By themselves", "apply automatically", "yes", "automatically"),
                    new("By an administrator", "by hand", "no"),
                ],
                "Say “automatically” or “by hand”."
            ),
            Switch(
                "review-reason",
                "Must each answer have a reason?",
                state => state.Asked.IsReasonRequired is null,
                "reason required",
                "without reasons"
            ),
            Switch(
                "review-recommendations",
                "Shall reviewers see recommendations?",
                state => state.Asked.ShowsRecommendations is null,
                "with recommendations",
                "without recommendations"
            ),
            Switch(
                "review-reminder",
                "Shall those who owe answers be reminded at half time?",
                state => state.Asked.IsReminderSent is null,
                "with reminder",
                "without reminder"
            ),
        ];

    /// <summary>Three durations that are possible for how often the review comes.</summary>
    private static IEnumerable<ReviewOffer> LongestThatFit(
        ReviewDialogState state,
        IReadOnlyList<ReviewOffer> durations
    )
    {
        var longest = ReviewCalendar.LongestDays(state.Asked.Pattern ?? RecurrencePattern.OneTime);
        return durations.Where((_, i) => Durations[i].Days <= longest).TakeLast(3);
    }

    private static ReviewChoiceStep Switch(
        string name,
        string question,
        Func<ReviewDialogState, bool> isUnknown,
        string yes,
        string no
    ) => new(name, question, isUnknown, [new("Yes", yes, "yes"), new("No", no, "no")], "Say “yes” or “no”.");
}
