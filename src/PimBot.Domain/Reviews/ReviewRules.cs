using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Reviews;

/// <summary>What settings are possible, and who may do what with a review. Pure.</summary>
public static class ReviewRules
{
    /// <summary>Longest reason of an answer, in UTF-16 code units.</summary>
    public const int LongestReason = 1000;

    /// <summary>The farthest that the first occurrence may lie ahead (ours).</summary>
    public static readonly TimeSpan FarthestStart = TimeSpan.FromDays(366);

    /// <summary>Null when a series like this may be made.</summary>
    /// <param name="settings">How it is to be held.</param>
    /// <param name="first">When it is to begin.</param>
    /// <param name="zone">Its zone; null: there is no such zone.</param>
    /// <param name="known">Those of the chosen and fallback reviewers who exist.</param>
    /// <param name="now">Now.</param>
    public static Refusal? Check(
        ReviewSettings settings,
        DateTimeOffset first,
        TimeZoneInfo? zone,
        IReadOnlyCollection<Person> known,
        DateTimeOffset now
    ) =>
        zone is null
            ? Refusal.Because(ReasonCode.UnknownTimeZone)
            : Times(settings, first, zone, now) ?? People(settings, known);

    private static Refusal? Times(ReviewSettings settings, DateTimeOffset first, TimeZoneInfo zone, DateTimeOffset now)
    {
        var recurrence = settings.Recurrence;
        var firstDay = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(first, zone).DateTime);
        return settings switch
        {
            _ when first < now => Refusal.Because(ReasonCode.ReviewStartInPast),
            _ when first - now > FarthestStart => Refusal.Because(
                ReasonCode.ReviewStartTooFarAhead,
                at: now + FarthestStart
            ),
            { Days: < 1 } => Refusal.Because(ReasonCode.ReviewDurationOutOfRange),
            _ when settings.Days > ReviewCalendar.LongestDays(recurrence.Pattern) => Refusal.Because(
                ReasonCode.ReviewDurationOutOfRange
            ),
            _ when recurrence.Count < 1
                    || recurrence.Until < firstDay
                    || (recurrence is { Count: not null, Until: not null }) => Refusal.Because(
                ReasonCode.ReviewRecurrenceEndInvalid
            ),
            _ => null,
        };
    }

    private static Refusal? People(ReviewSettings settings, IReadOnlyCollection<Person> known)
    {
        var chosen = settings.Reviewers is ReviewerKind.Chosen ? settings.Chosen : [];
        if (settings.Reviewers is ReviewerKind.Chosen && chosen.Count == 0)
        {
            return Refusal.Because(ReasonCode.ReviewersMissing);
        }

        if (chosen.Count > ReviewSettings.MostReviewers || settings.Fallback.Count > ReviewSettings.MostReviewers)
        {
            return Refusal.Because(ReasonCode.TooManyReviewers);
        }

        var able = known.Where(MayReview).Select(p => p.Id).ToHashSet();
        return chosen.Concat(settings.Fallback).FirstOrDefault(id => !able.Contains(id)) is { Value: not null } unable
            ? Refusal.Because(ReasonCode.UnknownReviewer, unable)
            : null;
    }

    /// <summary>Whether somebody can be asked at all: an enabled account of a human being that takes part in daily work.</summary>
    public static bool MayReview(Person person) =>
        person is { Enabled: true, Kind: not (PersonKind.ServiceAccount or PersonKind.Emergency) };

    /// <summary>Null when whoever has this right may start, stop, reset or apply reviews of the role and scope.</summary>
    public static Refusal? MayManage(AdministrationRight right) =>
        right is AdministrationRight.Manage ? null : Refusal.Because(ReasonCode.NotAdministrator);

    /// <summary>Null when this person may see the review's results.</summary>
    public static Refusal? MayView(AdministrationRight right) =>
        right is AdministrationRight.None ? Refusal.Because(ReasonCode.UnknownReview) : null;

    /// <summary>Null while the review can be stopped: before its end.</summary>
    public static Refusal? MayStop(AccessReview review) =>
        review.State is ReviewState.NotStarted or ReviewState.InProgress
            ? null
            : Refusal.Because(ReasonCode.ReviewNotInProgress, review.SettledBy, review.SettledAt);

    /// <summary>Null while the review's answers can be cleared.</summary>
    public static Refusal? MayReset(AccessReview review, DateTimeOffset now) => Runs(review, now);

    /// <summary>Null when results wait to be applied by hand.</summary>
    public static Refusal? MayApply(AccessReview review) =>
        review.State is ReviewState.Completed
            ? null
            : Refusal.Because(ReasonCode.ReviewNotCompleted, review.SettledBy, review.SettledAt ?? review.EndsAt);

    /// <summary>Null when this person may give this answer now.</summary>
    /// <param name="review">The review.</param>
    /// <param name="item">The item.</param>
    /// <param name="reviewer">Who answers.</param>
    /// <param name="member">The person under review; null: a group, or somebody who left.</param>
    /// <param name="pools">The pools that the reviewer is in.</param>
    /// <param name="reason">The reason, cleaned.</param>
    /// <param name="now">Now.</param>
    public static Refusal? MayAnswer(
        AccessReview review,
        ReviewItem item,
        Person reviewer,
        Person? member,
        IReadOnlyCollection<ReviewerPool> pools,
        string? reason,
        DateTimeOffset now
    ) =>
        !IsReviewerOf(item, reviewer, pools) ? Refusal.Because(ReasonCode.UnknownReview)
        : !MayReview(reviewer) ? Refusal.Because(ReasonCode.PersonDisabled)
        : member?.IsSameHumanAs(reviewer) is true && !IsOwnQuestion(review, item)
            ? Refusal.Because(ReasonCode.ReviewOfOneself)
        : Runs(review, now)
            ?? (
                review.Settings.IsReasonRequired && string.IsNullOrWhiteSpace(reason)
                    ? Refusal.Because(ReasonCode.ReviewReasonRequired)
                    : null
            );

    /// <summary>Whether this item is among those that a person in these pools answers, themselves left out of account.</summary>
    public static bool IsReviewerOf(ReviewItem item, Person reviewer, IReadOnlyCollection<ReviewerPool> pools) =>
        item.Pool is ReviewerPool.One ? item.Reviewer == reviewer.Id : pools.Contains(item.Pool);

    /// <summary>Whether members are asked about themselves here.</summary>
    public static bool IsOwnQuestion(AccessReview review, ReviewItem item) =>
        review.Settings.Reviewers is ReviewerKind.Self
        && item.Pool is ReviewerPool.One
        && item.Reviewer == item.Principal.Person;

    private static Refusal? Runs(AccessReview review, DateTimeOffset now) =>
        review switch
        {
            { State: ReviewState.InProgress } when now < review.EndsAt => null,
            { State: ReviewState.NotStarted } => Refusal.Because(
                ReasonCode.ReviewNotInProgress,
                at: review.ScheduledStart
            ),
            _ => Refusal.Because(ReasonCode.ReviewNotInProgress, review.SettledBy, review.SettledAt ?? review.EndsAt),
        };
}
