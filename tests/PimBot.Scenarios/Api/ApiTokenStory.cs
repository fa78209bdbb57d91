using System.Net;
using System.Text.Json.Nodes;
using PimBot.Testing;

namespace PimBot.Scenarios.Api;

/// <summary>Who gets in: people of the one tenant with a token that was made for this API, and nobody else.</summary>
public sealed class ApiTokenStory : IAsyncLifetime
{
    private const string Refused = "InvalidAuthenticationToken";
    private ApiScene scene = null!;

    public async ValueTask InitializeAsync() => scene = await ApiScene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Theory]
    [InlineData("GET", "/api/roles")]
    [InlineData("GET", "/api/ROLES")]
    [InlineData("GET", "/API/policies")]
    [InlineData("DELETE", "/api/roles")]
    [InlineData("GET", "/api/messages")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/")]
    [InlineData("GET", "/api/nothing/of/the/kind")]
    [InlineData("PATCH", "/api/policies/x/rules/y")]
    public async Task Without_a_token_nothing_is_answered_known_or_not(string method, string path)
    {
        var answer = await scene.SendAsync(new HttpMethod(method), path, null);

        answer.IsProblem(HttpStatusCode.Unauthorized, Refused);
        Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task The_channels_own_endpoint_goes_on_checking_its_callers_itself()
    {
        var own = await scene.SendAsync(HttpMethod.Post, "/api/messages", scene.Token("Alice"), "{}");
        Assert.Equal(HttpStatusCode.Unauthorized, own.Status);
        Assert.Null(own.Body);

        await scene.Scene.Alice.Says("help");
        Assert.NotEmpty(scene.Scene.Alice.Chat.Messages);
    }

    [Fact]
    public async Task A_person_gets_in_with_a_token_of_either_version()
    {
        (await scene.GetAsync("Alice", "/api/roles")).Is(HttpStatusCode.OK);

        var first = scene.Token(
            "Alice",
            claims =>
            {
                claims["iss"] = scene.FirstIssuer;
                claims["ver"] = "1.0";
            }
        );
        (await scene.SendAsync(HttpMethod.Get, "/api/roles", first)).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("iss", "https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0")]
    [InlineData("iss", "https://issuer.pimbot.test")]
    [InlineData("iss", null)]
    [InlineData("aud", "11111111-2222-4333-8444-555555555555")]
    [InlineData("aud", null)]
    [InlineData("tid", "11111111-2222-4333-8444-555555555555")]
    [InlineData("tid", null)]
    [InlineData("ver", "1.0")]
    [InlineData("ver", null)]
    [InlineData("exp", null)]
    public async Task A_token_of_another_issuer_audience_tenant_or_version_is_refused(string claim, string? value)
    {
        var token = scene.Token("Alice", claims => claims[claim] = value);

        (await scene.SendAsync(HttpMethod.Get, "/api/roles", token)).IsProblem(HttpStatusCode.Unauthorized, Refused);
    }

    [Fact]
    public async Task A_token_is_refused_when_it_has_run_out_and_before_its_time()
    {
        var token = scene.Token("Alice");
        await scene.Scene.Advances(TimeSpan.FromMinutes(64));
        (await scene.SendAsync(HttpMethod.Get, "/api/roles", token)).Is(HttpStatusCode.OK);
        await scene.Scene.Advances(TimeSpan.FromMinutes(1));
        (await scene.SendAsync(HttpMethod.Get, "/api/roles", token)).IsProblem(HttpStatusCode.Unauthorized, Refused);

        var early = scene.Token("Alice", claims => claims["nbf"] = claims["nbf"]!.GetValue<long>() + 301);
        (await scene.SendAsync(HttpMethod.Get, "/api/roles", early)).IsProblem(HttpStatusCode.Unauthorized, Refused);
    }

    [Fact]
    public async Task A_forged_signature_is_refused()
    {
        var other = new SigningKey(scene.Scene.Channel.OpenId.Key.KeyId);
        var forged = scene.Token("Frank", key: other);
        (await scene.SendAsync(HttpMethod.Get, "/api/roles", forged)).IsProblem(HttpStatusCode.Unauthorized, Refused);

        var good = scene.Token("Frank").Split('.');
        var another = scene.Token("Alice").Split('.');
        var mixed = string.Join('.', good[0], good[1], another[2]);
        (await scene.SendAsync(HttpMethod.Get, "/api/roles", mixed)).IsProblem(HttpStatusCode.Unauthorized, Refused);

        var unsigned = string.Join('.', good[0], good[1], "");
        (await scene.SendAsync(HttpMethod.Get, "/api/roles", unsigned)).IsProblem(HttpStatusCode.Unauthorized, Refused);
    }

    [Fact]
    public async Task The_channels_token_and_key_open_nothing_here()
    {
        var channel = scene.Scene.Issuer.ChannelToken(scene.Scene.Channel.ServiceUrl);
        (await scene.SendAsync(HttpMethod.Get, "/api/roles", channel)).IsProblem(HttpStatusCode.Unauthorized, Refused);

        var signedByChannel = scene.Token("Frank", key: scene.Scene.Issuer.Keys[0]);
        (await scene.SendAsync(HttpMethod.Get, "/api/roles", signedByChannel)).IsProblem(
            HttpStatusCode.Unauthorized,
            Refused
        );
    }

    [Fact]
    public async Task An_application_without_a_person_is_refused()
    {
        var appOnly = scene.Token(
            "Frank",
            claims =>
            {
                claims.Remove("scp");
                claims["idtyp"] = "app";
                claims["roles"] = new JsonArray("access_as_user");
            }
        );
        var saysScopesToo = scene.Token("Frank", claims => claims["idtyp"] = "app");
        var idToken = scene.Token("Frank", claims => claims.Remove("scp"));
        var nobody = scene.Token("Frank", claims => claims.Remove("oid"));

        foreach (var token in new[] { appOnly, saysScopesToo, idToken, nobody })
        {
            (await scene.SendAsync(HttpMethod.Get, "/api/roles", token)).IsProblem(
                HttpStatusCode.Forbidden,
                "Authorization_RequestDenied"
            );
        }
    }

    [Theory]
    [InlineData("profile")]
    [InlineData("access_as_user2 xaccess_as_user")]
    [InlineData("")]
    public async Task An_application_without_the_permission_is_refused(string scopes)
    {
        var token = scene.Token("Frank", claims => claims["scp"] = scopes);

        var answer = await scene.SendAsync(HttpMethod.Get, "/api/roles", token);

        answer.IsProblem(HttpStatusCode.Forbidden, "Authorization_RequestDenied");
        Assert.Contains("insufficient_scope", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_unknown_disabled_or_a_service_account_is_refused()
    {
        var unknown = scene.Token("Frank", claims => claims["oid"] = "99999999-0000-4000-8000-000000000000");
        foreach (var token in new[] { unknown, scene.Token("Ivan"), scene.Token("Nightly backup") })
        {
            foreach (var path in new[] { "/api/roles", "/api/policies", "/api/scopes" })
            {
                (await scene.SendAsync(HttpMethod.Get, path, token)).IsProblem(
                    HttpStatusCode.Forbidden,
                    "Authorization_RequestDenied"
                );
            }
        }
    }

    [Fact]
    public async Task Keys_that_can_not_be_had_are_said_to_be_a_passing_fault()
    {
        scene.Scene.Channel.OpenId.IsMetadataDown = true;
        scene.Scene.ExpectsError("Signing keys not fetched");

        var answer = await scene.GetAsync("Alice", "/api/roles");

        answer.IsProblem(HttpStatusCode.ServiceUnavailable, "ServiceNotAvailable");
        Assert.NotNull(answer.Headers["Retry-After"]);
    }

    [Fact]
    public async Task A_changed_key_is_fetched()
    {
        (await scene.GetAsync("Alice", "/api/roles")).Is(HttpStatusCode.OK);
        var old = scene.Scene.Channel.OpenId.Key;
        scene.Scene.Channel.OpenId.RotateKey();

        (await scene.GetAsync("Alice", "/api/roles")).Is(HttpStatusCode.OK);
        (await scene.SendAsync(HttpMethod.Get, "/api/roles", scene.Token("Alice", key: old))).IsProblem(
            HttpStatusCode.Unauthorized,
            Refused
        );
    }
}
