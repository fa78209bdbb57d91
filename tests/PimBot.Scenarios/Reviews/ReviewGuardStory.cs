using PimBot.Application.Access;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Alerts;
using PimBot.Scenarios.Assignments;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

/// <summary>What silence means, and what a review may not remove.</summary>
public sealed class ReviewGuardStory
{
    private static readonly RoleScope Security = new(WellKnownRoles.SecurityAdministrator, ScopeId.Directory);

    private readonly ReviewNotices notices = new();

    [Theory]
    // Nobody answers about four eligible people, all seen lately, and two emergency accounts.
    [InlineData(SilenceRule.NoChange, "Kept=6")]
    [InlineData(SilenceRule.Approve, "Kept=6")]
    // The last who could approve requests stays.
    [InlineData(SilenceRule.Remove, "Removed=3 Refused=1 Waiting=2")]
    [InlineData(SilenceRule.TakeRecommendation, "Kept=6")]
    public async Task Silence_means_what_is_set_and_emergency_accounts_wait_for_a_second_administrator(
        SilenceRule silence,
        string results
    )
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(Contoso.GlobalAdministrator, ReviewScene.ByBob with { WhenSilent = silence });

        await scene.Advances(TimeSpan.FromDays(14));

        Assert.Equal(results, await scene.Results(review));
        Assert.Equal(ReviewState.Applied, (await scene.Now(review)).State);
        Assert.True(await scene.IsAssigned(scene.Person("Emergency access 1"), Contoso.GlobalAdministrator));
    }

    [Fact]
    [Rule("I6", "I9")]
    public async Task Who_was_not_seen_for_30_days_is_removed_when_silence_takes_the_recommendation()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        await scene.Assigns(scene.Grace, ReviewScene.Exchange, AssignmentType.Eligible);
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                WhenSilent = SilenceRule.TakeRecommendation,
            }
        );

        await scene.Advances(TimeSpan.FromDays(14));

        // A guest's assignment is removed like anybody's.
        Assert.Equal("Kept=1 Removed=2", await scene.Results(review));
        Assert.True(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        Assert.False(await scene.IsAssigned(scene.Grace, ReviewScene.Exchange));
    }

    [Fact]
    [Rule("I6")]
    public async Task An_activation_within_30_days_recommends_to_stay()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        await scene.Grace.Says("activate Helpdesk Administrator for 2h ticket INC-1234");
        await scene.Advances(TimeSpan.FromDays(20));
        await scene.RemovesFromGroup(Contoso.HelpdeskGroup, scene.Dan);

        var review = await scene.Review(Contoso.Helpdesk, ReviewScene.ByBob);

        var item = Assert.Single(await scene.Items(review));
        Assert.Equal(
            new ReviewRecommendation(ReviewVerdict.Approve, RecommendationReason.ActivatedLately),
            item.Recommendation
        );
        Assert.Equal(review.StartedAt - TimeSpan.FromDays(20), item.LastActivation);
    }

    [Theory]
    [Rule("I9")]
    [InlineData(SilenceRule.Remove)]
    [InlineData(SilenceRule.TakeRecommendation)]
    public async Task Nobody_loses_what_nobody_could_be_asked_about(SilenceRule silence)
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        await scene.Does(
            (work, stop) => SetLastSignIn(work, scene.Frank.Key(), work.Now - TimeSpan.FromDays(60), stop)
        );
        var review = await scene.Review(
            Security,
            ReviewScene.ByBob with
            {
                Reviewers = ReviewerKind.Manager,
                Chosen = [],
                WhenSilent = silence,
            }
        );

        await scene.Advances(TimeSpan.FromDays(14));

        // Frank has no manager, and manages the role alone.
        Assert.Equal(ReviewVerdict.NotReviewed, (await scene.Item(review, scene.Frank.Key())).Decided);
        Assert.True(await scene.IsAssigned(scene.Frank, Security));
    }

    [Fact]
    [Rule("I10")]
    public async Task The_last_administrator_stays_and_the_result_says_why()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(
            Contoso.PrivilegedRoleAdministrator,
            ReviewScene.ByBob with
            {
                WhenSilent = SilenceRule.Remove,
            }
        );

        await scene.Advances(TimeSpan.FromDays(14));

        Assert.Equal("Removed=1 Refused=1", await scene.Results(review));
        Assert.Equal(ReasonCode.LastAdministrator, (await scene.Item(review, scene.Frank.Key())).Reason);
        Assert.True(await scene.IsAssigned(scene.Frank, Contoso.PrivilegedRoleAdministrator));
        notices.AssertTold(ReviewNoticeKind.Removed, scene.Bob);
    }

    [Fact]
    [Rule("I10")]
    public async Task What_another_administrator_confirms_or_denies_is_in_the_results()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        await scene.Assigns(scene.Carol, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        var review = await scene.Review(
            Contoso.GlobalAdministrator,
            ReviewScene.ByBob with
            {
                Type = AssignmentType.Active,
                WhenSilent = SilenceRule.Remove,
            }
        );
        await scene.Advances(TimeSpan.FromDays(14));
        var (first, second) = (await Emergency(1), await Emergency(2));
        Assert.Equal(ReasonCode.AnotherAdministratorNeeded, first.Reason);

        // Who started the review is one of the two.
        Assert.Equal(ReasonCode.AnotherAdministratorNeeded, (await Decides(scene.Frank, first)).Refusal?.Code);
        // The starter's own rights don't matter any more: the review's results do.
        await scene.RemovesAssignments(Contoso.PrivilegedRoleAdministrator, scene.Frank);
        Assert.True((await Decides(scene.Carol, first)).IsAllowed);
        Assert.Equal(ReasonCode.LastAdministrator, (await Decides(scene.Carol, second)).Refusal?.Code);
        Assert.True((await Decides(scene.Carol, second, Verdict.Deny)).IsAllowed);

        Assert.Equal(ReviewItemResult.Removed, (await Emergency(1)).Result);
        Assert.Equal(ReviewItemResult.Refused, (await Emergency(2)).Result);
        notices.AssertTold(ReviewNoticeKind.Removed, scene.Person("Emergency access 1"));

        Task<ReviewItem> Emergency(int number) => scene.Item(review, scene.Person($"Emergency access {number}").Key());

        Task<Decision<AssignmentRequest>> Decides(
            TestPerson person,
            ReviewItem item,
            Verdict verdict = Verdict.Approve
        ) => ReviewGuardStory.Decides(scene, person, item, verdict);
    }

    [Fact]
    [Rule("I10")]
    public async Task Who_denied_an_emergency_account_in_the_review_is_not_the_second_administrator()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Bob, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        await scene.Assigns(scene.Carol, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        var account = scene.Person("Emergency access 1");
        var settings = ReviewScene.ByBob with { Type = AssignmentType.Active };
        var review = await scene.Review(Contoso.GlobalAdministrator, settings);
        await scene.Answers(scene.Bob, review, account, ReviewVerdict.Deny);
        await scene.Advances(TimeSpan.FromDays(14));
        var item = await scene.Item(review, account.Key());

        const string Asked = "An access review asks to remove Global Administrator";
        scene.Carol.Sees(Asked);
        Assert.Equal(0, scene.Bob.Heard(Asked));
        var own = await Decides(scene, scene.Bob, item, Verdict.Approve);
        Assert.Equal(ReasonCode.AnotherAdministratorNeeded, own.Refusal?.Code);
        Assert.True(await scene.IsAssigned(account, Contoso.GlobalAdministrator));
        Assert.True((await Decides(scene, scene.Carol, item, Verdict.Approve)).IsAllowed);
    }

    [Fact]
    [Rule("I10")]
    public async Task A_confirmed_removal_of_a_last_owner_waits_on_and_the_result_and_its_starter_know_for_what()
    {
        await using var scene = await Scene.StartAsync();
        await scene.HasOwnerRole();
        await scene.Assigns(scene.Carol, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        var owner = scene.Person("Emergency access 1");
        await scene.Assigns(owner, AssignmentScene.PaymentsOwner, AssignmentType.Active);
        var settings = ReviewScene.ByBob with { WhenSilent = SilenceRule.Remove };
        var review = await scene.Review(AssignmentScene.PaymentsOwner, settings);
        await scene.Advances(TimeSpan.FromDays(14));
        var item = await scene.Item(review, owner.Key());
        Assert.Equal(ReasonCode.AnotherAdministratorNeeded, item.Reason);

        Assert.True((await Decides(scene, scene.Carol, item, Verdict.Approve)).IsAllowed);

        var waiting = await scene.Item(review, owner.Key());
        Assert.Equal((ReviewItemResult.Waiting, ReasonCode.LastGroupOwner), (waiting.Result, waiting.Reason));
        scene.Frank.Sees("Confirmed by Carol Castillo. It is done as soon as the group has another owner");
        await scene.Assigns(scene.Erin, AssignmentScene.PaymentsOwner, AssignmentType.Active);
        await scene.Advances(AssignmentRequestLife.RetryEvery);
        Assert.Equal(ReviewItemResult.Removed, (await scene.Item(review, owner.Key())).Result);
    }

    private static Task<Decision<AssignmentRequest>> Decides(
        Scene scene,
        TestPerson person,
        ReviewItem item,
        Verdict verdict
    ) =>
        scene.Does(
            (work, stop) =>
                DecideAssignmentRequest.RunAsync(
                    work,
                    new DecideAssignmentRequestCommand(item.Removal!.Value, person.Key(), verdict, "agreed"),
                    stop
                )
        );

    [Fact]
    [Rule("I14")]
    public async Task What_is_too_young_to_be_removed_is_removed_later()
    {
        await using var scene = await ReviewScene.StartAsync(notices);
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                Days = 1,
                WhenSilent = SilenceRule.Remove,
            }
        );
        await scene.Changes(
            async (work, stop) =>
            {
                var alice = (await work.Assignments.ToAsync(ReviewScene.Exchange.Role, stop)).Single(a =>
                    a.Person == scene.Alice.Key()
                );
                work.Assignments.Update(alice, alice with { CreatedAt = work.Now.AddDays(1).AddMinutes(-2) });
            }
        );

        await scene.Advances(TimeSpan.FromDays(1));
        Assert.Equal(ReviewState.Applying, (await scene.Now(review)).State);
        Assert.True(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        await scene.Advances(TimeSpan.FromMinutes(3));

        Assert.Equal(ReviewState.Applied, (await scene.Now(review)).State);
        Assert.Equal("Removed=2", await scene.Results(review));
    }

    private static async Task<bool> SetLastSignIn(
        IPimUnitOfWork work,
        PersonId id,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        var person = (await work.Directory.FindPersonAsync(id, cancellation))!;
        await work.Directory.UpdateAsync(person with { LastSignIn = at }, cancellation);
        return true;
    }
}
