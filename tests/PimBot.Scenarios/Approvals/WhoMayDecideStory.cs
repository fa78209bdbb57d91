using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Approvals;

public sealed class WhoMayDecideStory
{
    [Fact]
    [Rule("C5")]
    public async Task The_requester_cannot_approve_even_when_named_as_approver()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Frank, Contoso.Payments, AssignmentType.Eligible);

        await scene.Frank.Says(Contoso.AskForPayments);
        scene.Frank.Sees("Asked: Erin Eriksen");
        var card = scene.Erin.CardWith("Approve");
        var answer = await scene.Frank.Invokes(card.Action("Approve"));

        Assert.Equal("Nobody approves their own request. Another approver must decide.", answer.Words());
        await AssertUndecided(scene, scene.Frank);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.DecisionRefused));
    }

    [Fact]
    [Rule("C5")]
    public async Task A_second_account_of_the_requester_is_not_asked_and_cannot_approve()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Bob.Says(Contoso.AskForGlobalAdministrator);
        await scene.Passes(scene.Bob);

        scene.Bob.Sees("Asked: Alice Andersen, Carol Castillo");
        var answer = await scene.BobAdmin.Invokes(scene.Alice.CardWith("Approve").Action("Approve"));

        Assert.Equal("Nobody approves their own request. Another approver must decide.", answer.Words());
        await AssertUndecided(scene, scene.Bob);
    }

    [Fact]
    [Rule("C5")]
    public async Task The_first_account_cannot_approve_for_the_second_one_either()
    {
        await using var scene = await Scene.StartAsync();
        await scene.BobAdmin.Says(Contoso.AskForGlobalAdministrator);
        await scene.Passes(scene.BobAdmin);

        var answer = await scene.Bob.Invokes(scene.Alice.CardWith("Approve").Action("Approve"));

        Assert.Equal("Nobody approves their own request. Another approver must decide.", answer.Words());
        await AssertUndecided(scene, scene.BobAdmin);
    }

    [Fact]
    public async Task An_outsider_learns_nothing_not_even_that_the_request_exists()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var real = scene.Frank.CardWith("Approve").Action("Approve");
        var unknown = real.With(data => data["request"] = Guid.NewGuid().ToString("N"));

        foreach (var outsider in new[] { scene.Alice, scene.Grace, scene.Person("Emergency access 1") })
        {
            var toForeign = await outsider.Invokes(real);
            var toUnknown = await outsider.Invokes(unknown);

            Assert.Equal(toUnknown.Body, toForeign.Body);
            Assert.Contains("There is no such request for you to decide", toForeign.Words(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Dan", scene.Alice.Chat.ToString(), StringComparison.Ordinal);
        await AssertUndecided(scene, scene.Dan);
    }

    [Fact]
    public async Task A_stranger_who_is_not_in_the_directory_is_told_so_and_decides_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var action = scene.Frank.CardWith("Approve").Action("Approve");

        var answer = await scene.Frank.Sends(activity =>
        {
            activity["type"] = "invoke";
            activity["name"] = "adaptiveCard/action";
            activity["value"] = new System.Text.Json.Nodes.JsonObject { ["action"] = action };
            activity["from"]!["aadObjectId"] = Guid.NewGuid().ToString();
        });

        Assert.Contains("you are not in the directory", answer.Words(), StringComparison.Ordinal);
        await AssertUndecided(scene, scene.Dan);
    }

    [Fact]
    [Rule("C8")]
    public async Task An_approver_who_left_the_group_meanwhile_cannot_decide()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Alice, Contoso.PrivilegedRoleAdministrator, AssignmentType.Eligible);
        await scene.Alice.Says("activate Privileged Role Administrator for 1h because a new role must be set up");
        await scene.Passes(scene.Alice);
        await scene.RemovesFromGroup(Contoso.IdentityApprovers, scene.Carol);

        await scene.Carol.Clicks("Approve", new { reason = "I was one a minute ago" });

        scene.Carol.Sees("You are no longer an approver for this role");
        await AssertUndecided(scene, scene.Alice);
        await scene.Frank.Clicks("Approve", new { reason = "I still am one" });
        scene.Alice.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    [Rule("C8")]
    public async Task An_approver_who_lost_the_role_meanwhile_cannot_decide()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);
        await scene.Passes(scene.Alice);
        await scene.RemovesAssignments(Contoso.GlobalAdministrator, scene.Carol);

        await scene.Carol.Clicks("Deny", new { reason = "no" });

        scene.Carol.Sees("You are no longer an approver for this role");
        await AssertUndecided(scene, scene.Alice);
    }

    [Fact]
    public async Task An_approver_whose_account_was_disabled_meanwhile_cannot_decide()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Disables(scene.Frank);

        await scene.Frank.Clicks("Approve", new { reason = "one last time" });

        scene.Frank.Sees("This account is disabled");
        await AssertUndecided(scene, scene.Dan);
    }

    [Fact]
    public async Task Whoever_became_an_approver_meanwhile_can_decide()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.ChangesPolicy(
            Contoso.Payments,
            policy => policy with { Approvers = [new() { Person = new PersonId(scene.Alice.Id) }] }
        );

        await scene.Alice.Says("approvals");
        await scene.Alice.Clicks("Approve", new { reason = "I took over" });

        scene.Alice.Sees("Approved by Alice Andersen");
        scene.Dan.Sees("Active until");
        scene.Frank.Sees("Approved by Alice Andersen");
        await scene.BooksBalance();
    }

    private static async Task AssertUndecided(Scene scene, TestPerson requester)
    {
        var request = await scene.TheRequestOf(requester);
        Assert.Equal(RequestState.PendingApproval, request.State);
        Assert.Null(request.Decision);
        Assert.Empty(await scene.HeldAtTarget(requester));
        await scene.BooksBalance();
    }
}
