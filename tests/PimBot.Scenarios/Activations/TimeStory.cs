using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Activations;

public sealed class TimeStory
{
    [Theory]
    [InlineData("Europe/Stockholm", "until 15:00", "Active until today at 15:00 (UTC+1)")]
    [InlineData("America/New_York", "until 8:30 am", "Active until today at 08:30 (UTC-5)")]
    [InlineData("Asia/Kolkata", "until 17:00", "Active until today at 17:00 (UTC+5:30)")]
    [InlineData("Asia/Kolkata", "for 1h30", "Active until today at 15:00 (UTC+5:30)")]
    [InlineData("America/New_York", "90 min", "Active until today at 04:30 (UTC-5)")]
    [InlineData("Europe/Stockholm", "for the next 2 hours", "Active until today at 11:00 (UTC+1)")]
    [InlineData("Europe/Stockholm", "for half an hour", "Active until today at 09:30 (UTC+1)")]
    [InlineData("America/New_York", "from tomorrow 9:00 for 2h", "Starts tomorrow at 09:00 (UTC-5)")]
    [InlineData("Asia/Kolkata", "tomorrow from 9:00 to 11:00", "Starts tomorrow at 09:00 (UTC+5:30)")]
    [InlineData("Europe/Stockholm", "in 2 hours for 1h", "Starts today at 11:00 (UTC+1)")]
    [InlineData("Europe/Stockholm", "from Monday 9:00 for 1h", "Starts Monday 9 March at 09:00 (UTC+1)")]
    public async Task Times_are_the_persons_own_and_come_back_in_words(string zone, string time, string words)
    {
        await using var scene = await Scene.StartAsync();
        scene.Dan.Chat.TimeZone = zone;

        await scene.Dan.Says($"activate helpdesk {time} ticket INC-1");

        scene.Dan.Sees(words);
    }

    [Fact]
    public async Task A_zone_that_nobody_knows_is_taken_as_UTC_and_said()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Sends(activity =>
        {
            activity["text"] = "activate helpdesk until 12:00 ticket INC-1";
            activity["localTimezone"] = "Mars/Olympus_Mons";
        });

        scene.Dan.Sees("Active until today at 12:00 (UTC)");
    }

    [Fact]
    public async Task Two_hours_in_the_night_of_the_lost_hour_are_two_hours()
    {
        await using var scene = await Scene.StartAsync(At(2026, 3, 29, 0, 30));

        await scene.Dan.Says("activate helpdesk for 2h ticket INC-1");

        scene.Dan.Sees("Active until today at 04:30 (UTC+2)");
        await scene.Advances(TimeSpan.FromSeconds(7_199));
        Assert.NotEmpty(await scene.HeldAtTarget(scene.Dan));
        await scene.Advances(TimeSpan.FromSeconds(1));
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task A_time_that_the_clocks_skip_is_moved_forward_and_said()
    {
        await using var scene = await Scene.StartAsync(At(2026, 3, 29, 0, 30));

        await scene.Dan.Says("activate helpdesk until 02:30 ticket INC-1");

        scene.Dan.Sees("Active until today at 03:30 (UTC+2)");
        scene.Dan.Sees("The clocks skip 02:30 that night; I took 03:30.");
    }

    [Fact]
    public async Task Of_a_time_that_the_clocks_show_twice_the_earlier_is_taken_and_said()
    {
        await using var scene = await Scene.StartAsync(At(2026, 10, 24, 23, 30));

        await scene.Dan.Says("activate helpdesk until 02:30 ticket INC-1");

        scene.Dan.Sees("Active until today at 02:30 (UTC+2)");
        scene.Dan.Sees("The clocks show 02:30 twice that night; I took the earlier one.");
    }

    [Fact]
    [Rule("B3")]
    public async Task A_length_that_is_none_is_asked_again_with_the_reason()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk ticket INC-1 for 0 minutes");
        scene.Dan.Sees("A duration must be more than zero.");

        await scene.Dan.Says("-2h");
        scene.Dan.Sees("A duration must be more than zero.");
        await scene.Dan.Says("99999999999999999999 hours");
        scene.Dan.Sees("That duration is too long.");
        await scene.Dan.Says("9h");
        scene.Dan.Sees("The longest for this role is 8 hours.");
        await scene.Dan.Says("4 min");
        scene.Dan.Sees("The shortest is 5 minutes.");
        await scene.Dan.Says("90 seconds");
        scene.Dan.Sees("I work in whole minutes.");
        await scene.Dan.Says("a while");
        scene.Dan.Sees("I could not read that as a time.");
        await scene.Dan.Says("until 25:00");
        scene.Dan.Sees("There is no such time on the clock.");

        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.Dan.Says("5 min");
        scene.Dan.Sees("Active until today at 09:05");
    }

    [Fact]
    public async Task A_start_in_the_past_is_refused_in_words()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate helpdesk from today 08:00 for 1h ticket INC-1");

        scene.Dan.Sees("That time has already passed. Name one in the future.");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task A_start_that_passes_while_a_question_is_open_is_asked_for_again()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk from 10:00 for 1h");
        await scene.Advances(TimeSpan.FromHours(2));

        await scene.Dan.Says("INC-1");

        scene.Dan.Sees("That start has passed. Give a time that is still to come, or leave it out to start now.");
        await scene.Dan.Says("1h");
        scene.Dan.Sees("Active until today at 12:00");
    }

    private static SceneOptions At(int year, int month, int day, int hour, int minute) =>
        new() { Start = new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero) };
}
