using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PimBot.Testing;

/// <summary>
/// An OpenID provider with one person in front of it, who signs in as told at once: authorization code with PKCE, ID
/// tokens in Entra ID's form. It checks what it is asked as a provider does, and misbehaves as told. Hosted by
/// <see cref="FakeChannel"/>; all times are the manual clock's.
/// </summary>
public sealed class FakeOpenIdProvider
{
    private static readonly Lazy<SigningKey> SharedKey = new(() => new SigningKey("openid-1"));

    private readonly ConcurrentDictionary<string, Authorization> codes = new(StringComparer.Ordinal);
    private readonly TimeProvider clock;
    private readonly BotIdentity bot;
    private readonly Func<Uri> address;
    private volatile SigningKey key = SharedKey.Value;

    internal FakeOpenIdProvider(TimeProvider clock, BotIdentity bot, Func<Uri> address) =>
        (this.clock, this.bot, this.address) = (clock, bot, address);

    /// <summary>For <c>Verification:Authority</c>. It speaks http, and its name says https, as MSAL wants it.</summary>
    public Uri Authority => new(address(), $"openid/{bot.TenantId}/v2.0");

    /// <summary>The <c>iss</c> of its tokens.</summary>
    public string Issuer => "https" + Authority.ToString()[4..];

    /// <summary>The <c>oid</c> of the person in front of it.</summary>
    public string Person { get; set; } = "";

    /// <summary>How that person signs in.</summary>
    public IReadOnlyList<string> Methods { get; set; } = ["pwd", "mfa"];

    /// <summary>While set, people are sent back with this error.</summary>
    public string? Error { get; set; }

    /// <summary>Changes the claims of ID tokens.</summary>
    public Action<JsonObject>? ChangeClaims { get; set; }

    /// <summary>Makes the ID token of its claims in a way of its own.</summary>
    public Func<JsonObject, string>? Forge { get; set; }

    /// <summary>The form that the token endpoint was last sent.</summary>
    public IReadOnlyDictionary<string, string> Redeemed { get; private set; } = new Dictionary<string, string>();

    /// <summary>Where codes are redeemed.</summary>
    public string TokenEndpoint => At("token");

    /// <summary>While set, the token endpoint answers with this status and body.</summary>
    public (int Status, string Body)? TokenFault { get; set; }

    /// <summary>While set, the token endpoint does not answer before it ends.</summary>
    public Task? Hold { get; set; }

    /// <summary>While set, metadata and keys answer 503.</summary>
    public bool IsMetadataDown { get; set; }

    /// <summary>The parameters of the newest authorization request.</summary>
    public IReadOnlyDictionary<string, string> Asked { get; private set; } = new Dictionary<string, string>();

