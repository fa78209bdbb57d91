using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

/// <summary>What is no proof: ID tokens that are wrong in one thing.</summary>
public sealed class SignInProofStory
{
    private const string NotConfirmed = "The sign-in could not be confirmed";
    private const string NotFresh = "Sign in afresh";
    private const string NoSecondFactor = "A second factor is needed";
    private const string SomeoneElse = "This is someone else’s request";

    private static readonly Dictionary<
        string,
        (string Heading, Action<FakeOpenIdProvider, DateTimeOffset> Spoil)
    > Wrong = new(StringComparer.Ordinal)
    {
        ["nonce of another sign-in"] = Claim(NotConfirmed, "nonce", "A5BeNLRgr0yLB5oOP3cA2PZdcTzZ5DFuQf8lQ4jbR1c"),
        ["no nonce"] = Without(NotConfirmed, "nonce"),
        ["another audience"] = Claim(NotConfirmed, "aud", Guid.NewGuid().ToString()),
        ["audience among several"] = Change(
            NotConfirmed,
            (claims, _) => claims["aud"] = new JsonArray(claims["aud"]!.DeepClone(), "another")
        ),
        ["no audience"] = Without(NotConfirmed, "aud"),
        ["another issuer"] = Claim(NotConfirmed, "iss", "https://login.example/v2.0"),
        ["issuer with a slash"] = Change(NotConfirmed, (claims, _) => claims["iss"] = claims["iss"] + "/"),
        ["issuer over http"] = Change(
            NotConfirmed,
            (claims, _) => claims["iss"] = "http" + claims["iss"]!.ToString()[5..]
        ),
        ["no issuer"] = Without(NotConfirmed, "iss"),
        ["expired 5:01 ago"] = Change(
            NotConfirmed,
            (claims, now) => claims["exp"] = now.AddSeconds(-301).ToUnixTimeSeconds()
        ),
        ["no end"] = Without(NotConfirmed, "exp"),
        ["end in words"] = Claim(NotConfirmed, "exp", "tomorrow"),
        ["valid in 5:01"] = Change(
            NotConfirmed,
            (claims, now) => claims["nbf"] = now.AddSeconds(301).ToUnixTimeSeconds()
        ),
        ["beginning in words"] = Claim(NotConfirmed, "nbf", "yesterday"),
        ["unsigned"] = Forge((_, claims) => $"{Part(new JsonObject { ["alg"] = "none" })}.{Part(claims)}."),
        ["signed with the public key as a secret"] = Forge(WithPublicKeyAsSecret),
        ["signed with another key of the same id"] = Forge(
            (provider, claims) => new SigningKey(provider.Key.KeyId).Sign(provider.Key.Header(), claims)
        ),
        ["signed with a key that is not listed"] = Forge(
            (_, claims) => new SigningKey("unlisted") is var key ? key.Sign(key.Header(), claims) : ""
        ),
        ["key id missing"] = Forge(
            (provider, claims) => provider.Key.Sign(new JsonObject { ["alg"] = "RS256" }, claims)
        ),
        ["changed after signing"] = Forge(ChangedAfterSigning),
        ["sign-in longer ago than allowed"] = Change(
            NotFresh,
            (claims, now) => claims["auth_time"] = now.AddSeconds(-601).ToUnixTimeSeconds()
        ),
        ["sign-in of an unknown time"] = Without(NotFresh, "auth_time"),
        ["sign-in time in words"] = Claim(NotFresh, "auth_time", "now"),
        ["sign-in in the future"] = Change(
            NotFresh,
            (claims, now) => claims["auth_time"] = now.AddSeconds(301).ToUnixTimeSeconds()
        ),
        ["password alone"] = (NoSecondFactor, (provider, _) => provider.Methods = ["pwd"]),
        ["no methods"] = Without(NoSecondFactor, "amr"),
        ["a method that only sounds like it"] = (NoSecondFactor, (provider, _) => provider.Methods = ["MFA", "mfa2"]),
        ["no directory id"] = Without(SomeoneElse, "oid"),
        ["no tenant"] = Without(SomeoneElse, "tid"),
    };

