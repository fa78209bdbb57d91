using PimBot.Application.Access;
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

public sealed class ReviewStory
{
    private readonly ReviewNotices notices = new();

    [Fact]
    [Rule("I9")]
    public async Task Who_is_denied_loses_the_role_at_the_end_and_everybody_is_told()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        notices.AssertTold(ReviewNoticeKind.Started, scene.Bob);
        var ivan = scene.Person("Ivan Ito");

        Assert.True((await scene.Answers(scene.Bob, review, scene.Alice, ReviewVerdict.Deny)).IsAllowed);
        Assert.True((await scene.Answers(scene.Bob, review, scene.Alice, ReviewVerdict.Approve)).IsAllowed);
        Assert.True((await scene.Answers(scene.Bob, review, ivan, ReviewVerdict.Deny, "left us")).IsAllowed);
        Assert.Equal(new ReviewProgress(2, 2), await scene.Progress(review, scene.Bob));
        await scene.Advances(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        Assert.True(await scene.IsAssigned(ivan, ReviewScene.Exchange));
        await scene.Advances(TimeSpan.FromSeconds(1));

        Assert.Equal(ReviewState.Applied, (await scene.Now(review)).State);
        Assert.Equal("Kept=1 Removed=1", await scene.Results(review));
        Assert.False(await scene.IsAssigned(ivan, ReviewScene.Exchange));
        Assert.True(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        notices.AssertTold(ReviewNoticeKind.Settled, scene.Bob);
        notices.AssertTold(ReviewNoticeKind.Removed, ivan);
        notices.AssertTold(ReviewNoticeKind.Applied, scene.Frank);
        Assert.Empty(notices.Told(ReviewNoticeKind.Completed));
        Assert.Empty(notices.Told(ReviewNoticeKind.Reminder));
        var removed = (await scene.Audit()).Single(e => e.Event.Action is AuditAction.AssignmentRemoved).Event;
        Assert.Null(removed.Actor);
        Assert.Equal("Access review “Exchange Administrator”: denied by Bob Berg: left us", removed.Reason);
    }

    [Fact]
    [Rule("I3")]
    public async Task Members_are_those_of_the_start()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                WhenSilent = SilenceRule.Remove,
            }
        );
        await scene.Assigns(scene.Erin, ReviewScene.Exchange, AssignmentType.Eligible);

        await scene.Advances(TimeSpan.FromDays(14));

        // Dan's assignment lay ahead when the review began.
        Assert.Equal(2, (await scene.Items(review)).Count);
        Assert.True(await scene.IsAssigned(scene.Erin, ReviewScene.Exchange));
        Assert.True(await scene.IsAssigned(scene.Dan, ReviewScene.Exchange));
        Assert.False(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
    }

    [Fact]
    [Rule("I3")]
    public async Task What_went_or_changed_meanwhile_is_left_alone()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                WhenSilent = SilenceRule.Remove,
            }
        );
        await scene.RemovesAssignments(ReviewScene.Exchange, scene.Person("Ivan Ito"));
        await scene.Assigns(scene.Person("Ivan Ito"), ReviewScene.Exchange, AssignmentType.Eligible);
        await scene.Changes(
            async (work, stop) =>
            {
                var alice = (await work.Assignments.ToAsync(ReviewScene.Exchange.Role, stop)).Single(a =>
                    a.Person == scene.Alice.Key()
                );
                work.Assignments.Update(alice, alice with { Type = AssignmentType.Active });
            }
        );

        await scene.Advances(TimeSpan.FromDays(14));

        Assert.Equal("Gone=1 Changed=1", await scene.Results(review));
        Assert.True(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        Assert.True(await scene.IsAssigned(scene.Person("Ivan Ito"), ReviewScene.Exchange));
    }

    [Fact]
    [Rule("I9", "I14")]
    public async Task Results_wait_until_an_administrator_applies_them()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob with { IsAutoApplied = false });
        await scene.Answers(scene.Bob, review, scene.Alice, ReviewVerdict.Deny);

        await scene.Advances(TimeSpan.FromDays(15));
        Assert.Equal(ReviewState.Completed, (await scene.Now(review)).State);
        Assert.True(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        notices.AssertTold(ReviewNoticeKind.Completed, scene.Frank);

        await scene.Assigns(scene.Erin, GlobalReader, AssignmentType.Active);
        Assert.Equal(ReasonCode.NotAdministrator, (await Applies(scene, scene.Erin, review)).Refusal?.Code);
        Assert.Equal(ReasonCode.UnknownReview, (await Applies(scene, scene.Dan, review)).Refusal?.Code);
        Assert.True((await Applies(scene, scene.Frank, review)).IsAllowed);

        Assert.Equal(ReviewState.Applied, (await scene.Now(review)).State);
        Assert.Equal(scene.Frank.Key(), (await scene.Now(review)).SettledBy);
        Assert.False(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        Assert.Equal(ReasonCode.ReviewNotCompleted, (await Applies(scene, scene.Frank, review)).Refusal?.Code);
    }

    [Fact]
    [Rule("I15")]
    public async Task Who_does_not_manage_the_role_starts_nothing_and_readers_see_results()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var refused = await scene.Starts(scene.Dan, ReviewScene.Exchange, ReviewScene.ByBob);
        Assert.Equal(ReasonCode.NotAdministrator, refused.Refusal?.Code);

        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        await scene.Assigns(scene.Erin, GlobalReader, AssignmentType.Active);
        Assert.Equal(2, (await Results(scene.Erin)).Value?.Items.Count);
        Assert.Equal(ReasonCode.UnknownReview, (await Results(scene.Dan)).Refusal?.Code);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.ReviewRefused));

        Task<Decision<ReviewResults>> Results(TestPerson person) =>
            scene.Reads((work, stop) => ReviewResultsReader.ReadAsync(work, person.Key(), review.Id, 0, 10, stop));
    }

    [Fact]
    [Rule("I3")]
    public async Task At_most_one_review_of_a_role_and_scope_runs()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);

        var second = await scene.Starts(scene.Frank, ReviewScene.Exchange, ReviewScene.ByBob);
        Assert.Equal((ReasonCode.ReviewAlreadyRunning, review.EndsAt), (second.Refusal?.Code, second.Refusal?.At));
        Assert.True((await scene.Starts(scene.Frank, Contoso.Helpdesk, ReviewScene.ByBob)).IsAllowed);

        await scene.Advances(TimeSpan.FromDays(14));
        Assert.True((await scene.Starts(scene.Frank, ReviewScene.Exchange, ReviewScene.ByBob)).IsAllowed);
    }

    [Fact]
    [Rule("I11", "I14")]
    public async Task A_review_that_was_stopped_changes_nothing()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                WhenSilent = SilenceRule.Remove,
            }
        );
        await scene.Assigns(scene.Carol, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);

        var stopped = await scene.Does(
            (work, stop) => StopReview.RunAsync(work, scene.Carol.Key(), review.Id, isForSeries: false, stop)
        );
        await scene.Advances(TimeSpan.FromDays(30));

        Assert.Equal(ReviewState.Stopped, stopped.Value?.State);
        Assert.Equal(ReviewState.Stopped, (await scene.Now(review)).State);
        Assert.True(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        notices.AssertTold(ReviewNoticeKind.Settled, scene.Bob);
        notices.AssertTold(ReviewNoticeKind.Stopped, scene.Frank);
        var late = await scene.Answers(scene.Bob, review, scene.Alice, ReviewVerdict.Approve);
        Assert.Equal(ReasonCode.ReviewNotInProgress, late.Refusal?.Code);
    }

    [Fact]
    [Rule("I11")]
    public async Task A_reset_takes_back_every_answer_and_asks_again()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        await scene.Answers(scene.Bob, review, scene.Alice, ReviewVerdict.Deny);

        var reset = await scene.Does((work, stop) => ResetReview.RunAsync(work, scene.Frank.Key(), review.Id, stop));

        Assert.True(reset.IsAllowed);
        Assert.Equal(new ReviewProgress(0, 2), await scene.Progress(review, scene.Bob));
        notices.AssertTold(ReviewNoticeKind.Reset, scene.Bob);
        Assert.True((await scene.Answers(scene.Bob, review, scene.Alice, ReviewVerdict.Approve)).IsAllowed);
        await scene.Advances(TimeSpan.FromDays(14));
        Assert.Equal("Kept=2", await scene.Results(review));
    }

    private static readonly RoleScope GlobalReader = new(
        new RoleId("f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
        new ScopeId("/")
    );

    private static Task<Decision<AccessReview>> Applies(Scene scene, TestPerson person, AccessReview review) =>
        scene.Does((work, stop) => ApplyReview.RunAsync(work, person.Key(), review.Id, stop));
}
