using PimBot.Domain.Access;
using PimBot.Domain.Reviews;
using Xunit;

namespace PimBot.Domain.Tests.Reviews;

public sealed class ReviewLifeTests
{
    [Fact]
    public void A_review_is_due_at_its_start_at_half_time_and_at_its_end()
    {
        var ahead = Reviewed.Ahead();
        Assert.Equal(Given.Now, ahead.NextDue);
        var running = Reviewed.Review();
        Assert.Equal(Given.Now.AddHours(1), ReviewLife.PutOff(ahead, running, Given.Now).NextDue);
        var last = Given.Now.AddDays(14).AddMinutes(-5);
        Assert.Equal(last.AddMinutes(6), ReviewLife.PutOff(ahead, running, last).NextDue);
        var over = Given.Now.AddDays(15);
        Assert.Equal(over.AddMinutes(1), ReviewLife.PutOff(ahead, running, over).NextDue);

        Assert.Equal(Given.Now.AddDays(7), running.NextDue);
        var reminded = ReviewLife.Remind(running);
        Assert.Equal(Given.Now.AddDays(14), reminded.NextDue);
        Assert.True(ReviewLife.End(reminded).IsRunning);
    }

    [Fact]
    public void Results_wait_to_be_applied_by_hand_or_follow_at_once()
    {
        var end = Given.Now.AddDays(14);
        Assert.Null(Complete(Reviewed.Settings).NextDue);
        var own = Complete(Reviewed.Settings with { IsAutoApplied = true });
        Assert.Equal(end, own.NextDue);
        Assert.False(own.IsRunning);

        var applying = ReviewLife.Apply(own, null);
        Assert.Equal(end, applying.NextDue);
        Assert.Equal(end.AddMinutes(3), ReviewLife.ApplyLater(applying, end.AddMinutes(3)).NextDue);
        Assert.Null(ReviewLife.Applied(applying, end).NextDue);

        AccessReview Complete(ReviewSettings settings) =>
            ReviewLife.Complete(ReviewLife.End(Reviewed.Review(settings)), end);
    }

    [Fact]
    public void A_review_that_was_stopped_is_due_never_again() =>
        Assert.Null(ReviewLife.Stop(Reviewed.Review(), Given.Now, Given.Bob.Id).NextDue);

    [Fact]
    public void What_has_nobody_to_review_is_over_at_once()
    {
        var empty = ReviewLife.Begin(Reviewed.Ahead(), Given.Now, TimeZoneInfo.Utc, items: 0);
        Assert.Equal((Given.Now, Given.Now), (empty.EndsAt, empty.NextDue));
    }

    [Theory]
    [InlineData(30, null, ReviewVerdict.Approve, RecommendationReason.SignedInLately)]
    [InlineData(31, null, ReviewVerdict.Deny, RecommendationReason.NotSeenLately)]
    [InlineData(null, 30, ReviewVerdict.Approve, RecommendationReason.ActivatedLately)]
    [InlineData(90, 31, ReviewVerdict.Deny, RecommendationReason.NotSeenLately)]
    [InlineData(90, 3, ReviewVerdict.Approve, RecommendationReason.ActivatedLately)]
    [InlineData(null, null, ReviewVerdict.Deny, RecommendationReason.NeverSeen)]
    public void Who_was_seen_within_30_days_is_recommended_to_stay(
        int? signedIn,
        int? activated,
        ReviewVerdict verdict,
        RecommendationReason reason
    ) =>
        Assert.Equal(
            new ReviewRecommendation(verdict, reason),
            ReviewRecommendation.For([Given.Alice], DaysAgo(signedIn), DaysAgo(activated), Given.Now)
        );

    [Fact]
    public void An_emergency_account_is_recommended_to_stay_though_nobody_uses_it() =>
        Assert.Equal(
            new ReviewRecommendation(ReviewVerdict.Approve, RecommendationReason.EmergencyAccount),
            ReviewRecommendation.For([Given.Person("e", PersonKind.Emergency)], null, null, Given.Now)
        );

    [Fact]
    public void Who_can_answer_is_asked_and_otherwise_the_fallback_reviewers()
    {
        var disabled = Given.Bob with { Enabled = false };
        var linked = Given.Bob with { LinkedTo = Given.Alice.Id };
        Assert.Equal(One(Given.Alice), For(ReviewerKind.Self, Given.Alice, null));
        Assert.Equal(Fallback, For(ReviewerKind.Self, Given.Alice with { Enabled = false }, null));
        Assert.Equal(Fallback, For(ReviewerKind.Self, Given.Person("s", PersonKind.ServiceAccount), null));
        Assert.Equal(Fallback, For(ReviewerKind.Self, Given.Person("e", PersonKind.Emergency), null));
        Assert.Equal(Fallback, For(ReviewerKind.Self, null, null));

        Assert.Equal(One(Given.Bob), For(ReviewerKind.Manager, Given.Alice, Given.Bob));
        Assert.Equal(Fallback, For(ReviewerKind.Manager, Given.Alice, null));
        Assert.Equal(Fallback, For(ReviewerKind.Manager, Given.Alice, disabled));
        Assert.Equal(Fallback, For(ReviewerKind.Manager, Given.Alice, linked));

        Assert.Equal(Chosen, For(ReviewerKind.Chosen, Given.Alice, null, Given.Bob, Given.Alice));
        Assert.Equal(Chosen, For(ReviewerKind.Chosen, null, null, Given.Bob));
        Assert.Equal(Fallback, For(ReviewerKind.Chosen, Given.Alice, null, Given.Alice));
        Assert.Equal(Fallback, For(ReviewerKind.Chosen, Given.Alice, null, linked, disabled));
    }

    private static readonly ReviewerChoice Fallback = new(ReviewerPool.Fallback, null);
    private static readonly ReviewerChoice Chosen = new(ReviewerPool.Chosen, null);

    private static ReviewerChoice One(Person person) => new(ReviewerPool.One, person.Id);

    private static ReviewerChoice For(ReviewerKind kind, Person? member, Person? manager, params Person[] chosen) =>
        ReviewerChoice.For(kind, member, manager, chosen);

    private static DateTimeOffset? DaysAgo(int? days) => days is { } some ? Given.Now.AddDays(-some) : null;
}
