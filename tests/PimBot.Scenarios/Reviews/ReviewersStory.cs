using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

public sealed class ReviewersStory
{
    private readonly ReviewNotices notices = new();

    [Fact]
    [Rule("I4")]
    public async Task Members_answer_for_themselves_and_who_can_t_is_left_to_the_administrators()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                Reviewers = ReviewerKind.Self,
                Chosen = [],
            }
        );
        var ivan = scene.Person("Ivan Ito");
        notices.AssertTold(ReviewNoticeKind.SelfAsked, scene.Alice);
        notices.AssertTold(ReviewNoticeKind.Started, scene.Frank);

        Assert.Equal(ReasonCode.UnknownReview, await Code(scene.Bob, scene.Alice));
        Assert.Equal(ReasonCode.UnknownReview, await Code(scene.Frank, scene.Alice));
        Assert.Equal(ReasonCode.UnknownReview, await Code(ivan, ivan));
        Assert.Equal(ReasonCode.ReviewReasonRequired, await Code(scene.Alice, scene.Alice, null));
        Assert.Null(await Code(scene.Alice, scene.Alice));
        Assert.Null(await Code(scene.Frank, ivan));
        Assert.Equal(3, await scene.CountsAudited(AuditAction.ReviewAnswerRefused));
        Assert.Equal(2, await scene.CountsAudited(AuditAction.ReviewAnswered));

        async Task<ReasonCode?> Code(TestPerson reviewer, TestPerson member, string? reason = "still needed") =>
            (await scene.Answers(reviewer, review, member, ReviewVerdict.Approve, reason)).Refusal?.Code;
    }

    [Fact]
    [Rule("I4")]
    public async Task Managers_answer_for_their_people_and_the_fallback_reviewers_for_the_others()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(
            Contoso.GlobalAdministrator,
            ReviewScene.ByBob with
            {
                Reviewers = ReviewerKind.Manager,
                Chosen = [],
                Fallback = [scene.Dan.Key()],
            }
        );
        notices.AssertTold(ReviewNoticeKind.Started, scene.Frank, scene.Dan);
        Assert.Equal(new ReviewProgress(0, 4), await scene.Progress(review, scene.Frank));
        // Both emergency accounts have no manager.
        Assert.Equal(new ReviewProgress(0, 2), await scene.Progress(review, scene.Dan));
        Assert.All(
            (await scene.Items(review)).Where(item => item.Pool is ReviewerPool.Fallback),
            item => Assert.Equal(RecommendationReason.EmergencyAccount, item.Recommendation.Reason)
        );
    }

    [Fact]
    [Rule("I8")]
    public async Task A_reviewer_has_neither_themselves_nor_their_other_account_to_review()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(
            Contoso.GlobalAdministrator,
            ReviewScene.ByBob with
            {
                Type = AssignmentType.Eligible,
            }
        );
        // Alice and Carol; Bob and his second account are left to the administrators of the role.
        Assert.Equal(new ReviewProgress(0, 2), await scene.Progress(review, scene.Bob));
        Assert.Equal(new ReviewProgress(0, 2), await scene.Progress(review, scene.Frank));
        var own = await scene.Answers(scene.Bob, review, scene.BobAdmin, ReviewVerdict.Approve);
        Assert.Equal(ReasonCode.UnknownReview, own.Refusal?.Code);

        var all = await scene.Does(
            (work, stop) =>
                RecordRecommendedAnswers.RunAsync(
                    work,
                    new RecordRecommendedAnswersCommand(scene.Bob.Key(), review.Id, "as recommended"),
                    stop
                )
        );
        Assert.Equal(new RecommendedAnswers(2, new ReviewProgress(2, 2)), all.Value);
        Assert.True((await scene.Item(review, scene.Alice.Key())).Answer!.IsBulk);
        Assert.Null((await scene.Item(review, scene.BobAdmin.Key())).Answer);
    }

    [Fact]
    [Rule("I7")]
    public async Task Only_who_still_owes_answers_is_reminded_at_half_time()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        await scene.Assigns(scene.Erin, ReviewScene.Exchange, AssignmentType.Active);
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                Reviewers = ReviewerKind.Self,
                Chosen = [],
                Fallback = [scene.Carol.Key()],
            }
        );
        await scene.Answers(scene.Alice, review, scene.Alice, ReviewVerdict.Approve);

        await scene.Advances(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Empty(notices.Told(ReviewNoticeKind.Reminder));
        await scene.Advances(TimeSpan.FromSeconds(1));

        notices.AssertTold(ReviewNoticeKind.Reminder, scene.Carol, scene.Erin);
        await scene.Advances(TimeSpan.FromDays(3));
        Assert.Equal(2, notices.Told(ReviewNoticeKind.Reminder).Count);
    }

    [Fact]
    public async Task Nobody_is_reminded_where_that_is_off()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob with { IsReminderSent = false });
        await scene.Advances(TimeSpan.FromDays(8));
        Assert.Empty(notices.Told(ReviewNoticeKind.Reminder));
    }

    [Fact]
    [Rule("I8")]
    public async Task Who_can_t_be_reached_is_replaced_by_fallback_reviewers_and_at_last_by_administrators()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                Fallback = [scene.Carol.Key()],
            }
        );

        Assert.Equal(2, await Replaces(scene.Bob));
        notices.AssertTold(ReviewNoticeKind.TakenOver, scene.Carol);
        Assert.Equal(0, await Replaces(scene.Bob));
        Assert.Equal(2, await Replaces(scene.Carol));
        notices.AssertTold(ReviewNoticeKind.TakenOver, scene.Carol, scene.Frank);
        Assert.Equal(new ReviewProgress(0, 2), await scene.Progress(review, scene.Frank));
        Assert.True((await scene.Answers(scene.Frank, review, scene.Alice, ReviewVerdict.Approve)).IsAllowed);
        Assert.Equal(2, await scene.CountsAudited(AuditAction.ReviewerReplaced));

        Task<int> Replaces(TestPerson person) =>
            scene.Does((work, stop) => ReplaceReviewer.RunAsync(work, review.Id, person.Key(), stop));
    }

    [Fact]
    public async Task A_reviewer_whose_account_was_disabled_is_replaced_at_half_time()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                Fallback = [scene.Carol.Key()],
                IsReminderSent = false,
            }
        );
        await scene.Disables(scene.Bob);
        Assert.Equal(
            ReasonCode.PersonDisabled,
            (await scene.Answers(scene.Bob, review, scene.Alice, ReviewVerdict.Approve)).Refusal?.Code
        );

        await scene.Advances(TimeSpan.FromDays(7));

        notices.AssertTold(ReviewNoticeKind.TakenOver, scene.Carol);
        Assert.Equal(new ReviewProgress(0, 2), await scene.Progress(review, scene.Carol));
    }

    [Fact]
    [Rule("I4")]
    public async Task A_group_is_reviewed_as_one_and_its_members_are_shown()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(Contoso.Helpdesk, ReviewScene.ByBob with { WhenSilent = SilenceRule.Remove });

        var page = await scene.Reads(
            (work, stop) => ReviewReader.PageAsync(work, scene.Bob.Key(), review.Id, 0, 5, false, stop)
        );
        var shown = Assert.Single(page.Value!.Items);
        Assert.Equal(("Helpdesk", 2), (shown.Assignee.Name, shown.MemberCount));
        Assert.Equal(["Dan Dubois", "Grace Gallo (Fabrikam)"], shown.Members);
        Assert.Equal(RecommendationReason.SignedInLately, shown.Item.Recommendation.Reason);

        await scene.Advances(TimeSpan.FromDays(14));
        Assert.Equal("Removed=1", await scene.Results(review));
        notices.AssertTold(ReviewNoticeKind.Removed, scene.Dan, scene.Grace);
    }
}
