using PimBot.Domain.Access;
using PimBot.Domain.Reviews;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

/// <summary>Administrators ask for a review by its role: they get the card on which it is stopped, reminded, reset or applied.</summary>
public sealed class OpenReviewStory
{
    [Theory]
    [Rule("I11")]
    [InlineData("stop review of Exchange Administrator")]
    [InlineData("end the review of exchange")]
    [InlineData("please remind the reviewers of the review of Exchange Administrator")]
    [InlineData("remind review of exchange")]
    [InlineData("results of the review of Exchange Administrator")]
    [InlineData("apply review of Exchange Administrator")]
    [InlineData("reset the access review for exchange at Contoso")]
    public async Task Words_about_a_review_open_its_card_and_do_nothing_by_themselves(string words)
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        await scene.Review(ReviewScene.GlobalReaderAccess, ReviewScene.ByBob);
        await scene.Bob.Clicks("Approve", new { reason = "asked them" });
        var progress = await scene.Progress(review, scene.Bob);

        await scene.Frank.Says(words);

        scene.Frank.Sees("Exchange Administrator");
        scene.Frank.DoesNotSee("Global Reader");
        Assert.Superset(new HashSet<string> { "Stop", "Reset", "Remind", "Answers" }, scene.Frank.Buttons.ToHashSet());
        Assert.Equal(review.Version, (await scene.Now(review)).Version);
        Assert.Equal(progress, await scene.Progress(review, scene.Bob));
    }

    [Fact]
    public async Task The_card_leads_to_the_confirmation()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        await scene.Frank.Says("stop review of exchange");
        await scene.Frank.Clicks("Stop");
        await scene.Frank.Clicks("Confirm");
        Assert.Equal(ReviewState.Stopped, (await scene.Now(review)).State);

        await scene.Frank.Says("results of the review of exchange");

        scene.Frank.Sees("Stopped by Frank Fischer");
    }

    [Fact]
    public async Task Where_several_are_meant_they_are_listed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Review(ReviewScene.GlobalReaderAccess, ReviewScene.ByBob);
        await scene.Review(Contoso.GlobalAdministrator, ReviewScene.ByBob with { Type = AssignmentType.Active });
        await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);

        await scene.Frank.Says("stop review of global");

        scene.Frank.Sees("Which review?");
        scene.Frank.DoesNotSee("Exchange Administrator");
        await scene.Frank.Clicks("Open: Global Reader");
        Assert.Contains("Stop", scene.Frank.Buttons);
    }

    [Fact]
    public async Task What_waits_to_be_applied_is_meant_by_apply_and_what_runs_by_stop()
    {
        await using var scene = await Scene.StartAsync();
        var byHand = ReviewScene.ByBob with { IsAutoApplied = false };
        await scene.Review(ReviewScene.Exchange, byHand);
        await scene.Bob.Clicks("Deny", new { reason = "moved to another team" });
        await scene.Advances(TimeSpan.FromDays(14));
        await scene.Review(ReviewScene.Exchange, byHand);

        await scene.Frank.Says("apply the results of the review of exchange");
        scene.Frank.Sees("The results wait to be applied");
        Assert.Contains("Apply results", scene.Frank.Buttons);
        await scene.Frank.Says("stop the review of exchange");
        scene.Frank.Sees("Running until");
        Assert.Contains("Stop", scene.Frank.Buttons);
    }

    [Theory]
    [InlineData("stop the review", null)]
    [InlineData("the results of the review", null)]
    [InlineData("stop review of Intune Administrator", "I know no review of that name in your scopes.")]
    [InlineData("remind review of", null)]
    public async Task Without_a_name_that_is_known_all_are_shown(string words, string? problem)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);

        await scene.Frank.Says(words);

        scene.Frank.Sees(problem ?? "Access reviews");
        Assert.Contains("Open", scene.Frank.Buttons);
    }

    [Fact]
    [Rule("I15")]
    public async Task Who_administers_none_learns_no_more_than_from_reviews()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        await scene.Dan.Says("reviews");
        var card = scene.Dan.LastCard!.ToJsonString();

        foreach (var words in new[] { "stop review of exchange", "apply review of nothing", "results of the review" })
        {
            await scene.Dan.Says(words);
            Assert.Equal(card, scene.Dan.LastCard!.ToJsonString());
        }
    }
}
