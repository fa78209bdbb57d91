using System.Net;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

/// <summary>Settings that demand multi-factor authentication of whoever assigns a role.</summary>
public sealed class AdministratorStory
{
    private const string Order = "assign Helpdesk Administrator to Erin, active for 3 months because team change";

    [Fact]
    [Rule("D9")]
    public async Task Whoever_assigns_verifies_first_and_then_it_counts_for_15_minutes()
    {
        await using var scene = await StartsAsync();
        await scene.Frank.Says(Order);
        scene.Frank.Sees("Say “verify”, sign in with a second factor");
        Assert.False(await HoldsAsync(scene));

        await scene.Frank.Says("verify");
        scene.Frank.Sees("Sign in with a second factor, then come back");
        await scene.Passes(scene.Frank);
        scene.Frank.Sees("You are verified until 09:15. Now repeat what you wanted to do.");

        await scene.Frank.Says(Order);
        await scene.Frank.Clicks("Assign");
        Assert.True(await HoldsAsync(scene));
        var passed = Assert.Single(await scene.Audit(), e => e.Event.Action is AuditAction.VerificationPassed);
        Assert.Equal((scene.Frank.Id, "administrator playground"), (passed.Event.Actor?.Value, passed.Event.Detail));
    }

    [Fact]
    public async Task After_15_minutes_it_counts_no_more_and_neither_does_the_link()
    {
        await using var scene = await StartsAsync();
        await scene.Frank.Says("verify");
        var link = scene.Frank.VerificationLink();
        await scene.Passes(scene.Frank);
        await scene.Advances(TimeSpan.FromMinutes(15));

        await scene.Frank.Says(Order);
        Assert.False(await HoldsAsync(scene));

        await scene.Frank.Says("verify");
        var unused = scene.Frank.VerificationLink();
        Assert.NotEqual(link, unused);
        await scene.Advances(TimeSpan.FromMinutes(15));
        await scene.Presses(unused, "pass");
        await scene.Frank.Says(Order);
        Assert.False(await HoldsAsync(scene));
    }

    [Fact]
    public async Task Failing_proves_nothing_and_can_be_tried_again()
    {
        await using var scene = await StartsAsync();
        await scene.Frank.Says("verify");

        await scene.Fails(scene.Frank);
        await scene.Frank.Says(Order);
        Assert.False(await HoldsAsync(scene));

        await scene.Passes(scene.Frank);
        await scene.Frank.Says(Order);
        await scene.Frank.Clicks("Assign");
        Assert.True(await HoldsAsync(scene));
    }

    [Fact]
    public async Task By_sign_in_only_the_one_who_was_asked_can_answer()
    {
        await using var scene = await StartsAsync(Browser.PublicUrl);
        using var browser = new Browser(scene);
        await scene.Frank.Says("verify");
        var link = scene.Frank.VerificationLink();

        scene.Channel.OpenId.Person = scene.Bob.Id;
        Assert.Equal("This is someone else’s request", (await browser.Verifies(link)).Heading);
        await scene.Frank.Says(Order);
        Assert.False(await HoldsAsync(scene));

        scene.Channel.OpenId.Person = scene.Frank.Id;
        var page = await browser.Verifies(link);
        Assert.Equal((HttpStatusCode.OK, "You are verified"), (page.Status, page.Heading));
        await scene.Frank.Says(Order);
        await scene.Frank.Clicks("Assign");
        Assert.True(await HoldsAsync(scene));

        Assert.Equal("Nothing to verify", (await browser.Opens(link)).Heading);
    }

    [Fact]
    public async Task Somebody_elses_proof_is_not_ones_own()
    {
        await using var scene = await StartsAsync();
        await scene.Assigns(scene.Erin, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        await scene.Erin.Says("verify");
        await scene.Passes(scene.Erin);

        await scene.Frank.Says(Order);

        Assert.False(await HoldsAsync(scene));
    }

    [Fact]
    public async Task Who_has_a_request_that_waits_for_it_is_shown_that()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(SignInScene.AskForExchange);

        await scene.Alice.Says("verify");

        scene.Alice.Sees("Verify it’s you to go on");
        await scene.Passes(scene.Alice);
        scene.Alice.Sees("Active until");
    }

    private static async Task<Scene> StartsAsync(Uri? publicUrl = null)
    {
        var scene = await Scene.StartAsync(new SceneOptions { PublicUrl = publicUrl });
        await scene.Changes(
            async (work, stop) =>
            {
                var policy = await work.Directory.PolicyAsync(Contoso.Helpdesk, stop);
                var active = policy.Active with { Require = policy.Active.Require | ActivationRequirements.Mfa };
                await work.Directory.UpdateAsync(policy with { Active = active }, stop);
            }
        );
        return scene;
    }

    private static Task<bool> HoldsAsync(Scene scene) =>
        scene.Reads(
            async (work, stop) =>
                (await work.Assignments.OfAsync(new PersonId(scene.Erin.Id), stop)).Any(a =>
                    a.Access == Contoso.Helpdesk && a.Type is AssignmentType.Active
                )
        );
}
