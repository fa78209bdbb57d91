using PimBot.Application.Reviews;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Reviews;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

/// <summary>Administrators follow reviews in chat, remind, stop, reset and apply, and everybody is told of the end.</summary>
public sealed class ReviewEndStory
{
    private static readonly object Because = new { reason = "asked them" };

    private static readonly ReviewSettings ByHand = ReviewScene.ByBob with { IsAutoApplied = false };

    [Fact]
    [Rule("I9")]
    public async Task Results_are_held_until_an_administrator_applies_them_and_says_who_loses_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Review(ReviewScene.Exchange, ByHand);
        await scene.Bob.Clicks("Deny", new { reason = "moved to another team" });

        await scene.Advances(TimeSpan.FromDays(14));
        scene.Bob.Sees("The results wait to be applied");
        Assert.DoesNotContain("Deny", scene.Bob.Buttons);
        scene.Frank.Sees("Over since today at 09:00 (UTC+1). The results wait to be applied");
        scene.Frank.Sees("2 reviewed: 1 stays, 1 to lose it");
        await scene.Advances(TimeSpan.FromDays(1));
        await scene.Frank.Clicks("Apply results");
        scene.Frank.Sees("1 person or group loses Exchange Administrator.");
        scene.Frank.Sees("Who: Alice Andersen");
        Assert.True(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        await scene.Frank.Clicks("Confirm");

        Assert.False(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        scene.Alice.Sees("Exchange Administrator was removed");
        scene.Alice.Sees("Bob Berg reviewed it and denied it.");
        scene.Alice.Sees("Reason: moved to another team");
        scene.Frank.Sees("2 reviewed: 1 stays, 1 lost it");
        await scene.Frank.Says("reviews");
        scene.Frank.Sees("Over since yesterday at 09:00 (UTC+1); results applied");
        await scene.Frank.Clicks("Open");
        await scene.Frank.Clicks("Results");
        scene.Frank.Sees("Lost it");
        scene.Frank.Sees("Deny: Bob Berg");
        scene.Frank.Sees("Nobody answered. Who gets no answer keeps it");
        await scene.Frank.Clicks("Lost it");
        scene.Frank.DoesNotSee("Ivan Ito");
    }

    [Theory]
    [Rule("I9")]
    [InlineData(SilenceRule.NoChange, "Keeps it", true)]
    [InlineData(SilenceRule.Approve, "Keeps it", true)]
    [InlineData(SilenceRule.TakeRecommendation, "Lost it", false)]
    [InlineData(SilenceRule.Remove, "Lost it", false)]
    public async Task Silence_means_what_was_set_and_the_results_say_so(SilenceRule silence, string result, bool stays)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Grace, ReviewScene.Exchange, AssignmentType.Eligible);
        var settings = ReviewScene.ByBob with { WhenSilent = silence };
        await scene.Review(ReviewScene.Exchange, settings);

        await scene.Advances(TimeSpan.FromDays(14));

