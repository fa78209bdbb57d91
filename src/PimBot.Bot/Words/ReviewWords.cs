using System.Globalization;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Wording;

/// <summary>What access reviews are and how they are held, in English words.</summary>
internal static class ReviewWords
{
    /// <summary>What a reviewer must know before answering: who reads the reason, and which of several answers counts.</summary>
    public const string BeforeAnswering =
        "Whoever loses access reads your reason and your name. Of several reviewers one answer is enough, and the last one counts.";

    public static string Verdict(ReviewVerdict verdict) =>
        verdict switch
        {
            ReviewVerdict.Approve => "Approve",
            ReviewVerdict.Deny => "Deny",
            ReviewVerdict.DontKnow => "Don’t know",
            _ => "No answer",
        };

    public static string Kind(AssignmentType? type) =>
        type switch
        {
            AssignmentType.Eligible => "Eligible assignments",
            AssignmentType.Active => "Active assignments",
            _ => "Eligible and active assignments",
        };

    /// <summary>"14 days"; a day is one day.</summary>
    public static string Days(int days) => days == 1 ? "1 day" : $"{Plain(days)} days";

    public static string Pattern(RecurrencePattern pattern) =>
        pattern switch
        {
            RecurrencePattern.Weekly => "Every week",
            RecurrencePattern.Monthly => "Every month",
            RecurrencePattern.Quarterly => "Every 3 months",
            RecurrencePattern.SemiAnnually => "Every 6 months",
            RecurrencePattern.Annually => "Every year",
            _ => "Once",
        };

    /// <summary>"Once", "Every 3 months, without an end", "Every month, 4 times", "Every week, until 31 December 2026".</summary>
    public static string Recurrence(ReviewRecurrence recurrence) =>
        recurrence switch
        {
            { Pattern: RecurrencePattern.OneTime } => "Once",
            { Count: { } count } => $"{Pattern(recurrence.Pattern)}, {Times(count)}",
            { Until: { } until } => $"{Pattern(recurrence.Pattern)}, until {Day(until)}",
            _ => $"{Pattern(recurrence.Pattern)}, without an end",
        };

    public static string Times(int count) => count == 1 ? "1 time" : $"{Plain(count)} times";

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>What silence means, as a sentence without its full stop.</summary>
    public static string Silence(SilenceRule rule) =>
        rule switch
        {
            SilenceRule.Remove => "Who gets no answer loses it",
            SilenceRule.Approve => "Who gets no answer is approved",
            SilenceRule.TakeRecommendation => "Where nobody answers, the recommendation is taken",
            _ => "Who gets no answer keeps it",
        };

    public static string Applying(ReviewSettings settings) =>
        settings.IsAutoApplied ? "Results are applied by themselves" : "An administrator applies the results";

    /// <summary>Why something is recommended, as a clause.</summary>
    public static string Reason(RecommendationReason reason) =>
        reason switch
        {
            RecommendationReason.SignedInLately => "signed in within 30 days",
            RecommendationReason.ActivatedLately => "activated it within 30 days",
            RecommendationReason.NotSeenLately => "no sign-in and no activation for 30 days",
            RecommendationReason.EmergencyAccount => "an emergency account, kept for the day it is needed",
            _ => "no sign-in and no activation is known",
        };

    /// <summary>"Deny: no sign-in and no activation for 30 days".</summary>
    public static string Recommended(ReviewRecommendation recommendation) =>
        $"{Verdict(recommendation.Verdict)}: {Reason(recommendation.Reason)}";

    /// <summary>"Eligible, permanent", "Active until Friday 6 March at 09:00 (UTC+1)".</summary>
    public static string Held(ReviewItem item, DateTimeOffset now, TimeZoneInfo zone)
    {
        var kind = item.Type is AssignmentType.Eligible ? "Eligible" : "Active";
        return item.Until is { } until ? $"{kind} until {Words.Moment(until, now, zone)}" : $"{kind}, permanent";
    }

    /// <summary>"today", "3 days ago", "on 12 December 2025"; what is unknown is "never, as far as I know".</summary>
    public static string Ago(DateTimeOffset? at, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (at is not { } moment)
        {
            return "never, as far as I know";
        }

        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var days = (TimeZoneInfo.ConvertTime(now, zone).Date - local.Date).Days;
        return days switch
        {
            <= 0 => "today",
            1 => "yesterday",
            <= 60 => $"{Plain(days)} days ago",
            _ => $"on {Day(DateOnly.FromDateTime(local.DateTime))}",
        };
    }

    public static string Count(int number, string one, string many) =>
        number == 1 ? $"1 {one}" : $"{Plain(number)} {many}";

    private static string Plain(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
