using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;
using Xunit;

namespace PimBot.Domain.Tests.Reviews;

public sealed class ReviewRulesTests
{
    private static readonly Person Service = Given.Person("service", PersonKind.ServiceAccount);
    private static readonly Person Emergency = Given.Person("emergency", PersonKind.Emergency);

    [Fact]
    public void What_is_possible_is_allowed()
    {
        Assert.Null(Check(Reviewed.Settings));
        Assert.Null(Check(Reviewed.Settings with { Reviewers = ReviewerKind.Self, Chosen = [] }));
        Assert.Null(Check(Reviewed.Settings with { Recurrence = Weekly(until: new(2026, 3, 2)), Days = 6 }));
        Assert.Null(Check(Reviewed.Settings with { Recurrence = Weekly(count: 1), Days = 1 }));
    }

    [Theory]
    [InlineData(RecurrencePattern.OneTime, 180)]
    [InlineData(RecurrencePattern.Weekly, 6)]
    [InlineData(RecurrencePattern.Monthly, 27)]
    [InlineData(RecurrencePattern.Quarterly, 88)]
    [InlineData(RecurrencePattern.SemiAnnually, 180)]
    [InlineData(RecurrencePattern.Annually, 180)]
    public void A_review_lasts_a_day_at_least_and_never_into_the_next(RecurrencePattern pattern, int longest)
    {
        var settings = Reviewed.Settings with { Recurrence = new() { Pattern = pattern } };
        Assert.Null(Check(settings with { Days = longest }));
        Assert.Equal(ReasonCode.ReviewDurationOutOfRange, Check(settings with { Days = longest + 1 }));
        Assert.Equal(ReasonCode.ReviewDurationOutOfRange, Check(settings with { Days = 0 }));
        Assert.Equal(ReasonCode.ReviewDurationOutOfRange, Check(settings with { Days = int.MinValue }));
    }

    [Fact]
    public void A_start_lies_ahead_and_within_a_year()
    {
        Assert.Equal(ReasonCode.ReviewStartInPast, Check(Reviewed.Settings, Given.Now.AddTicks(-1)));
        Assert.Null(Check(Reviewed.Settings, Given.Now.AddDays(366)));
        Assert.Equal(ReasonCode.ReviewStartTooFarAhead, Check(Reviewed.Settings, Given.Now.AddDays(367)));
        Assert.Equal(ReasonCode.ReviewStartTooFarAhead, Check(Reviewed.Settings, DateTimeOffset.MaxValue.AddDays(-2)));
    }

    [Fact]
    public void A_series_ends_after_its_start_in_one_way()
    {
        var settings = Reviewed.Settings with { Days = 5 };
        Assert.Equal(Invalid, Check(settings with { Recurrence = Weekly(until: new(2026, 3, 1)) }));
        Assert.Equal(Invalid, Check(settings with { Recurrence = Weekly(count: 0) }));
        Assert.Equal(Invalid, Check(settings with { Recurrence = Weekly(count: 2, until: new(2027, 1, 1)) }));
    }

    [Fact]
    public void Reviewers_are_enabled_people()
    {
        var settings = Reviewed.Settings;
        Assert.Equal(ReasonCode.ReviewersMissing, Check(settings with { Chosen = [] }));
        Assert.Equal(ReasonCode.UnknownReviewer, Check(settings with { Chosen = [new("nobody")] }));
        Assert.Equal(ReasonCode.UnknownReviewer, Check(settings with { Chosen = [Service.Id] }));
        Assert.Equal(ReasonCode.UnknownReviewer, Check(settings with { Fallback = [Emergency.Id] }));
        Assert.Equal(ReasonCode.UnknownReviewer, Check(settings with { Chosen = [new("disabled")] }));
        var many = Enumerable.Repeat(Given.Bob.Id, 101).ToList();
        Assert.Equal(ReasonCode.TooManyReviewers, Check(settings with { Chosen = many }));
    }

    [Fact]
    public void A_zone_that_is_unknown_is_refused() =>
        Assert.Equal(
            ReasonCode.UnknownTimeZone,
            ReviewRules.Check(Reviewed.Settings, Given.Now, null, [], Given.Now)?.Code
        );

    [Fact]
    public void Who_manages_the_scope_manages_its_reviews_and_readers_only_look()
    {
        Assert.Null(ReviewRules.MayManage(AdministrationRight.Manage));
        Assert.Equal(ReasonCode.NotAdministrator, ReviewRules.MayManage(AdministrationRight.View)?.Code);
        Assert.Null(ReviewRules.MayView(AdministrationRight.View));
        Assert.Equal(ReasonCode.UnknownReview, ReviewRules.MayView(AdministrationRight.None)?.Code);
    }

