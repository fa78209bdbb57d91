using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PimBot.Playground.Tests;

public sealed class IssuerTests
{
    [Fact]
    public async Task The_metadata_leads_to_keys_endorsed_for_Teams()
    {
        await using var host = await PlaygroundHost.StartAsync();

        var metadata = await GetAsync(host, host.Identity.ToConfiguration()["Channel:OpenIdMetadata"]!);
        var keys = await GetAsync(host, metadata.GetProperty("jwks_uri").GetString()!);

        Assert.Equal(host.Identity.ToConfiguration()["Channel:Issuer"], metadata.GetProperty("issuer").GetString());
        var key = Assert.Single(keys.GetProperty("keys").EnumerateArray());
        Assert.Equal("msteams", Assert.Single(key.GetProperty("endorsements").EnumerateArray()).GetString());
        Assert.False(key.TryGetProperty("d", out _));
    }

    [Fact]
    public async Task What_reaches_the_bot_carries_a_token_that_the_published_key_verifies()
    {
        await using var host = await PlaygroundHost.StartAsync();
        await host.PageAsync("say", new { person = "alice", text = "hello" });

        var token = Assert.Single(host.Bot.Deliveries).Authorization["Bearer ".Length..];
        var result = new JsonWebTokenHandler().ValidateToken(token, await RulesAsync(host, host.Identity.AppId));

        Assert.True(result.IsValid, result.Exception?.Message);
        var jwt = new JsonWebToken(token);
        Assert.Equal("RS256", jwt.Alg);
        Assert.Equal(host.Identity.ServiceUrl, jwt.GetPayloadValue<string>("serviceurl"));
        Assert.Equal(host.Clock.Now.AddHours(1).ToUnixTimeSeconds(), jwt.GetPayloadValue<long>("exp"));
    }

    [Fact]
    public async Task The_bots_own_token_is_for_the_connector_and_not_for_the_bot()
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var response = await host.TokenAsync();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(PlaygroundHost.Cancellation);
        var token = answer.GetProperty("access_token").GetString()!;

        Assert.Equal(3600, answer.GetProperty("expires_in").GetInt32());
        Assert.Equal("https://api.botframework.com", Assert.Single(new JsonWebToken(token).Audiences));
        var asInbound = new JsonWebTokenHandler().ValidateToken(token, await RulesAsync(host, host.Identity.AppId));
        Assert.False(asInbound.IsValid);
    }

    [Fact]
    public async Task A_wrong_secret_gets_no_token()
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var response = await host.TokenAsync(secret: "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("invalid_client", await ErrorAsync(response));
    }

    [Fact]
    public async Task A_token_for_another_scope_is_refused()
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var response = await host.TokenAsync(scope: "https://graph.microsoft.com/.default");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("invalid_scope", await ErrorAsync(response));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.Unauthorized)]
    public async Task The_secret_may_come_in_the_authorization_header(bool right, HttpStatusCode expected)
    {
        await using var host = await PlaygroundHost.StartAsync();
        var secret = right ? host.Identity.ToConfiguration()["Bot:ClientSecret"] : "wrong";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/playground/issuer/token");
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{host.Identity.AppId}:{secret}"))
        );

        using var response = await host.Http.SendAsync(request, PlaygroundHost.Cancellation);

        Assert.Equal(expected, response.StatusCode);
    }

    private static async Task<TokenValidationParameters> RulesAsync(PlaygroundHost host, string audience)
    {
        var keys = await host.Http.GetStringAsync("/playground/issuer/keys", PlaygroundHost.Cancellation);
        return new TokenValidationParameters
        {
            ValidIssuer = host.Identity.Issuer,
            ValidAudience = audience,
            IssuerSigningKeys = new JsonWebKeySet(keys).GetSigningKeys(),
            ValidateLifetime = false,
        };
    }

    private static Task<JsonElement> GetAsync(PlaygroundHost host, string url) =>
        host.Http.GetFromJsonAsync<JsonElement>(new Uri(url), PlaygroundHost.Cancellation);

    private static async Task<string?> ErrorAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(PlaygroundHost.Cancellation))
            .GetProperty("error")
            .GetString();
}
