using PimBot.Application.Access;
using PimBot.Application.Reviews;
using PimBot.Bot.Reviews;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Tests.Cards;

/// <summary>Access reviews and their items, as the store would show them at <see cref="RequestViews.Now"/>.</summary>
internal static class ReviewSampleViews
{
    public static readonly DateTimeOffset Now = RequestViews.Now;

    private static readonly ReviewId Id = new(new Guid("5eed0000-0000-4000-8000-000000000020"));

    public static readonly ReviewSettings Settings = new()
    {
        Reviewers = ReviewerKind.Chosen,
        Days = 14,
        Recurrence = new ReviewRecurrence { Pattern = RecurrencePattern.Quarterly },
        WhenSilent = SilenceRule.TakeRecommendation,
    };

    public static ReviewView View(
        Cast cast,
        ReviewState state = ReviewState.InProgress,
        ReviewSettings? settings = null,
        ReviewTotals? totals = null,
        string? name = null
    ) =>
        new()
        {
            Now = Now,
            Review = new AccessReview
            {
                Id = Id,
                Series = new ReviewSeriesId(new Guid("5eed0000-0000-4000-8000-000000000021")),
                Occurrence = 2,
                Name = name ?? cast.Role.Name,
                Access = cast.Access,
                CreatedBy = cast.Frank.Id,
                Settings = settings ?? Settings,
                State = state,
                ScheduledStart = Now - TimeSpan.FromDays(5),
                StartedAt = state is ReviewState.NotStarted ? null : Now - TimeSpan.FromDays(5),
                EndsAt =
                    state is ReviewState.NotStarted ? null
                    : state is ReviewState.InProgress ? Now + TimeSpan.FromDays(9)
                    : Now - TimeSpan.FromHours(1),
                SettledAt = state is ReviewState.Applied or ReviewState.Stopped or ReviewState.Completed
                    ? Now - TimeSpan.FromMinutes(10)
                    : null,
                SettledBy = state is ReviewState.Stopped ? cast.Frank.Id : null,
            },
            Role = cast.Role,
            Scope = cast.Scope,
            Totals = totals ?? Running,
            CreatedBy = cast.Frank,
            SettledBy = state is ReviewState.Stopped ? cast.Frank : null,
        };

    public static ReviewTotals Running { get; } =
        new()
        {
            Items = 12,
            Answered = 7,
            Answers = new Dictionary<ReviewVerdict, int>
            {
                [ReviewVerdict.Approve] = 4,
                [ReviewVerdict.Deny] = 2,
                [ReviewVerdict.DontKnow] = 1,
            },
            Results = new Dictionary<ReviewItemResult, int> { [ReviewItemResult.Open] = 12 },
        };

    public static ReviewTotals Settled { get; } =
        Running with
        {
            Answered = 10,
            Results = new Dictionary<ReviewItemResult, int>
            {
                [ReviewItemResult.Kept] = 7,
                [ReviewItemResult.Removed] = 2,
                [ReviewItemResult.Refused] = 1,
                [ReviewItemResult.Waiting] = 1,
                [ReviewItemResult.Gone] = 1,
            },
        };

    public static ReviewTotals ToApply { get; } =
        Running with
        {
            Answered = 10,
            Results = new Dictionary<ReviewItemResult, int>
            {
                [ReviewItemResult.Kept] = 9,
                [ReviewItemResult.ToRemove] = 3,
            },
        };

    public static ReviewItemView Item(
        Person person,
        int number,
        ReviewAnswer? answer = null,
        ReviewItemResult result = ReviewItemResult.Open,
        ReasonCode? reason = null,
        string? answeredBy = null
    ) => Row(StandingViews.Person(person), number, answer, result, reason, answeredBy);

    public static ReviewItemView Group(Cast cast, int number) =>
        Row(StandingViews.Group(cast), number) with
        {
            MemberCount = 14,
            Members = [cast.Alice.Name, cast.Bob.Name, cast.Carol.Name, .. Enumerable.Repeat(cast.Frank.Name, 7)],
        };

    public static ReviewAnswer Answer(Cast cast, ReviewVerdict verdict, Person? by = null, bool isBulk = false) =>
        new(verdict, (by ?? cast.Bob).Id, Now - TimeSpan.FromHours(2), cast.Reason, isBulk);

    public static ReviewerPage Page(ReviewView view, params IReadOnlyList<ReviewItemView> items) =>
        new()
        {
            View = view,
            Progress = new ReviewProgress(7, 12),
            Items = items,
            HasPrevious = true,
            HasNext = true,
        };

    private static ReviewItemView Row(
        Assignee assignee,
        int number,
        ReviewAnswer? answer = null,
        ReviewItemResult result = ReviewItemResult.Open,
        ReasonCode? reason = null,
        string? answeredBy = null
    ) =>
        new(
            new ReviewItem
            {
                Id = new Guid($"5eed0000-0000-4000-8000-0000000003{number:00}"),
                Review = Id,
                Number = number,
                Assignment = new Guid($"5eed0000-0000-4000-8000-0000000004{number:00}"),
                Principal = assignee.Principal,
                Type = number % 3 == 0 ? AssignmentType.Active : AssignmentType.Eligible,
                Since = Now - TimeSpan.FromDays(40 * number),
                Until = number % 2 == 0 ? Now + TimeSpan.FromDays(30) : null,
                LastActivation = number % 2 == 0 ? null : Now - TimeSpan.FromDays(3),
                LastSignIn = number % 2 == 0 ? Now - TimeSpan.FromDays(45) : Now - TimeSpan.FromHours(4),
                Recommendation =
                    number % 2 == 0
                        ? new(ReviewVerdict.Deny, RecommendationReason.NotSeenLately)
                        : new(ReviewVerdict.Approve, RecommendationReason.SignedInLately),
                Pool = ReviewerPool.Chosen,
                Answer = answer,
                Decided =
                    result is ReviewItemResult.Open ? null
                    : result is ReviewItemResult.Kept ? answer?.Verdict ?? ReviewVerdict.NotReviewed
                    : answer?.Verdict ?? ReviewVerdict.Deny,
                Result = result,
                Reason = reason,
            },
            assignee,
            answer is null ? null : answeredBy,
            0,
            []
        );
}