    [Fact]
    public void A_chosen_reviewer_answers_for_everybody_until_the_end()
    {
        Assert.Null(Answer(Given.Bob));
        Assert.Null(Answer(Given.Bob, Given.Now.AddDays(14).AddTicks(-1)));
        Assert.Equal(ReasonCode.ReviewNotInProgress, Answer(Given.Bob, Given.Now.AddDays(14)));
        Assert.Equal(ReasonCode.UnknownReview, Answer(Given.Bob, pools: []));
        Assert.Equal(ReasonCode.UnknownReview, Answer(Given.Bob, pools: [ReviewerPool.Fallback]));
        Assert.Equal(ReasonCode.PersonDisabled, Answer(Given.Bob with { Enabled = false }));
        Assert.Equal(ReasonCode.ReviewReasonRequired, Answer(Given.Bob, reason: " "));
    }

    [Fact]
    public void Nobody_decides_about_themselves_also_not_through_another_account()
    {
        Assert.Equal(ReasonCode.ReviewOfOneself, Answer(Given.Alice));
        Assert.Equal(ReasonCode.ReviewOfOneself, Answer(Given.Bob with { LinkedTo = Given.Alice.Id }));
        Assert.Equal(
            ReasonCode.ReviewOfOneself,
            Answer(Given.Bob, member: Given.Alice with { LinkedTo = Given.Bob.Id })
        );
    }

    [Fact]
    public void Who_reviews_themselves_answers_their_own_question_only()
    {
        var review = Reviewed.Review(Reviewed.Settings with { Reviewers = ReviewerKind.Self });
        var own = Reviewed.Item(review) with { Pool = ReviewerPool.One, Reviewer = Given.Alice.Id };
        Assert.Null(Answer(review, own, Given.Alice, Given.Alice));
        Assert.Equal(ReasonCode.UnknownReview, Answer(review, own, Given.Bob, Given.Alice));
        // A manager who is asked is never asked about themselves.
        var managed = Reviewed.Review(Reviewed.Settings with { Reviewers = ReviewerKind.Manager });
        Assert.Equal(ReasonCode.ReviewOfOneself, Answer(managed, own, Given.Alice, Given.Alice));
    }

    [Fact]
    public void A_review_is_stopped_before_its_end_reset_while_it_runs_and_applied_after_it()
    {
        var (ahead, running) = (Reviewed.Ahead(), Reviewed.Review());
        var completed = ReviewLife.Complete(ReviewLife.End(running), Given.Now.AddDays(14));
        var stopped = ReviewLife.Stop(running, Given.Now, Given.Bob.Id);

        Assert.Null(ReviewRules.MayStop(ahead));
        Assert.Null(ReviewRules.MayStop(running));
        Assert.Equal(ReasonCode.ReviewNotInProgress, ReviewRules.MayStop(stopped)?.Code);
        Assert.Equal(ReasonCode.ReviewNotInProgress, ReviewRules.MayStop(completed)?.Code);
        Assert.Null(ReviewRules.MayReset(running, Given.Now));
        Assert.Equal(ReasonCode.ReviewNotInProgress, ReviewRules.MayReset(ahead, Given.Now)?.Code);
        Assert.Equal(ReasonCode.ReviewNotInProgress, ReviewRules.MayReset(running, Given.Now.AddDays(14))?.Code);
        Assert.Null(ReviewRules.MayApply(completed));
        Assert.Equal(ReasonCode.ReviewNotCompleted, ReviewRules.MayApply(running)?.Code);
        Assert.Equal(ReasonCode.ReviewNotCompleted, ReviewRules.MayApply(stopped)?.Code);
    }

    private const ReasonCode Invalid = ReasonCode.ReviewRecurrenceEndInvalid;

    private static ReviewRecurrence Weekly(int? count = null, DateOnly? until = null) =>
        new()
        {
            Pattern = RecurrencePattern.Weekly,
            Count = count,
            Until = until,
        };

    private static ReasonCode? Check(ReviewSettings settings, DateTimeOffset? first = null) =>
        ReviewRules
            .Check(
                settings,
                first ?? Given.Now,
                TimeZoneInfo.Utc,
                [Given.Bob, Service, Emergency, Given.Person("disabled") with { Enabled = false }],
                Given.Now
            )
            ?.Code;

    private static ReasonCode? Answer(
        Person reviewer,
        DateTimeOffset? now = null,
        string reason = "asked her",
        Person? member = null,
        IReadOnlyCollection<ReviewerPool>? pools = null
    )
    {
        var review = Reviewed.Review();
        return ReviewRules
            .MayAnswer(
                review,
                Reviewed.Item(review),
                reviewer,
                member ?? Given.Alice,
                pools ?? [ReviewerPool.Chosen],
                reason,
                now ?? Given.Now
            )
            ?.Code;
    }

    private static ReasonCode? Answer(AccessReview review, ReviewItem item, Person reviewer, Person member) =>
        ReviewRules.MayAnswer(review, item, reviewer, member, [ReviewerPool.One], "asked", Given.Now)?.Code;
}
