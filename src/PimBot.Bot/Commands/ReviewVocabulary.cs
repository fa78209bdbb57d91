using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Commands;

/// <summary>The set phrases in which a review's settings are said, and what each of them sets.</summary>
internal static class ReviewVocabulary
{
    /// <summary>Each phrase as its words; of several that fit, the longest is meant.</summary>
    public static IReadOnlyList<(string[] Words, Func<ReviewAsked, ReviewAsked> Set)> All { get; } =
    [
        .. Says(
            a => a with { Type = AssignmentType.Eligible, IsTypeSaid = true },
            "eligible|only eligible|eligible only|eligible assignments|eligible ones"
        ),
        .. Says(
            a => a with { Type = AssignmentType.Active, IsTypeSaid = true },
            "active|only active|active only|active assignments|active ones"
        ),
        .. Says(
            a => a with { Type = null, IsTypeSaid = true },
            "eligible and active|active and eligible|both|all assignments|everybody|everyone|eligible and active assignments"
        ),
        .. Says(
            a => a with { Reviewers = ReviewerKind.Self },
            "by members|by the members|by members themselves|by the members themselves|by themselves|by each member|by the holders|members themselves|themselves|self review|self-review|members review themselves|by members for themselves"
        ),
        .. Says(
            a => a with { Reviewers = ReviewerKind.Manager },
            "by managers|by manager|by the manager|by the managers|by their manager|by their managers|by line managers|by each manager|by each member's manager|by each member’s manager"
        ),
        .. Says(a => a with { Pattern = RecurrencePattern.OneTime }, "once|one time|one-time|only once|just once"),
        .. Says(a => a with { Pattern = RecurrencePattern.Weekly }, "weekly|every week|each week|once a week"),
        .. Says(a => a with { Pattern = RecurrencePattern.Monthly }, "monthly|every month|each month|once a month"),
        .. Says(
            a => a with { Pattern = RecurrencePattern.Quarterly },
            "quarterly|every quarter|each quarter|every 3 months|every three months"
        ),
        .. Says(
            a => a with { Pattern = RecurrencePattern.SemiAnnually },
            "semi-annually|semiannually|half-yearly|every half year|every half-year|twice a year|every 6 months|every six months"
        ),
        .. Says(
            a => a with { Pattern = RecurrencePattern.Annually },
            "annually|yearly|every year|each year|once a year|every 12 months"
        ),
        .. Says(
            a => a with { IsEndless = true },
            "forever|for ever|for good|without end|without an end|endless|endlessly|never ends|no end"
        ),
        .. Says(
            a => a with { IsReasonRequired = true },
            "with reason|with reasons|with a reason|reason required|reasons required|require reason|require reasons|require a reason"
        ),
        .. Says(
            a => a with { IsReasonRequired = false },
            "without reason|without reasons|without a reason|no reason|no reasons|reason optional"
        ),
        .. Says(a => a with { ShowsRecommendations = true }, "with recommendations|show recommendations"),
        .. Says(
            a => a with { ShowsRecommendations = false },
            "without recommendations|no recommendations|hide recommendations"
        ),
        .. Says(
            a => a with { WhenSilent = SilenceRule.Remove },
            "silence removes|remove silent|remove the silent|remove if silent|remove when silent|remove if nobody answers|remove when nobody answers|silent lose it|remove without answer"
        ),
        .. Says(
            a => a with { WhenSilent = SilenceRule.NoChange },
            "silence keeps|keep silent|keep the silent|no change|silence changes nothing|keep if nobody answers|keep when nobody answers|keep if silent|keep when silent"
        ),
        .. Says(
            a => a with { WhenSilent = SilenceRule.Approve },
            "silence approves|approve silent|approve if silent|approve when silent|approve if nobody answers|approve when nobody answers"
        ),
        .. Says(
            a => a with { WhenSilent = SilenceRule.TakeRecommendation },
            "silence takes recommendation|silence takes recommendations|silence takes the recommendation|take recommendation|take recommendations|take the recommendation|recommendation if silent|recommendation when silent"
        ),
        .. Says(
            a => a with { IsAutoApplied = true },
            "apply automatically|auto-apply|auto apply|applied automatically|automatically|apply results automatically|apply by itself"
        ),
        .. Says(
            a => a with { IsAutoApplied = false },
            "by hand|apply by hand|apply results by hand|manually|apply manually|hold results|hold the results"
        ),
        .. Says(a => a with { IsReminderSent = true }, "with reminder|with a reminder|remind|remind at half time"),
        .. Says(a => a with { IsReminderSent = false }, "without reminder|without a reminder|no reminder|no reminders"),
    ];

    private static IEnumerable<(string[] Words, Func<ReviewAsked, ReviewAsked> Set)> Says(
        Func<ReviewAsked, ReviewAsked> set,
        string phrases
    ) => phrases.Split('|').Select(phrase => (phrase.Split(' '), set));
}
