using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PimBot.Testing;

namespace PimBot.Scenarios.Api;

/// <summary>The real host with the API on, and people who come with tokens of a local issuer.</summary>
internal sealed class ApiScene : IAsyncDisposable
{
    /// <summary>Active Privileged Role and Security Administrator.</summary>
    public const string Frank = "Frank";

    /// <summary>Active Global Administrator.</summary>
    public const string Emergency = "Emergency access 1";

    private ApiScene(Scene scene) => Scene = scene;

    public Scene Scene { get; }

    /// <summary>The issuer of Entra ID's tokens of version 2.0 for the bot's tenant.</summary>
    public string Issuer => $"https://login.microsoftonline.com/{Scene.Bot.TenantId}/v2.0";

    /// <summary>The issuer of its tokens of version 1.0.</summary>
    public string FirstIssuer => $"https://sts.windows.net/{Scene.Bot.TenantId}/";

    public static async Task<ApiScene> StartAsync(params (string Key, string? Value)[] settings) =>
        new(
            await Scene.StartAsync(
                new SceneOptions
                {
                    HasApi = true,
                    Settings = settings.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal),
                }
            )
        );

    public string IdOf(string person) => Scene.Person(person).Id;

    /// <summary>A token with which this person calls, as after a sign-in with a password.</summary>
    /// <param name="person">Name or id of somebody in the directory.</param>
    /// <param name="change">Changes the claims.</param>
    /// <param name="key">Another key than the issuer's.</param>
    public string Token(string person, Action<JsonObject>? change = null, SigningKey? key = null)
    {
        var now = Scene.Clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = Scene.Bot.AppId,
            ["ver"] = "2.0",
            ["tid"] = Scene.Bot.TenantId,
            ["oid"] = IdOf(person),
            ["azp"] = "d3590ed6-52b3-4102-aeff-aad2292ab01c",
            ["scp"] = "profile access_as_user",
            ["amr"] = new JsonArray("pwd"),
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 3600,
        };
        change?.Invoke(claims);
        key ??= Scene.Channel.OpenId.Key;
        return key.Sign(key.Header(), claims);
    }

    /// <summary>As after a sign-in with a second factor at this moment.</summary>
    public string TokenWithMfa(string person) =>
        Token(
            person,
            claims =>
            {
                claims["amr"] = new JsonArray("pwd", "mfa");
                claims["auth_time"] = claims["iat"]!.GetValue<long>();
            }
        );

    public Task<ApiAnswer> GetAsync(string person, string path) => SendAsync(HttpMethod.Get, path, Token(person));

    public Task<ApiAnswer> PostAsync(string person, string path, JsonObject? body = null, string? token = null) =>
        SendAsync(HttpMethod.Post, path, token ?? Token(person), body?.ToJsonString());

    public Task<ApiAnswer> PatchAsync(string person, string path, string? ifMatch, JsonObject body) =>
        SendAsync(HttpMethod.Patch, path, Token(person), body.ToJsonString(), ifMatch);

    public async Task<ApiAnswer> SendAsync(
        HttpMethod method,
        string path,
        string? token,
        string? body = null,
        string? ifMatch = null,
        string contentType = "application/json"
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        using var response = await Scene.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiAnswer.ReadAsync(response);
    }

    /// <summary>Lets the background work finish.</summary>
    public Task Settles() => Scene.DrainAsync();

    public ValueTask DisposeAsync() => Scene.DisposeAsync();
}
