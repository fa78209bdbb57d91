using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Dialogs;

/// <summary>Access is never given to another role, or for another time, than was named.</summary>
public sealed class NothingByGuessStory
{
    [Fact]
    public async Task The_exact_name_of_another_role_is_not_taken_for_one_like_it()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Erin.Says("activate User Administrator for 30 minutes because a password must be reset");

        scene.Erin.Sees("You hold User Administrator already");
        Assert.DoesNotContain("Verify it’s you", scene.Erin.Buttons);
    }

    [Fact]
    public async Task A_start_that_was_not_understood_never_becomes_now()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate helpdesk tomorrow for 2h ticket INC-8");
        scene.Dan.Sees("Tell me the time of day too");
        await scene.Dan.Says("2 hours");
        scene.Dan.Sees("You named a start before");
        await scene.Dan.Says("tomorrow at 09:00 for 2 hours");

        scene.Dan.Sees("Starts tomorrow at 09:00 (UTC+1)");
    }

    [Fact]
    public async Task A_start_that_was_not_understood_can_be_taken_back()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate helpdesk tomorrow for 2h ticket INC-8");
        await scene.Dan.Says("now for 2 hours");

        scene.Dan.Sees("Active until today at 11:00 (UTC+1)");
    }

    [Fact]
    public async Task The_card_of_an_extension_learns_of_the_end()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk for 1h ticket INC-8");
        await scene.Dan.Says("extend helpdesk for 2h ticket INC-8");
        scene.Dan.Sees("Active until today at 11:00");

        await scene.Advances(TimeSpan.FromHours(3));

        Assert.All(
            scene.Dan.Chat.Messages,
            message => Assert.DoesNotContain("End now", message.Activity.ToJsonString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_start_after_the_reason_is_kept()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate helpdesk for 2h ticket INC-1 because of the move from 10 December 23:00");

        scene.Dan.Sees("Thursday 10 December at 23:00");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task A_time_that_may_belong_to_the_reason_is_asked_about()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate helpdesk for 2h ticket INC-1 because of the meeting tomorrow at 9:00");
        scene.Dan.Sees("When shall it start?");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.Dan.Clicks("Now");

        scene.Dan.Sees("Active until today at 11:00");
        scene.Dan.Sees("Why: the meeting tomorrow at 9:00");
    }

    [Fact]
    public async Task The_start_alone_is_enough_where_the_length_is_known()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate helpdesk for 2h ticket INC-1 because of the meeting tomorrow at 9:00");
        await scene.Dan.Says("tomorrow at 10:00");

        scene.Dan.Sees("tomorrow at 10:00");
        scene.Dan.Sees("For: 2 hours");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }
}
