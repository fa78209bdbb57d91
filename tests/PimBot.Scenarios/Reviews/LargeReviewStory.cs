using System.Text.Json.Nodes;
using PimBot.Application.Reviews;
using PimBot.Domain.Reviews;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

public sealed class LargeReviewStory
{
    [Fact]
    [Rule("I6")]
    public async Task Three_reviewers_answer_about_500_people_in_chat_with_restarts_in_between()
    {
        await using var scene = await Scene.StartAsync();
        await scene.AddsEligible(ReviewScene.GlobalReaderAccess, 499);
        foreach (var n in Enumerable.Range(1, 499))
        {
            // Known to the channel, without the app.
            scene.Channel.AddPerson($"many-{n}", $"Person {n:D3}");
        }

        var review = await scene.Review(
            ReviewScene.GlobalReaderAccess,
            ReviewScene.ByBob with
            {
                Chosen = [scene.Bob.Key(), scene.Alice.Key(), scene.Dan.Key()],
            }
        );
        scene.Bob.Sees("0 of 500 answered");

        // Bob goes through pages of the list, Alice one after another, and Dan takes what is recommended.
        await scene.Bob.Clicks("As a list");
        for (var page = 0; page < 5; page++)
        {
            await scene.Bob.Clicks("Save answers", DeniesAll(scene.Bob));
            scene.Bob.Sees("8 answers are saved.");
            await scene.Bob.Clicks("Next");
        }

        await scene.Restarts();
        await scene.Bob.Says("reviews");
        scene.Bob.Sees("40 of 500 answered");
        await scene.Bob.Clicks("Go on");
        scene.Bob.Sees("Person 040");
        await scene.Alice.Clicks("Don’t know", new { reason = "never met" });
        scene.Alice.Sees("Bob Berg answered this meanwhile.");
        await scene.Alice.Says("reviews");
        await scene.Alice.Clicks("Go on");
        for (var n = 0; n < 10; n++)
        {
            await scene.Alice.Clicks("Don’t know", new { reason = "never met" });
        }

        await scene.Restarts();
        await scene.Dan.Clicks("All as recommended");
        scene.Dan.Sees("225 are approved, 225 are denied.");
        await scene.Dan.Clicks("Confirm", new { reason = "as recommended" });
        scene.Dan.Sees("450 answers were given as recommended.");
        scene.Dan.Sees("Done: 500 of 500 answered");

        scene.Clock.Jump(TimeSpan.FromDays(14));
        await scene.Restarts();
        Assert.Equal(ReviewState.Applied, (await scene.Now(review)).State);
        Assert.Equal("Kept=235 Removed=265", await scene.Results(review));
        scene.Frank.Sees("500 reviewed: 235 stay, 265 lost it");
        await scene.Frank.Clicks("Results");
        await scene.Frank.Clicks("Kept it");
        await scene.Frank.Clicks("Next");
        await scene.Frank.Clicks("Previous");
    }

    private static JsonObject DeniesAll(TestPerson person)
    {
        var inputs = new JsonObject { ["reason"] = "no longer in the team" };
        foreach (var element in person.LastCard!["body"]!.AsArray())
        {
            if (element!["id"]?.ToString() is { } id && id.StartsWith("answer-", StringComparison.Ordinal))
            {
                inputs[id] = nameof(ReviewVerdict.Deny);
            }
        }

        return inputs;
    }
}