    public static TheoryData<string> WrongTokens => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task A_wrong_ID_token_has_no_effect(string what)
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var (heading, spoil) = Wrong[what];
        spoil(scene.Channel.OpenId, scene.Clock.GetUtcNow());

        var page = await browser.Verifies(scene.Alice.VerificationLink());

        Assert.Equal((HttpStatusCode.Forbidden, heading), (page.Status, page.Heading));
        Assert.True(page.OffersToTryAgain);
        var request = await scene.TheRequestOf(scene.Alice);
        Assert.Equal((RequestState.AwaitingVerification, null), (request.State, request.Proof));
        Assert.Equal(0, await scene.CountsAudited(AuditAction.VerificationPassed));
        Assert.Empty(await scene.HeldAtTarget(scene.Alice));
    }

    [Theory]
    [InlineData("exp", -299)]
    [InlineData("nbf", 299)]
    [InlineData("auth_time", -600)]
    public async Task What_is_just_within_the_limits_counts(string claim, int seconds)
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var then = scene.Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();
        scene.Channel.OpenId.ChangeClaims = claims => claims[claim] = then;

        Assert.Equal("You are verified", (await browser.Verifies(scene.Alice.VerificationLink())).Heading);
    }

    [Fact]
    public async Task A_sign_in_without_a_second_factor_is_not_enough()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        scene.Channel.OpenId.Methods = ["pwd"];

        Assert.Equal(NoSecondFactor, (await browser.Verifies(scene.Alice.VerificationLink())).Heading);
        var entry = Assert.Single(await scene.Audit(), e => e.Event.Action == AuditAction.VerificationFailed);
        Assert.Equal((scene.Alice.Id, "NoSecondFactor"), (entry.Event.Actor?.Value, entry.Event.Detail));

        scene.Channel.OpenId.Methods = ["pwd", "mfa"];
        Assert.Equal("You are verified", (await browser.Verifies(scene.Alice.VerificationLink())).Heading);
        scene.Alice.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Where_a_context_is_demanded_any_second_factor_is_not_enough()
    {
        await using var scene = await SignInScene.StartAsync(("Verification:AuthenticationContext", "c2"));
        using var browser = new Browser(scene);
        scene.Channel.OpenId.ChangeClaims = claims => claims["acrs"] = new JsonArray("c1", "c20");

        Assert.Equal(NoSecondFactor, (await browser.Verifies(scene.Alice.VerificationLink())).Heading);
        Assert.Null((await scene.TheRequestOf(scene.Alice)).Proof);
    }

    private static (string, Action<FakeOpenIdProvider, DateTimeOffset>) Change(
        string heading,
        Action<JsonObject, DateTimeOffset> change
    ) => (heading, (provider, now) => provider.ChangeClaims = claims => change(claims, now));

    private static (string, Action<FakeOpenIdProvider, DateTimeOffset>) Claim(
        string heading,
        string name,
        string value
    ) => Change(heading, (claims, _) => claims[name] = value);

    private static (string, Action<FakeOpenIdProvider, DateTimeOffset>) Without(string heading, string name) =>
        Change(heading, (claims, _) => claims.Remove(name));

    private static (string, Action<FakeOpenIdProvider, DateTimeOffset>) Forge(
        Func<FakeOpenIdProvider, JsonObject, string> forge
    ) => (NotConfirmed, (provider, _) => provider.Forge = claims => forge(provider, claims));

    private static string WithPublicKeyAsSecret(FakeOpenIdProvider provider, JsonObject claims)
    {
        var header = new JsonObject
        {
            ["alg"] = "HS256",
            ["typ"] = "JWT",
            ["kid"] = provider.Key.KeyId,
        };
        var content = $"{Part(header)}.{Part(claims)}";
        var secret = Encoding.UTF8.GetBytes(provider.Key.ToJsonWebKey()["n"]!.ToString());
        return $"{content}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(content)))}";
    }

    private static string ChangedAfterSigning(FakeOpenIdProvider provider, JsonObject claims)
    {
        var parts = provider.Key.Sign(provider.Key.Header(), claims).Split('.');
        claims["iat"] = 1;
        return $"{parts[0]}.{Part(claims)}.{parts[2]}";
    }

    private static string Part(JsonObject json) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
