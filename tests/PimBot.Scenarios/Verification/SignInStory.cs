using System.Net;
using System.Text.Json.Nodes;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

/// <summary>Verification by the tenant's OpenID provider, from the card's link to the card that moves on.</summary>
public sealed class SignInStory
{
    [Fact]
    public async Task Alice_verifies_and_her_card_moves_on_by_itself()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var before = scene.Alice.Chat.Messages.Count;

        var page = await browser.Verifies(scene.Alice.VerificationLink());

        Assert.Equal((HttpStatusCode.OK, "You are verified"), (page.Status, page.Heading));
        scene.Alice.Sees("Active until today at 11:00 (UTC+1)");
        Assert.Equal(before, scene.Alice.Chat.Messages.Count);
        var proof = (await scene.TheRequestOf(scene.Alice)).Proof!;
        Assert.Equal(new VerificationProof(scene.Clock.GetUtcNow(), "amr:mfa"), proof);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task With_approval_the_approvers_are_asked_once_she_is_verified()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);
        Assert.DoesNotContain("Alice", scene.Carol.Chat.ToString(), StringComparison.Ordinal);

        await browser.Verifies(scene.Alice.VerificationLink());

        scene.Alice.Sees("Waiting for approval");
        scene.Carol.Sees("Alice Andersen asks for Global Administrator");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task An_authentication_context_of_the_settings_is_asked_for_and_is_the_proof()
    {
        await using var scene = await SignInScene.StartAsync(("Verification:AuthenticationContext", "c1"));
        using var browser = new Browser(scene);

        await browser.Verifies(scene.Alice.VerificationLink());

        var claims = JsonNode.Parse(scene.Channel.OpenId.Asked["claims"])!["id_token"]!;
        Assert.Equal("""{"essential":true,"value":"c1"}""", claims["acrs"]!.ToJsonString());
        Assert.Null(claims["amr"]);
        Assert.Equal("acrs:c1", (await scene.TheRequestOf(scene.Alice)).Proof!.Method);
        scene.Alice.Sees("Active until");
    }

    [Fact]
    public async Task The_provider_is_asked_for_a_fresh_sign_in_with_a_second_factor_and_for_nothing_else()
    {
        await using var scene = await SignInScene.StartAsync(("Verification:MaxAge", "00:05:00"));
        using var browser = new Browser(scene);

        await browser.SignsIn(await browser.Begins(scene.Alice.VerificationLink()));

        var asked = scene.Channel.OpenId.Asked;
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("query", asked["response_mode"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal("login", asked["prompt"]);
        Assert.Equal("300", asked["max_age"]);
        Assert.Equal("openid profile", asked["scope"]);
        Assert.Equal("alice@contoso.example", asked["login_hint"]);
        Assert.Equal($"{Browser.PublicUrl}verify/callback", asked["redirect_uri"]);
        Assert.Equal(43, asked["nonce"].Length);
        Assert.NotEqual(asked["nonce"], asked["state"]);
        Assert.Equal(
            """{"id_token":{"auth_time":{"essential":true},"amr":{"essential":true,"values":["mfa"]}}}""",
            asked["claims"]
        );
    }

    [Fact]
    public async Task Opening_the_link_alone_begins_nothing()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var link = scene.Alice.VerificationLink();

        for (var times = 0; times < 3; times++)
        {
            var page = await browser.Opens(link);
            Assert.Equal((HttpStatusCode.OK, "Verify it’s you"), (page.Status, page.Heading));
        }

        Assert.Empty(scene.Channel.OpenId.Asked);
        Assert.Empty(await scene.OpenSignIns());
    }

    [Fact]
    public async Task The_link_on_the_card_is_under_the_public_address_and_names_the_request()
    {
        await using var scene = await SignInScene.StartAsync();

        var request = await scene.TheRequestOf(scene.Alice);

        Assert.Equal(new Uri(Browser.PublicUrl, $"verify/{request.Id.Value:N}"), scene.Alice.VerificationLink());
    }

    [Fact]
    public async Task After_the_providers_keys_changed_people_can_still_verify()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        scene.Channel.OpenId.Methods = ["pwd"];
        await browser.Verifies(scene.Alice.VerificationLink());
        scene.Channel.OpenId.Methods = ["pwd", "mfa"];
        scene.Channel.OpenId.RotateKey();

        // The library that keeps the keys lets a second pass, by the machine's clock, before it asks again.
        PageSeen page;
        var patience = System.Diagnostics.Stopwatch.StartNew();
        do
        {
            page = await browser.Verifies(scene.Alice.VerificationLink());
        } while (page.Status != HttpStatusCode.OK && patience.Elapsed < TimeSpan.FromSeconds(20));

        Assert.Equal("You are verified", page.Heading);
    }

    [Fact]
    public async Task Bob_can_not_verify_for_Alice()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        scene.Channel.OpenId.Person = scene.Bob.Id;

        var page = await browser.Verifies(scene.Alice.VerificationLink());

        Assert.Equal((HttpStatusCode.Forbidden, "This is someone else’s request"), (page.Status, page.Heading));
        Assert.True(page.OffersToTryAgain);
        Assert.Null((await scene.TheRequestOf(scene.Alice)).Proof);
        var entry = Assert.Single(await scene.Audit(), e => e.Event.Action == AuditAction.VerificationFailed);
        Assert.Equal((scene.Bob.Id, "OtherPerson"), (entry.Event.Actor?.Value, entry.Event.Detail));
        await scene.BooksBalance();

        scene.Channel.OpenId.Person = scene.Alice.Id;
        Assert.Equal("You are verified", (await browser.Verifies(scene.Alice.VerificationLink())).Heading);
    }

    [Fact]
    public async Task Somebody_of_another_tenant_is_nobody_here_even_with_her_id()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        scene.Channel.OpenId.ChangeClaims = claims => claims["tid"] = Guid.NewGuid().ToString();

        var page = await browser.Verifies(scene.Alice.VerificationLink());

        Assert.Equal("This is someone else’s request", page.Heading);
        var entry = Assert.Single(await scene.Audit(), e => e.Event.Action == AuditAction.VerificationFailed);
        Assert.Equal((null, "OtherTenant"), (entry.Event.Actor, entry.Event.Detail));
        Assert.Null((await scene.TheRequestOf(scene.Alice)).Proof);
    }

    [Fact]
    public async Task Whoever_is_disabled_or_removed_begins_no_sign_in()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var link = scene.Alice.VerificationLink();
        await browser.Opens(link);
        await scene.Disables(scene.Alice);

        var page = await browser.Presses(link);

        Assert.Equal((HttpStatusCode.Forbidden, "This account can’t go on"), (page.Status, page.Heading));
        Assert.Empty(await scene.OpenSignIns());
    }

    [Fact]
    public async Task Whoever_is_disabled_while_signing_in_is_granted_nothing()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var back = await browser.SignsIn(await browser.Begins(scene.Alice.VerificationLink()));
        await scene.Disables(scene.Alice);

        var page = await browser.Opens(back);
        await scene.Advances(TimeSpan.Zero);

        Assert.Equal((HttpStatusCode.OK, "Verified, but not granted"), (page.Status, page.Heading));
        Assert.Equal(RequestState.Failed, (await scene.TheRequestOf(scene.Alice)).State);
        Assert.Empty(await scene.HeldAtTarget(scene.Alice));
        await scene.BooksBalance();
    }
}
