using PimBot.Domain.Access;
using PimBot.Domain.Reviews;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

/// <summary>An administrator starts a review in chat.</summary>
public sealed class StartReviewStory
{
    [Fact]
    [Rule("I1")]
    public async Task One_message_says_it_all_and_is_confirmed_in_words_before_it_begins()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("start review of Global Administrator by members for 14 days every quarter");
        scene.Frank.Sees("Start this review?");
        scene.Frank.Sees("4 people are asked about themselves.");
        scene.Frank.Sees("2 assignments have no reviewer otherwise");
        scene.Frank.Sees("It begins now and takes 14 days.");
        scene.Frank.Sees("Every 3 months, without an end; next on 2 June 2026 and 2 September 2026.");
        Assert.Empty(await Reviews(scene));
        await scene.Frank.Clicks("Start review");

        scene.Frank.Sees("The review has begun; everybody is asked.");
        scene.Frank.Sees("Running until Monday 16 March at 09:00 (UTC+1)");
        scene.Alice.Sees("Do you still need Global Administrator?");
        var first = (await Reviews(scene)).Single(r => r.State is ReviewState.InProgress);
        Assert.Equal(
            (ReviewerKind.Self, 14, RecurrencePattern.Quarterly),
            (first.Settings.Reviewers, first.Settings.Days, first.Settings.Recurrence.Pattern)
        );
        Assert.Equal("Europe/Stockholm", first.Settings.TimeZone);
    }

    [Fact]
    [Rule("I1")]
    public async Task What_is_missing_is_asked_for_one_question_a_turn()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("start review");
        scene.Frank.Sees("A review of which role?");
        await scene.Frank.Says("exchange");
        scene.Frank.Sees("Who reviews?");
        await scene.Frank.Says("bob and carol");
        scene.Frank.Sees("“bob” may mean");
        await scene.Frank.Says("bob@contoso.example and carol");
        scene.Frank.Sees("For how many days are answers taken?");
        await scene.Frank.Says("a fortnight or so");
        scene.Frank.Sees("Say it in days");
        await scene.Frank.Clicks("7 days");
        scene.Frank.Sees("How often?");
        await scene.Frank.Says("monthly");
        scene.Frank.Sees("Until when does it come back?");
        await scene.Frank.Says("4 times");
        scene.Frank.Sees("Which assignments?");
        await scene.Frank.Says("active");
        scene.Frank.Sees("What if nobody answers about somebody?");
        await scene.Frank.Says("remove");
        scene.Frank.Sees("Shall the results be applied by themselves at the end?");
        await scene.Frank.Says("yes");
        scene.Frank.Sees("Must each answer have a reason?");
        await scene.Frank.Says("no");
        scene.Frank.Sees("Shall reviewers see recommendations?");
        await scene.Frank.Says("no");
        scene.Frank.Sees("Shall those who owe answers be reminded at half time?");
        await scene.Frank.Says("no");

        scene.Frank.Sees("Nobody has Exchange Administrator here in that way, so there is nothing to review.");
    }

    [Fact]
    [Rule("I1")]
    public async Task Every_setting_is_said_in_words_and_kept()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says(
            "Please start a review of eligible Exchange Administrator by bob@contoso.example, otherwise erin, for 20 days monthly 4 times, silence removes, apply automatically, without reasons, no recommendations, no reminder"
        );
        scene.Frank.Sees("Start this review?");
        scene.Frank.Sees("1 person is asked about 2 assignments.");
        scene.Frank.Sees("Who gets no answer loses it");
        scene.Frank.Sees("A reason is optional, without recommendations, no reminder");
        await scene.Frank.Says("for 10 days, take recommendations");
        scene.Frank.Sees("takes 10 days");
        scene.Frank.Sees("Where nobody answers, the recommendation is taken");
        await scene.Frank.Says("start");

        var settings = (await Reviews(scene)).Single(r => r.State is ReviewState.InProgress).Settings;
        Assert.Equal(new ReviewRecurrence { Pattern = RecurrencePattern.Monthly, Count = 4 }, settings.Recurrence);
        Assert.Equal(AssignmentType.Eligible, settings.Type);
        Assert.Equal(scene.Erin.Id, Assert.Single(settings.Fallback).Value);
        Assert.Equal((10, SilenceRule.TakeRecommendation), (settings.Days, settings.WhenSilent));
        Assert.True(settings is { IsAutoApplied: true, IsReasonRequired: false });
        Assert.True(settings is { ShowsRecommendations: false, IsReminderSent: false });
    }

    [Theory]
    [InlineData("every week", "3 days", "5 days", "6 days")]
    [InlineData("every month", "7 days", "14 days", "25 days")]
    [InlineData("once", "7 days", "14 days", "25 days")]
    public async Task Only_durations_that_are_possible_are_offered(string recurrence, params string[] possible)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says($"start review of Global Administrator by managers for 400 days {recurrence}");
        scene.Frank.Sees("For how many days are answers taken?");
        Assert.Equal(possible, scene.Frank.Buttons.Where(b => b.EndsWith(" days", StringComparison.Ordinal)));

        await scene.Frank.Clicks(possible[^1]);
        scene.Frank.Sees($"takes {possible[^1]}");
    }

    [Theory]
    [InlineData("take the recommendation when silent", "Where nobody answers, the recommendation is taken")]
    [InlineData("if nobody answers take recommendations", "Where nobody answers, the recommendation is taken")]
    [InlineData("when silent remove", "Who gets no answer loses it")]
    [InlineData("no reason required", "A reason is optional")]
    [InlineData("reasons needed", "With a reason")]
    public async Task What_was_understood_is_not_said_to_be_lost(string words, string setting)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says($"start review of Global Administrator by members for 14 days {words} every month");
        scene.Frank.Sees("Start this review?");
        scene.Frank.Sees(setting);
        scene.Frank.DoesNotSee("I did not understand");
    }

    [Theory]
    [InlineData("by managers for 0 days", "For how many days", "Give whole days", "14 days")]
    [InlineData("by managers for 36 hours every month", "For how many days", "Give whole days", "14 days")]
    [InlineData("for 0 days", "For how many days", "Give whole days", "14 days")]
    [InlineData(
        "by managers every month until whenever",
        "Until when does it come back?",
        "I could not read that as a date",
        "4 times"
    )]
    public async Task What_was_wrong_is_said_where_it_can_be_mended(
        string words,
        string question,
        string problem,
        string answer
    )
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says($"start review of Global Administrator {words}");
        scene.Frank.Sees(question);
        scene.Frank.Sees(problem);

        await scene.Frank.Clicks(answer);
        scene.Frank.DoesNotSee(problem);
    }

    [Theory]
    [InlineData("for 14 days every month until March", null)]
    [InlineData("for 14 days every month 4 times", "until March")]
    [InlineData("for 14 days", "every month until March")]
    public async Task An_end_that_could_not_be_read_is_asked_for_before_anything_begins(string words, string? change)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says($"start review of exchange by members {words}");
        if (change is not null)
        {
            scene.Frank.Sees("Start this review?");
            await scene.Frank.Says(change);
        }

        scene.Frank.Sees("I could not read that as a date");
        scene.Frank.Sees("Until when does it come back?");
        Assert.DoesNotContain("Start review", scene.Frank.Buttons);
        await scene.Frank.Says("usual");
        scene.Frank.Sees("Until when does it come back?");
        await scene.Frank.Says("no end");

        scene.Frank.Sees("Every month, without an end");
        Assert.Contains("Start review", scene.Frank.Buttons);
        Assert.Empty(await Reviews(scene));
    }

    [Fact]
    public async Task One_form_asks_the_same_and_what_is_wrong_comes_back_on_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("start review of exchange");
        await scene.Frank.Clicks("All on one form");
        scene.Frank.Sees("Start a review of Exchange Administrator");

        await scene.Frank.Clicks("Go on", new { reviewers = "Chosen", names = "nobody at all" });
        scene.Frank.Sees("I know nobody called “nobody at all”");
        await scene.Frank.Clicks(
            "Go on",
            new
            {
                reviewers = "Chosen",
                names = "carol",
                days = "30",
                pattern = "Monthly",
            }
        );
        scene.Frank.Sees("27 monthly");
        await scene.Frank.Clicks(
            "Go on",
            new
            {
                reviewers = "Chosen",
                names = "carol",
                days = "27",
                pattern = "Monthly",
                end = "3 times",
                silence = "Remove",
                apply = "true",
            }
        );
        scene.Frank.Sees("Every month, 3 times; next on 2 April 2026 and 2 May 2026.");
        await scene.Frank.Clicks("Change");
        await scene.Frank.Clicks("Go on");
        await scene.Frank.Clicks("Start review");

        var settings = (await Reviews(scene)).Single(r => r.State is ReviewState.InProgress).Settings;
        Assert.Equal((27, SilenceRule.Remove, true), (settings.Days, settings.WhenSilent, settings.IsAutoApplied));
        Assert.Equal(3, settings.Recurrence.Count);
        scene.Carol.Sees("Review: Exchange Administrator");
    }

    [Fact]
    [Rule("I12")]
    public async Task Needless_permanent_administrators_are_found_by_one_button()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("reviews");
        await scene.Frank.Clicks("Find needless permanent administrators");
        scene.Frank.Sees("A review of which role?");
        await scene.Frank.Says("User Administrator");
        scene.Frank.Sees("1 person is asked about themselves.");
        scene.Frank.Sees("Active assignments");
        scene.Frank.Sees("With a reason");
        await scene.Frank.Clicks("Start review");

        scene.Erin.Sees("Do you still need User Administrator?");
        scene.Erin.Sees("Active, permanent");
    }

    [Fact]
    public async Task Who_administers_nothing_starts_nothing_and_learns_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("start review of Global Administrator by members for 14 days");
        scene.Dan.Sees("That is for administrators");

        await scene.Dan.Says("reviews");
        scene.Dan.Sees("Nothing waits for your answer.");
        Assert.DoesNotContain("Start review", scene.Dan.Buttons);
        Assert.Empty(await Reviews(scene));
    }

    [Fact]
    public async Task The_question_survives_a_restart_and_other_commands_and_cancel_leaves_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("start review of exchange by members");
        scene.Frank.Sees("For how many days");
        await scene.Restarts();
        await scene.Frank.Says("status");
        scene.Frank.Sees("For how many days");
        await scene.Frank.Says("cancel");
        scene.Frank.Sees("No review was started.");
        Assert.Empty(await Reviews(scene));
    }

    [Fact]
    public async Task Who_is_asked_is_confirmed_anew_when_it_changed_meanwhile()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("start review of exchange by members for 14 days once");
        scene.Frank.Sees("1 person is asked about themselves.");
        await scene.Assigns(scene.Erin, ReviewScene.Exchange, AssignmentType.Eligible);

        await scene.Frank.Clicks("Start review");
        scene.Frank.Sees("Who is asked changed since you looked");
        scene.Frank.Sees("2 people are asked about themselves.");
        Assert.Empty(await Reviews(scene));
        await scene.Frank.Clicks("Start review");

        Assert.Single(await Reviews(scene));
    }

    [Fact]
    [Rule("I3")]
    public async Task A_second_review_of_the_same_role_and_scope_is_refused()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);

        await scene.Frank.Says("start review of exchange by members for 14 days");

        scene.Frank.Sees("A review of Exchange Administrator runs already, until Monday 16 March");
    }

    [Theory]
    [InlineData("start review", "A review of which role?")]
    [InlineData("Start a review", "A review of which role?")]
    [InlineData("start review of User Administrator", "Who reviews?")]
    [InlineData("start review for 7 days", "A review of which role?")]
    public async Task While_one_waits_to_be_confirmed_start_review_asks_about_another(string words, string question)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("start review of exchange by members for 14 days");
        scene.Frank.Sees("Start this review?");

        await scene.Frank.Says(words);

        scene.Frank.Sees(question);
        Assert.Empty(await Reviews(scene));
    }

    [Theory]
    [InlineData("start")]
    [InlineData("Yes.")]
    [InlineData("confirm")]
    [InlineData("start this review")]
    public async Task A_plain_confirmation_begins_the_one_that_waits(string words)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("start review of exchange by members for 14 days");

        await scene.Frank.Says(words);

        scene.Frank.Sees("The review has begun");
        Assert.Single(await Reviews(scene));
    }

    [Fact]
    public async Task A_planned_review_says_when_it_begins_and_begins_then()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("start review of exchange by members for 14 days from 9 March");
        scene.Frank.Sees("It begins Monday 9 March at 08:00 (UTC+1) and takes 14 days.");
        await scene.Frank.Clicks("Start review");
        scene.Frank.Sees("The review is planned.");
        scene.Alice.DoesNotSee("Do you still need");

        await scene.Advances(TimeSpan.FromDays(7));

        scene.Alice.Sees("Do you still need Exchange Administrator?");
    }

    [Theory]
    [InlineData("strat review")]
    [InlineData("Could you please start a review?")]
    [InlineData("new access review")]
    public async Task Typos_and_politeness_do_not_matter(string words)
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says(words);

        scene.Frank.Sees("A review of which role?");
    }

    private static Task<IReadOnlyList<AccessReview>> Reviews(Scene scene) =>
        scene.Reads((work, stop) => work.Reviews.ListAsync(new Application.Reviews.ReviewFilter(), 100, stop));
}