    /// <summary>Completes when the token endpoint is asked.</summary>
    public TaskCompletionSource TokenAsked { get; private set; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SigningKey Key => key;

    /// <summary>Lists and uses a new key in place of the other.</summary>
    public void RotateKey() => key = new SigningKey("openid-" + Guid.NewGuid().ToString("N"));

    internal void Map(WebApplication app)
    {
        var provider = app.MapGroup($"/openid/{bot.TenantId}");
        provider.MapGet("v2.0/.well-known/openid-configuration", () => IsMetadataDown ? Down() : Json(Metadata()));
        provider.MapGet("keys", () => IsMetadataDown ? Down() : Json(Keys()));
        provider.MapGet("authorize", Authorize);
        provider.MapPost("token", TokenAsync);
    }

    private JsonObject Metadata() =>
        new()
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = At("authorize"),
            ["token_endpoint"] = At("token"),
            ["jwks_uri"] = At("keys"),
            ["response_types_supported"] = new JsonArray("code"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        };

    private JsonObject Keys() => new() { ["keys"] = new JsonArray(key.ToJsonWebKey()) };

    private IResult Authorize(HttpRequest request)
    {
        Asked = request.Query.ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        var redirect = request.Query["redirect_uri"].ToString();
        if (AuthorizationFault(request.Query) is { } fault)
        {
            return Results.BadRequest(fault);
        }

        var answer = new Dictionary<string, string?> { ["state"] = request.Query["state"] };
        if (Error is not null)
        {
            answer["error"] = Error;
            answer["error_description"] = "<script>alert('the provider’s words')</script>";
        }
        else
        {
            answer["code"] = NewCode(request.Query, redirect);
        }

        return Results.Redirect(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(redirect, answer));
    }

    private string? AuthorizationFault(IQueryCollection query) =>
        query switch
        {
            _ when query["client_id"] != bot.AppId => "client_id",
            _ when query["response_type"] != "code" => "response_type",
            _ when query["response_mode"] != "query" => "response_mode",
            _ when query["code_challenge_method"] != "S256" => "code_challenge_method",
            _ when string.IsNullOrEmpty(query["code_challenge"]) => "code_challenge",
            _ when string.IsNullOrEmpty(query["state"]) || string.IsNullOrEmpty(query["nonce"]) => "state or nonce",
            _ when !query["redirect_uri"].ToString().EndsWith("/verify/callback", StringComparison.Ordinal) =>
                "redirect_uri",
            _ => null,
        };

    private string NewCode(IQueryCollection query, string redirect)
    {
        var code = Guid.NewGuid().ToString("N");
        codes[code] = new Authorization(
            redirect,
            query["code_challenge"].ToString(),
            query["nonce"].ToString(),
            JsonNode.Parse(query["claims"].ToString())?["id_token"]?["acrs"]?["value"]?.ToString()
        );
        return code;
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        Redeemed = form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
        TokenAsked.TrySetResult();
        if (Hold is { } held)
        {
            await held;
        }

        if (TokenFault is { } fault)
        {
            return Results.Text(fault.Body, "application/json", Encoding.UTF8, fault.Status);
        }

        if (form["client_id"] != bot.AppId || !bot.IsProvenBy(form, form["client_secret"].ToString()))
        {
            return Refused("invalid_client");
        }

        return
            codes.TryRemove(form["code"].ToString(), out var asked)
            && form["redirect_uri"] == asked.RedirectUri
            && Challenge(form["code_verifier"].ToString()) == asked.Challenge
            ? Json(Tokens(asked))
            : Refused("invalid_grant");
    }

    private JsonObject Tokens(Authorization asked)
    {
        var claims = Claims(asked);
        ChangeClaims?.Invoke(claims);
        return new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = 3600,
            ["scope"] = "openid profile",
            ["access_token"] = "not-used-" + Guid.NewGuid().ToString("N"),
            ["id_token"] = Forge?.Invoke(claims) ?? key.Sign(key.Header(), claims),
        };
    }

    private JsonObject Claims(Authorization asked)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = bot.AppId,
            ["sub"] = "pairwise-" + Person,
            ["tid"] = bot.TenantId,
            ["oid"] = Person,
            ["nonce"] = asked.Nonce,
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 3600,
            ["auth_time"] = now,
            ["amr"] = new JsonArray([.. Methods.Select(method => (JsonNode)method)]),
        };
        if (asked.Context is not null && Methods.Contains("mfa"))
        {
            claims["acrs"] = new JsonArray(asked.Context);
        }

        return claims;
    }

    private string At(string path) => new Uri(address(), $"openid/{bot.TenantId}/{path}").ToString();

    private static string Challenge(string verifier) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static IResult Refused(string error) =>
        Results.Text(
            string.Create(CultureInfo.InvariantCulture, $$"""{"error":"{{error}}"}"""),
            "application/json",
            Encoding.UTF8,
            StatusCodes.Status400BadRequest
        );

    private static IResult Down() => Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json");

    private sealed record Authorization(string RedirectUri, string Challenge, string Nonce, string? Context);
}
