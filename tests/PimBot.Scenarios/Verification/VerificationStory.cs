using Microsoft.Extensions.DependencyInjection;
using PimBot.Bot.Verification;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

public sealed class VerificationStory
{
    private const string AskForExchange = "activate Exchange Administrator for 2h because mailbox migration";

    [Fact]
    public async Task Verification_comes_first_and_nobody_is_asked_before()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);

        scene.Alice.Sees("Verify it’s you to go on");
        scene.Alice.Sees("You have until 09:15. Nothing is granted before.");
        Assert.DoesNotContain("Alice", scene.Carol.Chat.ToString(), StringComparison.Ordinal);
        Assert.Equal(RequestState.AwaitingVerification, (await scene.TheRequestOf(scene.Alice)).State);
        Assert.Empty(await scene.HeldAtTarget(scene.Alice));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task After_passing_the_card_moves_on_by_itself_and_the_approvers_are_asked()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);
        var before = scene.Alice.Chat.Messages.Count;

        await scene.Passes(scene.Alice);

        scene.Alice.Sees("Waiting for approval");
        Assert.Equal(before, scene.Alice.Chat.Messages.Count);
        Assert.Equal(["Cancel request"], scene.Alice.Buttons);
        scene.Carol.Sees("Alice Andersen asks for Global Administrator");
        var proof = (await scene.TheRequestOf(scene.Alice)).Proof!;
        Assert.Equal(scene.Clock.GetUtcNow(), proof.At);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Without_approval_passing_makes_it_active_on_the_same_card()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(AskForExchange);
        var before = scene.Alice.Chat.Messages.Count;

        await scene.Passes(scene.Alice);

        scene.Alice.Sees("Active until today at 11:00 (UTC+1)");
        Assert.Equal(before, scene.Alice.Chat.Messages.Count);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Failing_grants_nothing_and_it_can_be_tried_again()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(AskForExchange);

        await scene.Fails(scene.Alice);
        await scene.Fails(scene.Alice);
        Assert.Empty(await scene.HeldAtTarget(scene.Alice));
        Assert.Equal(RequestState.AwaitingVerification, (await scene.TheRequestOf(scene.Alice)).State);
        Assert.Equal(2, await scene.CountsAudited(AuditAction.VerificationFailed));

        await scene.Passes(scene.Alice);
        scene.Alice.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task When_the_time_to_verify_is_over_it_times_out_and_the_link_is_dead()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(AskForExchange);
        var link = scene.Alice.VerificationLink();

        await scene.Advances(TimeSpan.FromMinutes(15));
        scene.Alice.Sees("Timed out: you did not verify in time");
        scene.Alice.Sees("Nothing was granted. Ask again when you are ready.");

        var (_, html) = await scene.Presses(link, "pass");
        Assert.Contains("Nothing to verify", html, StringComparison.Ordinal);
        Assert.Empty(await scene.HeldAtTarget(scene.Alice));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Passing_after_the_window_counts_for_nothing_even_before_the_clerk_has_noticed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(AskForExchange);
        scene.Clock.Jump(TimeSpan.FromMinutes(15));

        var (_, html) = await scene.Presses(scene.Alice.VerificationLink(), "pass");

        Assert.Contains("Nothing to verify", html, StringComparison.Ordinal);
        scene.Alice.Sees("Timed out: you did not verify in time");
        Assert.Empty(await scene.HeldAtTarget(scene.Alice));
    }

    [Fact]
    public async Task A_used_link_does_nothing_more()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(AskForExchange);
        var link = scene.Alice.VerificationLink();
        await scene.Passes(scene.Alice);

        foreach (var button in new[] { "pass", "fail", "pass" })
        {
            var (_, html) = await scene.Presses(link, button);
            Assert.Contains("Nothing to verify", html, StringComparison.Ordinal);
        }

        Assert.Equal(1, await scene.CountsAudited(AuditAction.VerificationPassed));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AccessGranted));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Two_passes_at_once_count_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(AskForExchange);
        var link = scene.Alice.VerificationLink();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => scene.Presses(link, "pass")));

        Assert.Equal(1, await scene.CountsAudited(AuditAction.VerificationPassed));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AccessGranted));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Whoever_cancels_while_verifying_gets_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(AskForExchange);
        var link = scene.Alice.VerificationLink();
        await scene.Alice.Clicks("Cancel request");

        var (_, html) = await scene.Presses(link, "pass");

        Assert.Contains("Nothing to verify", html, StringComparison.Ordinal);
        Assert.Equal(RequestState.Canceled, (await scene.TheRequestOf(scene.Alice)).State);
        Assert.Empty(await scene.HeldAtTarget(scene.Alice));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_proof_serves_the_one_request_that_it_was_given_for()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(AskForExchange);
        await scene.Passes(scene.Alice);

        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);

        scene.Alice.Sees("Verify it’s you to go on");
    }

    [Fact]
    public async Task Where_verification_is_not_set_up_the_card_says_so_and_offers_no_link()
    {
        var nowhere = new SceneOptions
        {
            ConfigureServices = services => services.AddSingleton<IVerificationLinks>(new NoLinks()),
        };
        await using var scene = await Scene.StartAsync(nowhere);

        await scene.Alice.Says(AskForExchange);

        scene.Alice.Sees("Verification is not set up");
        scene.Alice.Sees("Ask an administrator of PimBot to set it up.");
        Assert.Equal(["Cancel request"], scene.Alice.Buttons);
        Assert.Empty(await scene.HeldAtTarget(scene.Alice));
    }

    private sealed class NoLinks : IVerificationLinks
    {
        public Uri? For(Guid ticket) => null;
    }
}