        Assert.Equal(stays, await scene.IsAssigned(scene.Grace, ReviewScene.Exchange));
        await scene.Frank.Clicks("Results");
        scene.Frank.Sees("Grace Gallo (Fabrikam) (guest) " + result);
        scene.Frank.Sees("Nobody answered.");
    }

    [Fact]
    [Rule("I10")]
    public async Task The_last_administrator_stays_and_an_emergency_account_waits_for_a_second_one()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Review(
            Contoso.PrivilegedRoleAdministrator,
            ReviewScene.ByBob with
            {
                Type = AssignmentType.Active,
                WhenSilent = SilenceRule.Remove,
            }
        );
        await scene.Review(
            Contoso.GlobalAdministrator,
            ReviewScene.ByBob with
            {
                Type = AssignmentType.Active,
                WhenSilent = SilenceRule.Remove,
            }
        );

        await scene.Advances(TimeSpan.FromDays(14));

        Assert.True(await scene.IsAssigned(scene.Frank, Contoso.PrivilegedRoleAdministrator));
        Assert.True(await scene.IsAssigned(scene.Person("Emergency access 1"), Contoso.GlobalAdministrator));
        scene.Frank.Sees("2 removals wait");
        await scene.Frank.Says("reviews");
        scene.Frank.Sees("1 could not be removed");
        await scene.Frank.Clicks("Open: Privileged Role Administrator");
        await scene.Frank.Clicks("Results");
        scene.Frank.Sees("Keeps it: nobody else holds Privileged Role Administrator");
        await scene.Frank.Says("reviews");
        await scene.Frank.Clicks("Open: Global Administrator");
        await scene.Frank.Clicks("Results");
        scene.Frank.Sees("Waits: an emergency account; another administrator must confirm it");
        scene.Frank.DoesNotSee("Exchange");
    }

    [Fact]
    [Rule("I11")]
    public async Task A_review_is_stopped_for_good_after_a_confirmation_and_its_cards_settle()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                WhenSilent = SilenceRule.Remove,
                Recurrence = new ReviewRecurrence { Pattern = RecurrencePattern.Monthly },
            }
        );
        await scene.Bob.Clicks("Deny", Because);
        await scene.Frank.Says("reviews");
        await scene.Frank.Clicks("Open");
        await scene.Frank.Clicks("Stop");
        scene.Frank.Sees("1 answer is not used. Nobody loses anything, and it can’t be begun again.");
        scene.Frank.Sees("The next one of the series begins Thursday 2 April");
        Assert.Equal(ReviewState.InProgress, (await scene.Now(review)).State);
        await scene.Frank.Clicks("Confirm");

        scene.Frank.Sees("Stopped by Frank Fischer");
        scene.Bob.Sees("Stopped by Frank Fischer");
        Assert.DoesNotContain("Approve", scene.Bob.Buttons);
        await scene.Advances(TimeSpan.FromDays(14));
        Assert.True(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        await scene.Frank.Clicks("End the series");
        await scene.Frank.Clicks("Confirm");
        await scene.Advances(TimeSpan.FromDays(40));
        Assert.Equal(ReviewSeriesState.Stopped, (await scene.SeriesOf(review)).State);
    }

    [Fact]
    [Rule("I11")]
    public async Task A_reset_clears_the_answers_and_the_reviewers_are_asked_again()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        await scene.Bob.Clicks("Deny", Because);
        await scene.Frank.Says("reviews");
        await scene.Frank.Clicks("Open");
        await scene.Frank.Clicks("Reset");
        scene.Frank.Sees("1 answer is taken back, and the reviewers are asked again.");
        await scene.Frank.Clicks("Confirm");

        scene.Bob.Sees("All answers were taken back. Please answer again.");
        scene.Bob.Sees("0 of 2 answered");
        scene.Bob.Sees("The newest card of this review is further down.");
        Assert.Equal(new ReviewProgress(0, 2), await scene.Progress(review, scene.Bob));
    }

    [Fact]
    [Rule("I11")]
    public async Task What_changed_since_the_confirmation_was_shown_is_not_carried_out()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(ReviewScene.Exchange, ByHand);
        await scene.Frank.Says("reviews");
        await scene.Frank.Clicks("Open");
        await scene.Frank.Clicks("Stop");
        var confirm = ReviewScene.ButtonOf(scene.Frank.LastCard, "Confirm")!;
        await scene.Bob.Clicks("Deny", Because);
        await scene.Advances(TimeSpan.FromDays(14));

        var answer = await scene.Frank.Invokes(confirm);

        Assert.Contains("is over since", answer.Body, StringComparison.Ordinal);
        Assert.Equal(ReviewState.Completed, (await scene.Now(review)).State);
    }

    [Fact]
    [Rule("I7")]
    public async Task Only_who_still_owes_answers_is_reminded_at_half_time_and_by_an_administrator()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Erin, ReviewScene.Exchange, AssignmentType.Active);
        await scene.Assigns(scene.Carol, ReviewScene.Exchange, AssignmentType.Active);
        await scene.Review(ReviewScene.Exchange, ReviewScene.BySelf);
        await scene.Alice.Clicks("Yes, I need it", Because);

        await scene.Advances(TimeSpan.FromDays(7));
        scene.Erin.Sees("Please go on: 1 answer is still asked of you.");
        scene.Alice.DoesNotSee("Please go on");
        await scene.Erin.Clicks("Yes, I need it", Because);
        await scene.Frank.Says("reviews");
        await scene.Frank.Clicks("Open");
        scene.Frank.Sees("Still to answer: Carol Castillo and Frank Fischer");
        await scene.Frank.Clicks("Remind");

        scene.Frank.Sees("2 reviewers still owe answers and are reminded");
        scene.Carol.Sees("Please go on: 1 answer is still asked of you.");
        scene.Erin.DoesNotSee("Please go on");
    }

    [Fact]
    [Rule("I15")]
    public async Task Others_can_neither_open_nor_change_a_review()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        await scene.Frank.Says("reviews");
        await scene.Frank.Clicks("Open");
        var stop = ReviewScene.ButtonOf(scene.Frank.LastCard, "Stop")!;
        await scene.Frank.Clicks("Stop");
        var confirm = ReviewScene.ButtonOf(scene.Frank.LastCard, "Confirm")!;

        foreach (var button in new[] { stop, confirm })
        {
            var answer = await scene.Dan.Invokes(button);
            Assert.Contains("There is no such review for you.", answer.Body, StringComparison.Ordinal);
        }

        await scene.Assigns(scene.Erin, ReviewScene.GlobalReaderAccess, AssignmentType.Active);
        var viewer = await scene.Erin.Invokes(confirm);
        Assert.Contains("That is for administrators", viewer.Body, StringComparison.Ordinal);
        await scene.Erin.Says("reviews");
        await scene.Erin.Clicks("Open");
        Assert.DoesNotContain("Stop", scene.Erin.Buttons);
        Assert.Equal(ReviewState.InProgress, (await scene.Now(review)).State);
    }

    [Fact]
    [Rule("I8")]
    public async Task Who_can_not_be_reached_is_replaced_and_the_fallback_is_told()
    {
        await using var scene = await Scene.StartAsync(
            new SceneOptions { Installed = ["Alice", "Carol", "Dan", "Erin", "Frank"] }
        );
        scene.Bob.LosesTheAppUnannounced();
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                Fallback = [scene.Carol.Key()],
            }
        );

        scene.Carol.Sees("Bob Berg can’t answer. Please answer instead: 2 answers are open.");
        scene.Carol.Sees("0 of 2 answered");
        Assert.Equal(1, await scene.CountsAudited(AuditAction.ReviewerReplaced));
        await scene.Carol.Clicks("Approve", Because);
        Assert.Equal(new ReviewProgress(1, 2), await scene.Progress(review, scene.Carol));
    }

    [Fact]
    public async Task The_dashboard_shows_running_reviews_and_those_that_wait()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Review(ReviewScene.Exchange, ByHand);
        await scene.Frank.Says("dashboard");
        scene.Frank.Sees("1 access review is running.");
        await scene.Bob.Clicks("Deny", Because);
        await scene.Advances(TimeSpan.FromDays(14));
        await scene.Frank.Says("dashboard");
        scene.Frank.Sees("Results of 1 review wait to be applied.");
        await scene.Frank.Clicks("Reviews");
        scene.Frank.Sees("The results wait to be applied");
    }

    [Fact]
    [Rule("I2")]
    public async Task After_a_downtime_the_newest_occurrence_asks_once_and_older_ones_are_not_caught_up()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("start review of exchange by bob@contoso.example for 3 days weekly");
        await scene.Frank.Clicks("Start review");
        scene.Bob.Sees("0 of 2 answered");
        await scene.Advances(TimeSpan.FromDays(3));

        scene.Clock.Jump(TimeSpan.FromDays(30));
        await scene.Restarts();

        scene.Bob.Sees("Frank Fischer asks you who still needs this.");
        Assert.Equal(2, await scene.CountsAudited(AuditAction.ReviewStarted));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.ReviewMissed));
    }
}
