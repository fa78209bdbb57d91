using System.Text.Json.Nodes;
using PimBot.Application.Reviews;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Reviews;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

/// <summary>Reviewers answer on their card.</summary>
public sealed class ReviewAnswerStory
{
    private static readonly object Because = new { reason = "asked them" };

    [Fact]
    [Rule("I4", "I5")]
    public async Task A_reviewer_answers_one_after_another_and_sees_all_that_matters()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);

        scene.Bob.Sees("Review: Exchange Administrator");
        scene.Bob.Sees("Frank Fischer asks you who still needs this.");
        scene.Bob.Sees("0 of 2 answered. Answer until Monday 16 March at 09:00 (UTC+1).");
        scene.Bob.Sees("Alice Andersen");
        scene.Bob.Sees("Eligible, permanent");
        scene.Bob.Sees("Approve: signed in within 30 days");
        await scene.Bob.Clicks("Approve", Because);
        scene.Bob.Sees("Alice Andersen: Approve");
        scene.Bob.Sees("1 of 2 answered");
        scene.Bob.Sees("Ivan Ito (disabled account)");
        scene.Bob.Sees("Deny: no sign-in and no activation for 30 days");
        await scene.Bob.Clicks("Deny", new { reason = "left us" });
        scene.Bob.Sees("Done: 2 of 2 answered");

        var ivan = await scene.Item(review, scene.Person("Ivan Ito").Key());
        Assert.Equal((ReviewVerdict.Deny, "left us"), (ivan.Answer!.Verdict, ivan.Answer.Reason));
        await scene.Bob.Says("reviews");
        scene.Bob.Sees("2 of 2 answered");
    }

    [Fact]
    [Rule("I5")]
    public async Task Wherever_an_answer_is_given_it_is_said_who_reads_the_reason_and_which_answer_counts()
    {
        const string Said =
            "Whoever loses access reads your reason and your name. Of several reviewers one answer is enough, and the last one counts.";
        await using var scene = await Scene.StartAsync();
        await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);

        scene.Bob.Sees(Said);
        await scene.Bob.Clicks("As a list");
        scene.Bob.Sees(Said);
        await scene.Bob.Clicks("All as recommended");
        scene.Bob.Sees(Said);
        await scene.Bob.Clicks("Confirm", Because);
        await scene.Advances(TimeSpan.FromDays(14));
        scene.Bob.DoesNotSee(Said);
    }

    [Fact]
    [Rule("I5")]
    public async Task An_answer_needs_its_reason_and_can_be_changed_until_the_end()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        var approve = ButtonOf(scene.Bob, "Approve");

        await scene.Bob.Invokes(approve);
        Assert.Null((await scene.Item(review, scene.Alice.Key())).Answer);
        await scene.Bob.Clicks("Don’t know", new { reason = "never met them" });
        await scene.Bob.Clicks("Previous");
        scene.Bob.Sees("You said: Don’t know");
        scene.Bob.Sees("never met them");
        await scene.Bob.Clicks("Deny", Because);

        Assert.Equal(ReviewVerdict.Deny, (await scene.Item(review, scene.Alice.Key())).Answer!.Verdict);
        await scene.Advances(TimeSpan.FromDays(14));
        Assert.False(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
    }

    [Fact]
    [Rule("I5")]
    public async Task Who_nobody_knows_anything_of_keeps_it()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                WhenSilent = SilenceRule.Remove,
            }
        );
        await scene.Bob.Clicks("Don’t know", Because);

        await scene.Advances(TimeSpan.FromDays(14));

        Assert.True(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        Assert.False(await scene.IsAssigned(scene.Person("Ivan Ito"), ReviewScene.Exchange));
        Assert.Equal("Kept=1 Removed=1", await scene.Results(review));
    }

    [Fact]
    public async Task The_list_saves_only_what_was_changed_on_it()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        await scene.Bob.Clicks("As a list");
        scene.Bob.Sees("Alice Andersen");
        scene.Bob.Sees("Ivan Ito");
        var inputs = Inputs(scene.Bob);

        await scene.Bob.Clicks("Save answers", new JsonObject { [inputs[0]] = "Approve", [inputs[1]] = "Deny" });
        scene.Bob.Sees("This review needs a reason with each answer. Say why.");
        Assert.Equal(new ReviewProgress(0, 2), await scene.Progress(review, scene.Bob));
        await scene.Bob.Clicks("Save answers", new { reason = "checked both" });
        scene.Bob.Sees("2 answers are saved.");

        Assert.Equal(ReviewVerdict.Approve, (await scene.Item(review, scene.Alice.Key())).Answer!.Verdict);
        Assert.Equal("checked both", (await scene.Item(review, scene.Person("Ivan Ito").Key())).Answer!.Reason);
        await scene.Bob.Clicks("Save answers");
        scene.Bob.Sees("Nothing was changed");
    }

    [Fact]
    [Rule("I6")]
    public async Task All_recommendations_are_taken_at_once_after_a_look_at_the_numbers()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        await scene.Bob.Clicks("All as recommended");
        scene.Bob.Sees("Take all recommendations?");
        scene.Bob.Sees("1 is approved, 1 is denied.");
        await scene.Bob.Clicks("Confirm", new { reason = "as recommended" });

        scene.Bob.Sees("2 answers were given as recommended.");
        scene.Bob.Sees("Done: 2 of 2 answered");
        Assert.True((await scene.Item(review, scene.Alice.Key())).Answer!.IsBulk);
        Assert.DoesNotContain("All as recommended", scene.Bob.Buttons);
    }

    [Fact]
    public async Task What_changed_since_the_numbers_were_shown_is_confirmed_anew()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                Chosen = [scene.Bob.Key(), scene.Carol.Key()],
            }
        );
        await scene.Bob.Clicks("All as recommended");
        await scene.Carol.Clicks("Approve", Because);

        await scene.Bob.Clicks("Confirm", new { reason = "as recommended" });

        scene.Bob.Sees("This changed since you looked.");
        scene.Bob.Sees("0 are approved, 1 is denied.");
        Assert.Equal(new ReviewProgress(1, 2), await scene.Progress(review, scene.Bob));
    }

    [Fact]
    [Rule("I4")]
    public async Task A_reviewer_goes_on_where_they_stopped_on_another_device_and_after_a_restart()
    {
        await using var scene = await Scene.StartAsync();
        await scene.AddsEligible(ReviewScene.GlobalReaderAccess, 20);
        await scene.Review(ReviewScene.GlobalReaderAccess, ReviewScene.ByBob);
        for (var n = 0; n < 3; n++)
        {
            await scene.Bob.Clicks("Approve", Because);
        }

        await scene.Bob.Clicks("Next");
        scene.Bob.Sees("Person 004");
        await scene.Restarts();

        var phone = scene.Bob.OnDevice("Android");
        await phone.Says("reviews");
        phone.Sees("3 of 21 answered");
        await phone.Clicks("Go on");
        phone.Sees("Person 004");
        await phone.Clicks("As a list");
        await phone.Clicks("Next");
        await scene.Bob.Says("reviews");
        await scene.Bob.Clicks("Go on");
        scene.Bob.Sees("Person 008");
        scene.Bob.Sees("Person 015");
    }

    [Fact]
    [Rule("I4")]
    public async Task Who_is_asked_about_themselves_gets_one_question()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.BySelf with
            {
                WhenSilent = SilenceRule.Remove,
            }
        );
        scene.Alice.Sees("Do you still need Exchange Administrator?");
        scene.Alice.Sees("Frank Fischer asks everybody who has it. Answer until Monday 16 March");
        scene.Alice.Sees("If you don’t answer, you lose it.");
        scene.Bob.DoesNotSee("Do you still need");
        await scene.Alice.Clicks("Yes, I need it", new { reason = "mail migration" });
        scene.Alice.Sees("You answered: I still need it");
        await scene.Alice.Clicks("No, take it away", new { reason = "it is done" });
        scene.Alice.Sees("You answered: I don’t need it any more");

        await scene.Advances(TimeSpan.FromDays(14));

        Assert.False(await scene.IsAssigned(scene.Alice, ReviewScene.Exchange));
        scene.Alice.Sees("Exchange Administrator was removed");
        scene.Alice.Sees("You answered that you don’t need it any more.");
        Assert.Equal("Removed=2", await scene.Results(review));
        Assert.DoesNotContain("No, take it away", scene.Alice.Buttons);
    }

    [Fact]
    [Rule("I4")]
    public async Task A_group_is_one_item_with_its_members_page_by_page()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Changes(
            async (work, stop) =>
            {
                var people = Enumerable
                    .Range(1, 23)
                    .Select(n => new Person
                    {
                        Id = new PersonId($"member-{n}"),
                        Name = $"Member {n:D2}",
                        Kind = PersonKind.Member,
                    })
                    .ToList();
                people.ForEach(work.Directory.Add);
                var group = Assert.Single(await work.Directory.GroupsAsync([Contoso.HelpdeskGroup], stop));
                await work.Directory.UpdateAsync(group with { Members = [.. people.Select(p => p.Id)] }, stop);
            }
        );
        await scene.Review(Contoso.Helpdesk, ReviewScene.ByBob);

        scene.Bob.Sees("Helpdesk (group)");
        scene.Bob.Sees("Members 1–10 of 23");
        await scene.Bob.Clicks("More members");
        scene.Bob.Sees("Members 11–20 of 23");
        await scene.Bob.Clicks("More members");
        scene.Bob.Sees("Members 21–23 of 23");
        scene.Bob.Sees("Member 23");
        await scene.Bob.Clicks("First members");
        scene.Bob.Sees("Members 1–10 of 23");
    }

    [Fact]
    [Rule("I8")]
    public async Task Nobody_answers_about_themselves_or_an_account_that_is_linked_to_them()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(
            Contoso.GlobalAdministrator,
            ReviewScene.ByBob with
            {
                Type = AssignmentType.Eligible,
            }
        );
        scene.Bob.Sees("0 of 2 answered");
        var own = await scene.Item(review, scene.BobAdmin.Key());
        var approve = ButtonOf(scene.Bob, "Approve");
        approve["data"]!["item"] = own.Id.ToString("N");
        approve["data"]!["reason"] = "it is me";

        await scene.Bob.Invokes(approve);

        Assert.Null((await scene.Item(review, scene.BobAdmin.Key())).Answer);
        Assert.Equal(0, await scene.CountsAudited(AuditAction.ReviewAnswered));
    }

    [Fact]
    public async Task Others_replayed_and_forged_cards_have_no_effect_and_tell_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var review = await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        var approve = ButtonOf(scene.Bob, "Approve");
        approve["data"]!["reason"] = "forwarded";
        var unknown = approve.DeepClone().AsObject();
        unknown["data"]!["item"] = Guid.NewGuid().ToString("N");

        var others = await scene.Dan.Invokes(approve);
        var nothing = await scene.Bob.Invokes(unknown);
        Assert.Contains("There is no such review for you.", others.Body, StringComparison.Ordinal);
        Assert.Equal(nothing.Body, others.Body);
        Assert.Equal(new ReviewProgress(0, 2), await scene.Progress(review, scene.Bob));

        await scene.Advances(TimeSpan.FromDays(15));
        var late = await scene.Bob.Invokes(approve);
        Assert.Contains("Over since", late.Body, StringComparison.Ordinal);
        Assert.Null((await scene.Item(review, scene.Alice.Key())).Answer);
    }

    [Fact]
    public async Task A_card_that_is_looked_at_again_shows_what_another_reviewer_answered()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.ByBob with
            {
                Chosen = [scene.Bob.Key(), scene.Carol.Key()],
            }
        );
        await scene.Carol.Clicks("Approve", Because);

        await scene.Bob.Looks();

        scene.Bob.Sees("1 of 2 answered");
    }

    [Fact]
    [Rule("I4")]
    public async Task Managers_answer_for_their_people_and_where_there_is_none_the_fallback_does()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("start review of Global Administrator by their managers, otherwise erin, for 14 days");
        scene.Frank.Sees("2 people are asked about 6 assignments.");
        await scene.Frank.Clicks("Start review");

        scene.Frank.Sees("0 of 4 answered");
        scene.Erin.Sees("0 of 2 answered");
        scene.Erin.Sees("Emergency access 1 (emergency account)");
        scene.Erin.Sees("Approve: an emergency account, kept for the day it is needed");
    }

    [Fact]
    public async Task Guests_and_service_accounts_are_reviewed_like_anybody_and_are_marked()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Grace, ReviewScene.GlobalReaderAccess, AssignmentType.Eligible);
        var backup = scene.Person("Nightly backup");
        await scene.Assigns(backup, ReviewScene.GlobalReaderAccess, AssignmentType.Active);
        await scene.Review(ReviewScene.GlobalReaderAccess, ReviewScene.ByBob);
        await scene.Bob.Clicks("As a list");

        scene.Bob.Sees("Grace Gallo (Fabrikam) (guest)");
        scene.Bob.Sees("Nightly backup (service account)");
        var inputs = Inputs(scene.Bob);
        await scene.Bob.Clicks(
            "Save answers",
            new JsonObject
            {
                [inputs[1]] = "Deny",
                [inputs[2]] = "Deny",
                ["reason"] = "not needed",
            }
        );
        await scene.Advances(TimeSpan.FromDays(14));

        Assert.False(await scene.IsAssigned(scene.Grace, ReviewScene.GlobalReaderAccess));
        Assert.False(await scene.IsAssigned(backup, ReviewScene.GlobalReaderAccess));
    }

    /// <summary>A button of the newest card, as a client would send it, to be tampered with.</summary>
    private static JsonObject ButtonOf(TestPerson person, string title) =>
        ReviewScene.ButtonOf(person.LastCard!, title)!;

    private static List<string> Inputs(TestPerson person) =>
        [
            .. person.LastCard!["body"]!
                .AsArray()
                .Select(element => element!["id"]?.ToString())
                .OfType<string>()
                .Where(id => id.StartsWith("answer-", StringComparison.Ordinal)),
        ];
}
