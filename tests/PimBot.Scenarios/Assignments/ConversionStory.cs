using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

public sealed class ConversionStory
{
    private static readonly RoleScope SharePoint = new(
        new RoleId("f28a1f50-f6e7-4571-818b-6a12f2af6b6c"),
        ScopeId.Directory
    );

    [Fact]
    [Rule("A22")]
    public async Task An_active_assignment_becomes_eligible()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("make Grace eligible for SharePoint Administrator for 6 months");
        scene.Frank.Sees("Make Grace Gallo (Fabrikam) eligible for SharePoint Administrator?");
        scene.Frank.Sees("no longer holds SharePoint Administrator by itself");
        await scene.Frank.Clicks("Confirm");

        var now = Assert.Single(await scene.AssignmentsOf(scene.Grace, "SharePoint Administrator"));
        Assert.Equal(AssignmentType.Eligible, now.Type);
        Assert.Equal(scene.Clock.GetUtcNow() + TimeSpan.FromDays(180), now.End);
    }

    [Fact]
    [Rule("A14", "A22")]
    public async Task One_eligible_person_becomes_a_permanent_holder()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("make permanent Alice in Exchange Administrator because on call for good");
        scene.Frank.Sees("Make Alice Andersen a permanent Exchange Administrator?");
        await scene.Frank.Clicks("Confirm");

        scene.Frank.Sees("Alice Andersen is permanently active");
        var now = Assert.Single(await scene.AssignmentsOf(scene.Alice, "Exchange Administrator"));
        Assert.Equal((AssignmentType.Active, (DateTimeOffset?)null), (now.Type, now.End));
    }

    [Fact]
    [Rule("A15")]
    public async Task A_whole_role_is_made_permanent_and_who_can_not_be_is_named()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("make permanent Exchange Administrator");
        scene.Frank.Sees("3 people become permanent holders of Exchange Administrator");
        scene.Frank.Sees("Alice Andersen, Dan Dubois and Ivan Ito");
        await scene.Frank.Clicks("Confirm", new { reason = "PIM is rolled back." });

        scene.Frank.Sees("2 are permanent now: Alice Andersen and Dan Dubois");
        scene.Frank.Sees("Left as before: Ivan Ito: This account is disabled.");
        var all = await scene.AllOf(AssignmentScene.Exchange);
        Assert.Equal(2, all.Count(a => a is { Type: AssignmentType.Active, End: null }));
    }

    [Fact]
    public async Task Who_came_since_the_card_was_shown_is_not_made_permanent_unseen()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("make permanent Exchange Administrator");
        await scene.Assigns(scene.Erin, AssignmentScene.Exchange, AssignmentType.Eligible);

        await scene.Frank.Clicks("Confirm", new { reason = "PIM is rolled back." });

        scene.Frank.Sees("Who is eligible changed since you looked.");
        scene.Frank.Sees("Erin Eriksen");
        Assert.DoesNotContain(await scene.AllOf(AssignmentScene.Exchange), a => a.Type is AssignmentType.Active);
    }

    [Fact]
    [Rule("A21")]
    public async Task The_end_of_an_assignment_is_moved_to_either_side()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says(AssignmentScene.AssignExchangeToErin);

        await scene.Frank.Says("extend Erin's Exchange Administrator for 6 months");
        scene.Frank.Sees("Change the end of Exchange Administrator for Erin Eriksen?");
        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("Erin Eriksen is eligible until Saturday 29 August");
        await scene.Frank.Says("shorten Erin's Exchange Administrator to 15 days");
        await scene.Frank.Clicks("Confirm");

        var now = Assert.Single(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
        Assert.Equal(scene.Clock.GetUtcNow() + TimeSpan.FromDays(15), now.End);
    }

    [Fact]
    public async Task The_members_of_a_role_are_shown_a_page_at_a_time_each_with_what_can_be_done()
    {
        await using var scene = await Scene.StartAsync();
        foreach (var person in new[] { scene.Alice, scene.Bob, scene.Carol, scene.Dan, scene.Erin, scene.Frank })
        {
            await scene.AssignsUntil(person, SharePoint, AssignmentType.Eligible, null);
        }

        await scene.Frank.Says("who has SharePoint?");
        scene.Frank.Sees("1–6 of 7 assignments");
        scene.Frank.Sees("Alice Andersen Permanently eligible");
        await scene.Frank.Clicks("Next");
        scene.Frank.Sees("7–7 of 7 assignments");
        scene.Frank.Sees("Grace Gallo (Fabrikam) (guest) Permanently active");
        Assert.Equal(["Make eligible", "Remove", "Previous"], scene.Frank.Buttons);
        await scene.Frank.Clicks("Remove: Grace Gallo (Fabrikam)");
        scene.Frank.Sees("Remove SharePoint Administrator from Grace Gallo (Fabrikam)?");
        await scene.Frank.Clicks("Cancel");
        scene.Frank.Sees("7–7 of 7 assignments");
        await scene.Frank.Clicks("Previous");

        scene.Frank.Sees("1–6 of 7 assignments");
        Assert.Equal(7, (await scene.AllOf(SharePoint)).Count);
    }
}
