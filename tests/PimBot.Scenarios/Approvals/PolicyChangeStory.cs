using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Approvals;

public sealed class PolicyChangeStory
{
    [Fact]
    [Rule("D6")]
    public async Task A_shorter_maximum_meanwhile_makes_the_approval_lead_to_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.ChangesPolicy(Contoso.Payments, policy => policy with { Maximum = TimeSpan.FromHours(1) });

        await scene.Frank.Clicks("Approve", new { reason = "go" });

        scene.Dan.Sees("Not granted");
        scene.Dan.Sees("That is longer than this role allows by now. Ask again for less time.");
        scene.Frank.Sees("Approved by Frank Fischer, but not granted");
        scene.Frank.Sees("The rules for this role became stricter meanwhile");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_ticket_that_is_required_meanwhile_makes_the_approval_lead_to_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.ChangesPolicy(
            Contoso.Payments,
            policy => policy with { Require = policy.Require | ActivationRequirements.Ticket }
        );

        await scene.Frank.Clicks("Approve", new { reason = "go" });

        scene.Dan.Sees("Not granted");
        scene.Dan.Sees("This role needs a ticket number");
        scene.Erin.Sees("Approved by Frank Fischer, but not granted");
        Assert.Equal(RequestState.Failed, (await scene.TheRequestOf(scene.Dan)).State);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Verification_that_is_required_meanwhile_comes_before_the_grant()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.ChangesPolicy(
            Contoso.Payments,
            policy => policy with { Require = policy.Require | ActivationRequirements.Mfa }
        );

        await scene.Frank.Clicks("Approve", new { reason = "go" });

        scene.Dan.Sees("Verify it’s you to go on");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await Verification.VerificationPage.Passes(scene, scene.Dan);
        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Approval_that_is_no_longer_required_is_still_needed_for_what_was_asked_before()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.ChangesPolicy(
            Contoso.Payments,
            policy =>
                policy with
                {
                    Require = ActivationRequirements.None,
                    Maximum = TimeSpan.FromHours(8),
                    Approvers = [],
                }
        );
        await scene.Advances(TimeSpan.FromHours(1));
        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);

        await scene.Frank.Clicks("Approve", new { reason = "go" });

        scene.Dan.Sees("Active until today at 12:00 (UTC+1)");
        await scene.BooksBalance();
    }

    [Fact]
    [Rule("D7")]
    public async Task A_longer_maximum_meanwhile_gives_no_more_than_was_asked()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.ChangesPolicy(Contoso.Payments, policy => policy with { Maximum = TimeSpan.FromHours(24) });

        await scene.Frank.Clicks("Approve", new { reason = "go" });

        scene.Dan.Sees("Active until today at 11:00 (UTC+1)");
    }

    [Fact]
    [Rule("B7")]
    public async Task Approval_that_is_required_meanwhile_stops_a_start_that_lies_ahead()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(
            "activate Virtual Machine Contributor for 1h from today 15:00 because patches must be installed"
        );
        await scene.ChangesPolicy(
            (await scene.TheRequestOf(scene.Alice)).Access,
            policy =>
                policy with
                {
                    Require = policy.Require | ActivationRequirements.Approval,
                    Approvers = [new ApproverReference { Person = new(scene.Frank.Id) }],
                }
        );

        await scene.Advances(TimeSpan.FromHours(6));

        scene.Frank.Sees("Alice Andersen asks for Virtual Machine Contributor");
        scene.Alice.Sees("Waiting for approval");
        Assert.Empty(await scene.HeldAtTarget(scene.Alice));
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        scene.Alice.Sees("Active until today at 16:00");
        await scene.BooksBalance();
    }
}
