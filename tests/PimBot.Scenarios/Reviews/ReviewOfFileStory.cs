using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Application.Access.AsCode;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

/// <summary>A review that nobody began in chat, but a directory file, is like every other to those who answer it.</summary>
public sealed class ReviewOfFileStory
{
    [Fact]
    public async Task What_a_file_began_is_answered_in_chat_and_what_is_denied_is_removed_at_the_end()
    {
        await using var scene = await Scene.StartAsync();
        await Applies(scene, ReviewScene.ByBob);
        scene.Bob.Sees("0 of 2 answered");
        scene.Bob.Sees("An administrator asks you who still needs this.");
        await scene.Bob.Clicks("Deny", new { reason = "moved to another team" });

        await scene.Advances(TimeSpan.FromDays(14));

        Assert.False(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        scene.Alice.Sees("Exchange Administrator was removed");
        scene.Frank.Sees("2 reviewed: 1 stays, 1 lost it");
    }

    [Fact]
    public async Task A_series_of_a_file_comes_back_by_itself_and_is_stopped_in_chat_like_others()
    {
        await using var scene = await Scene.StartAsync();
        var weekly = ReviewScene.ByBob with
        {
            Days = 3,
            Recurrence = new() { Pattern = RecurrencePattern.Weekly },
        };
        await Applies(scene, weekly);
        await scene.Advances(TimeSpan.FromDays(4));

        await scene.Advances(TimeSpan.FromDays(3));

        scene.Bob.Sees("0 of 3 answered");
        await scene.Frank.Says("reviews");
        await scene.Frank.Clicks("Open");
        await scene.Frank.Clicks("End the series");
        await scene.Frank.Clicks("Confirm");
        Assert.Empty(await Series(scene));
    }

    [Fact]
    public async Task An_occurrence_that_waits_for_another_review_is_not_lost_when_the_file_changes_the_series()
    {
        await using var scene = await Scene.StartAsync();
        var yearly = ReviewScene.ByBob with
        {
            Days = 3,
            Recurrence = new() { Pattern = RecurrencePattern.Annually },
        };
        await Applies(scene, yearly, scene.Clock.GetUtcNow().AddDays(1));
        await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob with { Days = 2 });
        await scene.Advances(TimeSpan.FromDays(1));
        var waiting = Assert.Single(await Series(scene));
        Assert.Equal(waiting.First, waiting.WaitingSince);

        await Applies(scene, waiting with { Settings = yearly with { Days = 5 } });
        await scene.Advances(TimeSpan.FromDays(1));
        await scene.Advances(ReviewLife.RetryEvery);

        var running = await scene.Reads((work, stop) => work.Reviews.FindRunningAsync(ReviewScene.Exchange, stop));
        Assert.Equal(5, running?.Settings.Days);
    }

    private static Task Applies(Scene scene, ReviewSettings settings, DateTimeOffset? first = null) =>
        Applies(
            scene,
            new DirectoryReview
            {
                Access = ReviewScene.Exchange,
                Name = "As code",
                First = first ?? scene.Clock.GetUtcNow(),
                IsRelative = first is null,
                BeginsAtOnce = first is null,
                Settings = settings,
            }
        );

    private static async Task Applies(Scene scene, DirectoryReview review)
    {
        var present = await scene.Reads(DirectoryExport.ReadAsync);
        var command = new ApplyDirectoryCommand { Wanted = present with { Reviews = [review] } };
        var store = scene.Services.GetRequiredService<IPimStore>();

        var outcome = await ApplyDirectory.RunAsync(store, command, TestContext.Current.CancellationToken);

        Assert.Equal(DirectoryOutcomeKind.Applied, outcome.Kind);
        await scene.DrainAsync();
    }

    private static Task<List<DirectoryReview>> Series(Scene scene) =>
        scene.Reads(
            async (work, stop) => (await DirectoryExport.ReadAsync(work, stop)).Reviews.Where(r => !r.IsOver).ToList()
        );
}
