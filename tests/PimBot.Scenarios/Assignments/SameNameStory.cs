using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

/// <summary>The group Helpdesk is called like a short name of Helpdesk Administrator: which one is meant is asked, and never guessed.</summary>
public sealed class SameNameStory
{
    private static readonly RoleScope InHelpdesk = new(
        Contoso.Payments.Role,
        new ScopeId($"/groups/{Contoso.HelpdeskGroup}")
    );

    [Fact]
    public async Task Members_of_a_name_that_a_group_has_too_are_asked_about()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("members Helpdesk");
        scene.Frank.Sees("“Helpdesk” is the name of more than one thing. Whose members do you mean?");
        Assert.Equal(["Helpdesk Administrator", "The group Helpdesk"], scene.Frank.Buttons);
        await scene.Frank.Clicks("The group Helpdesk");
        scene.Frank.Sees("Helpdesk: Dan Dubois and Grace Gallo (Fabrikam).");
        scene.Frank.Sees("Whoever is in it has through it: Helpdesk Administrator (eligible).");
        await scene.Frank.Clicks("Helpdesk Administrator");

        scene.Frank.Sees("Helpdesk (group) Permanently eligible");
        scene.Frank.Sees("Has it through the group: Dan Dubois and Grace Gallo (Fabrikam)");
    }

    [Fact]
    public async Task A_role_that_is_assigned_by_such_a_name_is_asked_about()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("assign Helpdesk to Erin eligible for 1 month because of the team change");
        scene.Frank.Sees("“Helpdesk” is the name of more than one thing. Which one is meant?");
        Assert.Empty(await scene.AssignmentsOf(scene.Erin, "Helpdesk Administrator"));
        await scene.Frank.Clicks("Member of the group Helpdesk");
        scene.Frank.Sees("Who is in the group Helpdesk is kept in your directory, and not managed here.");
        await scene.Frank.Says("Helpdesk Administrator");

        scene.Frank.Sees("Erin Eriksen is eligible until Wednesday 1 April");
    }

    [Fact]
    public async Task A_group_that_PimBot_manages_can_be_meant_as_well()
    {
        await using var scene = await Scene.StartAsync();
        await KnowsHelpdeskScope(scene);

        await scene.Frank.Says("assign Helpdesk to Erin eligible for 1 month because of the team change");
        await scene.Frank.Clicks("Payments responder, of the group Helpdesk");
        scene.Frank.Sees("Erin Eriksen is eligible until Wednesday 1 April");
        scene.Frank.Sees("Where: Helpdesk");

        await scene.Frank.Says("settings Helpdesk");
        scene.Frank.Sees("Which of these?");
        await scene.Frank.Clicks("Show settings", new { access = $"{InHelpdesk.Role}|{InHelpdesk.Scope}" });
        scene.Frank.Sees("Settings of Payments responder Helpdesk.");
    }

    [Fact]
    public async Task Nothing_is_activated_by_such_a_name_alone()
    {
        await using var scene = await Scene.StartAsync();
        await KnowsHelpdeskScope(scene);
        await scene.Assigns(scene.Dan, InHelpdesk, AssignmentType.Eligible);
        await scene.Assigns(scene.Erin, InHelpdesk, AssignmentType.Eligible);
        const string Ask = "activate Helpdesk for 1h because the queue is long ticket INC-1";

        await scene.Dan.Says(Ask);
        scene.Dan.Sees("Which of these?");
        scene.Dan.Sees("Helpdesk Administrator Contoso");
        scene.Dan.Sees("Payments responder Helpdesk");
        await scene.Erin.Says(Ask);
        scene.Erin.Sees("the name of a role that you can’t activate, and of a group. Do you mean the group?");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        Assert.Empty(await scene.HeldAtTarget(scene.Erin));
        await scene.Erin.Clicks("Activate");
        scene.Erin.Sees("Activate Payments responder Helpdesk.");
        await scene.Erin.Clicks("Activate");

        scene.Erin.Sees("Verify it’s you to go on");
        scene.Erin.Sees("Where: Helpdesk");
    }

    [Fact]
    public async Task In_an_order_to_remove_the_word_before_tells_the_role_from_the_group()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("remove Helpdesk from Helpdesk Administrator");

        scene.Frank.Sees("Remove Helpdesk Administrator from Helpdesk?");
    }

    [Fact]
    public async Task Whoever_has_a_role_through_a_group_can_not_be_removed_from_it_alone()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("remove Dan from Helpdesk Administrator");

        scene.Frank.Sees(
            "Dan Dubois has Helpdesk Administrator (eligible) through the group Helpdesk, and not directly."
        );
        scene.Frank.Sees("To end it for Dan Dubois alone, take Dan Dubois out of that group in your directory");
        scene.Frank.Sees("say “remove group Helpdesk from Helpdesk Administrator”");
        await scene.Frank.Says("remove group Helpdesk from Helpdesk Administrator");
        scene.Frank.Sees("Remove Helpdesk Administrator from Helpdesk?");
    }

    [Fact]
    public async Task Whoever_keeps_a_role_through_a_group_is_said_to_before_the_direct_assignment_is_removed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, Contoso.Helpdesk, AssignmentType.Active);

        await scene.Frank.Says("remove Dan from Helpdesk Administrator");

        scene.Frank.Sees("Remove Helpdesk Administrator from Dan Dubois?");
        scene.Frank.Sees("Dan Dubois keeps Helpdesk Administrator (eligible) through the group Helpdesk.");
        await scene.Frank.Says("members Helpdesk Administrator");
        await scene.Frank.Clicks("Remove");
        scene.Frank.Sees("Dan Dubois keeps Helpdesk Administrator (eligible) through the group Helpdesk.");
    }

    [Fact]
    public async Task Whom_PimBot_put_into_the_group_it_can_take_out()
    {
        await using var scene = await Scene.StartAsync();
        var group = Scope.GroupOf(Contoso.Payments.Scope)!.Value;
        await GroupHas(scene, group, AssignmentScene.Exchange);
        await scene.Assigns(scene.Carol, Contoso.Payments, AssignmentType.Active);

        await scene.Frank.Says("remove Carol from Exchange Administrator");
        scene.Frank.Sees("Carol Castillo has Exchange Administrator (eligible) through the group Payments responders");
        scene.Frank.Sees("say “remove Carol Castillo from Payments responder at Payments responders”");
        await scene.Frank.Says("remove Carol Castillo from Payments responder at Payments responders");

        scene.Frank.Sees("Remove Payments responder from Carol Castillo?");
    }

    [Fact]
    public async Task Who_is_in_a_group_is_not_told_to_outsiders_and_all_names_are_answered_alike()
    {
        await using var scene = await Scene.StartAsync();

        foreach (var name in new[] { "Helpdesk", "group Helpdesk", "Payments responders", "Nowhere" })
        {
            await scene.Dan.Says($"members {name}");
            scene.Dan.Sees("Who has a role, or is in a group, is shown to those who administer it");
            scene.Dan.DoesNotSee("Grace");
        }

        // An owner of one group sees that group, and of another no more than an outsider.
        await scene.Erin.Says("members group Payments responders");
        scene.Erin.Sees("Nobody is in Payments responders now. No role that you see is assigned to it.");
        await scene.Erin.Says("members group Helpdesk");
        scene.Erin.DoesNotSee("Grace");
    }

    [Fact]
    public async Task What_members_have_through_a_group_is_told_only_to_those_who_may_see_it_there()
    {
        await using var scene = await Scene.StartAsync();
        var group = Scope.GroupOf(Contoso.Payments.Scope)!.Value;
        await GroupHas(scene, group, AssignmentScene.Exchange);
        await GroupHas(scene, group, Contoso.OwnerOfProduction);

        await scene.Erin.Says("members group Payments responders");
        scene.Erin.Sees("No role that you see is assigned to it.");
        scene.Erin.DoesNotSee("Exchange");
        await scene.Frank.Says("members group Payments responders");
        scene.Frank.Sees("Whoever is in it has through it: Exchange Administrator (eligible).");
        await scene.Assigns(scene.Frank, Contoso.GlobalAdministrator, AssignmentType.Active);
        await scene.Frank.Says("elevate for 2h because nobody owns the sandbox");
        await scene.Frank.Says("members group Payments responders");

        scene.Frank.Sees("through it: Exchange Administrator (eligible) and Owner at Contoso Production (eligible).");
    }

    private static Task KnowsHelpdeskScope(Scene scene) =>
        scene.Changes(
            (work, _) =>
            {
                work.Directory.Add(
                    new Scope
                    {
                        Id = InHelpdesk.Scope,
                        Kind = ScopeKind.Group,
                        Name = "Helpdesk",
                    }
                );
                return Task.CompletedTask;
            }
        );

    private static Task GroupHas(Scene scene, GroupId group, RoleScope access) =>
        scene.Changes(
            (work, _) =>
            {
                work.Assignments.Add(
                    new Assignment
                    {
                        Id = Guid.NewGuid(),
                        Group = group,
                        Access = access,
                        Type = AssignmentType.Eligible,
                    }
                );
                return Task.CompletedTask;
            }
        );
}
