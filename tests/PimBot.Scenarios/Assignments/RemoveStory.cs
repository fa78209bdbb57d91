using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

public sealed class RemoveStory
{
    [Fact]
    [Rule("A25")]
    public async Task A_removal_says_what_follows_and_ends_the_running_activation_once_it_is_confirmed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says("activate Exchange Administrator for 1h because mailbox migration");
        await scene.Passes(scene.Alice);

        await scene.Frank.Says("remove Alice from Exchange Administrator");
        scene.Frank.Sees("Remove Exchange Administrator from Alice Andersen?");
        scene.Frank.Sees("Alice Andersen loses Exchange Administrator, permanently eligible.");
        scene.Frank.Sees("The activation that runs until today at 10:00 (UTC+1) ends now.");
        Assert.Single(await scene.AssignmentsOf(scene.Alice, "Exchange Administrator"));
        await scene.Frank.Clicks("Confirm");

        scene.Frank.Sees("Alice Andersen no longer has this role here");
        Assert.Empty(await scene.AssignmentsOf(scene.Alice, "Exchange Administrator"));
        await scene.Alice.Says("status");
        scene.Alice.Sees("No privileged role is active.");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Cancel_leaves_all_as_it_is()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("remove Alice's Exchange Administrator");
        await scene.Frank.Clicks("Cancel");

        scene.Frank.Sees("Stopped Nothing has changed.");
        Assert.Single(await scene.AssignmentsOf(scene.Alice, "Exchange Administrator"));
    }

    [Fact]
    public async Task What_changed_since_the_card_was_shown_is_said_and_must_be_confirmed_anew()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("remove Alice from Exchange Administrator");
        await scene.Alice.Says("activate Exchange Administrator for 1h because mailbox migration");
        await scene.Passes(scene.Alice);

        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("This changed since you looked");
        scene.Frank.Sees("The activation that runs until");
        Assert.Single(await scene.AssignmentsOf(scene.Alice, "Exchange Administrator"));
        await scene.Frank.Clicks("Confirm");

        Assert.Empty(await scene.AssignmentsOf(scene.Alice, "Exchange Administrator"));
    }

    [Fact]
    public async Task Authority_is_looked_up_at_the_click()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Bob, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        await scene.Bob.Says("remove Alice from Exchange Administrator");
        await scene.RemovesAssignments(Contoso.PrivilegedRoleAdministrator, scene.Bob);

        await scene.Bob.Clicks("Confirm");

        scene.Bob.Sees("There is no such assignment any more.");
        Assert.Single(await scene.AssignmentsOf(scene.Alice, "Exchange Administrator"));
    }

    [Fact]
    [Rule("A4")]
    public async Task An_assignment_stays_for_its_first_five_minutes()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says(AssignmentScene.AssignExchangeToErin);
        await scene.Frank.Says("remove Erin from Exchange Administrator");

        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("An assignment can’t be removed in its first 5 minutes. You can from 09:05 on.");
        await scene.Advances(TimeSpan.FromMinutes(5));
        await scene.Frank.Clicks("Confirm");

        Assert.Empty(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
    }

    [Fact]
    [Rule("A9")]
    public async Task The_last_administrator_stays()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("remove me from Privileged Role Administrator");

        await scene.Frank.Clicks("Confirm");

        scene.Frank.Sees(
            "Frank Fischer is the last who holds Privileged Role Administrator. Make somebody else an active"
        );
        Assert.Single(await scene.AssignmentsOf(scene.Frank, "Privileged Role Administrator"));
    }

    [Fact]
    public async Task Which_of_several_is_meant_is_asked()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("remove bob from Global Administrator");
        scene.Frank.Sees("Which of these?");
        await scene.Frank.Clicks("Remove: Bob Berg (admin)");
        scene.Frank.Sees("Bob Berg (admin) loses Global Administrator");
        await scene.Frank.Clicks("Confirm");

        Assert.Empty(await scene.AssignmentsOf(scene.BobAdmin, "Global Administrator"));
        Assert.Single(await scene.AssignmentsOf(scene.Bob, "Global Administrator"));
    }

    [Fact]
    public async Task Emergency_accounts_are_not_asked_while_anybody_else_could_manage_and_the_card_says_who_is()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("remove Emergency access 2 from Global Administrator because it is replaced");
        scene.Frank.Sees("Only 1 emergency account would hold Global Administrator: keep two.");

        await scene.Frank.Clicks("Confirm");

        scene.Frank.Sees("Asked: Alice Andersen, Bob Berg, Bob Berg (admin) and Carol Castillo");
        scene.Alice.Sees("Frank Fischer asks to remove Global Administrator from Emergency access 2");
        scene.Person("Emergency access 1").DoesNotSee("Frank Fischer asks");
    }

    [Fact]
    [Rule("A24")]
    public async Task An_emergency_account_is_touched_only_once_another_administrator_confirms_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Bob, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        var account = scene.Person("Emergency access 2");
        await scene.Frank.Says("remove Emergency access 2 from Global Administrator because it is replaced");
        scene.Frank.Sees("This is an emergency account: another administrator must confirm it");

        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("Waiting for another administrator");
        Assert.Single(await scene.AssignmentsOf(account, "Global Administrator"));
        scene.Bob.Sees("Frank Fischer asks to remove Global Administrator from Emergency access 2");
        await scene.Bob.Clicks("Confirm", new { reason = "Replaced by a new one." });

        scene.Bob.Sees("Approved by Bob Berg");
        Assert.Empty(await scene.AssignmentsOf(account, "Global Administrator"));
    }

    [Fact]
    [Rule("A24")]
    public async Task Who_asked_can_not_confirm_it_themselves()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Bob, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        await scene.Frank.Says("remove Emergency access 2 from Global Administrator because it is replaced");
        await scene.Frank.Clicks("Confirm");
        var confirm = AssignByFormStory.CardOf(scene.Bob, "Confirm");
        confirm["data"]!["reason"] = "mine";

        var answer = await scene.Frank.Invokes(confirm);

        Assert.Contains("Another administrator must.", answer.Body, StringComparison.Ordinal);
        Assert.Single(await scene.AssignmentsOf(scene.Person("Emergency access 2"), "Global Administrator"));
    }
}
