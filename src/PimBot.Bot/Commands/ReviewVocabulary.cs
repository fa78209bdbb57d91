using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Commands;

/// <summary>The set phrases in which a review's settings are said, and what each of them sets.</summary>
internal static class ReviewVocabulary
{
    private static readonly string[] Silences =
    [
        "if silent",
        "when silent",
        "if nobody answers",
        "when nobody answers",
    ];

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
            "with reason|with reasons|with a reason|reason required|reasons required|reason needed|reasons needed|require reason|require reasons|require a reason"
        ),
        .. Says(
            a => a with { IsReasonRequired = false },
            "without reason|without reasons|without a reason|no reason|no reasons|reason optional|reasons optional|no reason required|no reasons required|no reason needed|no reasons needed|reason not required|reasons not required"
        ),
        .. Says(a => a with { ShowsRecommendations = true }, "with recommendations|show recommendations"),
        .. Says(
            a => a with { ShowsRecommendations = false },
            "without recommendations|no recommendations|hide recommendations"
        ),
        .. Silent(
            SilenceRule.Remove,
            "remove",
            "silence removes|remove silent|remove the silent|silent lose it|remove without answer"
        ),
        .. Silent(
            SilenceRule.NoChange,
            "keep|no change",
            "silence keeps|keep silent|keep the silent|no change|silence changes nothing"
        ),
        .. Silent(SilenceRule.Approve, "approve", "silence approves|approve silent"),
        .. Silent(
            SilenceRule.TakeRecommendation,
            "recommendation|take recommendation|take recommendations|take the recommendation|take the recommendations",
            "silence takes recommendation|silence takes recommendations|silence takes the recommendation|take recommendation|take recommendations|take the recommendation|take the recommendations"
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

    /// <summary>Each deed with each way to say "where nobody answers", before or after it; and phrases that say both.</summary>
    private static IEnumerable<(string[] Words, Func<ReviewAsked, ReviewAsked> Set)> Silent(
        SilenceRule rule,
        string deeds,
        string phrases
    )
    {
        var both =
            from deed in deeds.Split('|')
            from silence in Silences
            from phrase in new[] { $"{deed} {silence}", $"{silence} {deed}" }
            select phrase;
        return Says(a => a with { WhenSilent = rule }, string.Join('|', both.Prepend(phrases)));
    }

    private static IEnumerable<(string[] Words, Func<ReviewAsked, ReviewAsked> Set)> Says(
        Func<ReviewAsked, ReviewAsked> set,
        string phrases
    ) => phrases.Split('|').Select(phrase => (phrase.Split(' '), set));
}
