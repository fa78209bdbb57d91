using System.Globalization;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Access.AsCode;

/// <summary>Says series of access reviews, and in what two of them differ.</summary>
internal sealed class DirectoryReviewDifferences(DirectoryNames names)
{
    private const string Ahead = "from the next occurrence on";

    /// <summary>Empty when both mean the same.</summary>
    public IReadOnlyList<DirectoryDetail> Between(DirectoryReview before, DirectoryReview after)
    {
        var (old, next) = (before.Settings, after.Settings);
        return
        [
            .. new DirectoryDetail[]
            {
                new("reviewed", Type(old), Type(next)),
                new("reviewers", Reviewers(old), Reviewers(next)),
                new("fallback reviewers", Fallback(old), Fallback(next)),
                new("first", DirectoryPeriodWords.Exact(before.First), DirectoryPeriodWords.Exact(after.First)),
                new("lasts", Days(old), Days(next)),
                new("comes back", Recurrence(old), Recurrence(next)),
                new("time zone", old.TimeZone, next.TimeZone),
                new("reason", Required(old.IsReasonRequired), Required(next.IsReasonRequired)),
                new("recommendations", Shown(old.ShowsRecommendations), Shown(next.ShowsRecommendations)),
                new("without an answer", Silence(old), Silence(next)),
                new("results", Applied(old), Applied(next)),
                new("reminder", Sent(old.IsReminderSent), Sent(next.IsReminderSent)),
            }
                .Where(d => d.Before != d.After)
                .Select(d => d with { Applies = Ahead }),
        ];
    }

    /// <summary>Such as <c>begins 2027-01-01 00:00 UTC, every 3 months, lasts 14 days, of eligible assignments, asked: Bob, Carol, …</c>: all that decides who may lose what.</summary>
    public string Words(DirectoryReview review)
    {
        var begin = review.BeginsAtOnce ? "begins now" : $"begins {DirectoryPeriodWords.Moment(review.First)}";
        var settings = review.Settings;
        return string.Join(
            ", ",
            begin,
            Recurrence(settings),
            $"lasts {Days(settings)}",
            $"of {Type(settings)}",
            $"asked: {Reviewers(settings)}",
            $"otherwise: {Fallback(settings)}",
            $"reason {Required(settings.IsReasonRequired)}",
            $"without an answer {Silence(settings)}",
            $"results {Applied(settings)}"
        );
    }

    private static string Days(ReviewSettings settings) => DirectoryCounting.Count(settings.Days, "day", "days");

    private static string Type(ReviewSettings settings) =>
        settings.Type switch
        {
            AssignmentType.Eligible => "eligible assignments",
            AssignmentType.Active => "active assignments",
            _ => "eligible and active assignments",
        };

    private string Reviewers(ReviewSettings settings) =>
        settings.Reviewers switch
        {
            ReviewerKind.Self => "members themselves",
            ReviewerKind.Manager => "each member's manager",
            _ => People(settings.Chosen),
        };

    private string Fallback(ReviewSettings settings) =>
        settings.Fallback.Count == 0 ? "administrators" : People(settings.Fallback);

    private string People(IReadOnlyList<PersonId> people) =>
        string.Join(", ", people.Select(names.Of).Order(StringComparer.Ordinal));

    private static string Recurrence(ReviewSettings settings)
    {
        var often = settings.Recurrence.Pattern switch
        {
            RecurrencePattern.Weekly => "every week",
            RecurrencePattern.Monthly => "every month",
            RecurrencePattern.Quarterly => "every 3 months",
            RecurrencePattern.SemiAnnually => "every 6 months",
            RecurrencePattern.Annually => "every year",
            _ => "once",
        };
        return settings.Recurrence switch
        {
            { Until: { } until } => $"{often} until {until.ToString("O", CultureInfo.InvariantCulture)}",
            { Count: { } count } => $"{often}, {DirectoryCounting.Count(count, "time", "times")} in all",
            _ => often,
        };
    }

    private static string Silence(ReviewSettings settings) =>
        settings.WhenSilent switch
        {
            SilenceRule.Remove => "access is removed",
            SilenceRule.Approve => "access is approved",
            SilenceRule.TakeRecommendation => "the recommendation counts",
            _ => "nothing changes",
        };

    private static string Applied(ReviewSettings settings) =>
        settings.IsAutoApplied ? "applied by themselves" : "applied by an administrator";

    private static string Required(bool isRequired) => isRequired ? "required" : "not required";

    private static string Shown(bool isShown) => isShown ? "shown" : "not shown";

    private static string Sent(bool isSent) => isSent ? "sent" : "not sent";
}
