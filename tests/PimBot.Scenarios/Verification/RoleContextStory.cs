using System.Net;
using System.Text.Json.Nodes;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

/// <summary>A role whose settings demand an authentication context.</summary>
public sealed class RoleContextStory
{
    private const string NoSecondFactor = "A second factor is needed";

    private static readonly RoleScope Exchange = new(
        new RoleId("29232cdf-9323-42fd-ade2-1d097af3e4de"),
        ScopeId.Directory
    );

    [Fact]
    public async Task The_sign_in_demands_it_and_the_proof_is_named_after_it()
    {
        await using var scene = await StartsAsync("c2");
        using var browser = new Browser(scene);

        var page = await browser.Verifies(scene.Alice.VerificationLink());

        Assert.Equal("You are verified", page.Heading);
        var claims = JsonNode.Parse(scene.Channel.OpenId.Asked["claims"])!["id_token"]!;
        Assert.Equal("""{"essential":true,"value":"c2"}""", claims["acrs"]!.ToJsonString());
        Assert.Equal(VerificationProof.MethodOf("c2"), (await scene.TheRequestOf(scene.Alice)).Proof!.Method);
        scene.Alice.Sees("Active until");
        await scene.BooksBalance();
    }

    [Theory]
    [InlineData("c1")]
    [InlineData("c20")]
    public async Task A_sign_in_of_another_context_is_not_enough(string context)
    {
        await using var scene = await StartsAsync("c2");
        using var browser = new Browser(scene);
        scene.Channel.OpenId.ChangeClaims = claims => claims["acrs"] = new JsonArray(context);

        Assert.Equal(NoSecondFactor, (await browser.Verifies(scene.Alice.VerificationLink())).Heading);
        Assert.Null((await scene.TheRequestOf(scene.Alice)).Proof);
    }

    [Fact]
    public async Task The_roles_own_counts_before_the_hosts()
    {
        await using var scene = await StartsAsync("c2", ("Verification:AuthenticationContext", "c1"));
        using var browser = new Browser(scene);

        await browser.Verifies(scene.Alice.VerificationLink());

        Assert.Equal("acrs:c2", (await scene.TheRequestOf(scene.Alice)).Proof!.Method);
    }

    [Fact]
    public async Task What_the_settings_came_to_demand_while_she_signed_in_is_demanded()
    {
        await using var scene = await StartsAsync("c2");
        using var browser = new Browser(scene);
        var answer = await browser.SignsIn(await browser.Begins(scene.Alice.VerificationLink()));
        await Demands(scene, "c3");

        Assert.Equal(NoSecondFactor, (await browser.Opens(answer)).Heading);
        Assert.Equal(RequestState.AwaitingVerification, (await scene.TheRequestOf(scene.Alice)).State);

        Assert.Equal("You are verified", (await browser.Verifies(scene.Alice.VerificationLink())).Heading);
        Assert.Equal("acrs:c3", (await scene.TheRequestOf(scene.Alice)).Proof!.Method);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task The_demo_proves_whatever_the_role_demands()
    {
        await using var scene = await Scene.StartAsync();
        await Demands(scene, "c2");
        await scene.Alice.Says(SignInScene.AskForExchange);

        await scene.Passes(scene.Alice);

        scene.Alice.Sees("Active until");
        Assert.Equal("acrs:c2", (await scene.TheRequestOf(scene.Alice)).Proof!.Method);
    }

    private static async Task<Scene> StartsAsync(string context, params (string Key, string Value)[] settings)
    {
        var scene = await Scene.StartAsync(
            new SceneOptions
            {
                PublicUrl = Browser.PublicUrl,
                Settings = settings.ToDictionary(s => s.Key, s => (string?)s.Value, StringComparer.Ordinal),
            }
        );
        scene.Channel.OpenId.Person = scene.Alice.Id;
        await Demands(scene, context);
        await scene.Alice.Says(SignInScene.AskForExchange);
        return scene;
    }

    private static Task Demands(Scene scene, string context) =>
        scene.ChangesPolicy(
            Exchange,
            policy =>
                policy with
                {
                    AuthenticationContext = context,
                    Require = policy.Require & ~ActivationRequirements.Mfa,
                }
        );
}
