using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PimBot.Testing;

/// <summary>
/// The channel's token issuer (OpenID metadata, keys with endorsements, signed tokens) and, beside it, the
/// client-credentials endpoint from which the bot gets the tokens that it sends to the channel. Hosted by
/// <see cref="FakeChannel"/>. All times are the manual clock's.
/// </summary>
public sealed class FakeIssuer
{
    /// <summary>How long each token is valid.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    private static readonly Lazy<SigningKey> SharedChannelKey = new(() => new SigningKey("channel-1", "msteams"));
    private static readonly Lazy<SigningKey> SharedEntraKey = new(() => new SigningKey("entra-1"));

    private readonly ConcurrentDictionary<string, DateTimeOffset> outbound = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> inbound = [];
    private readonly TimeProvider clock;
    private readonly BotIdentity bot;
    private volatile IReadOnlyList<SigningKey> keys = [SharedChannelKey.Value];
    private int metadataReads;

    internal FakeIssuer(TimeProvider clock, BotIdentity bot) => (this.clock, this.bot) = (clock, bot);

    /// <summary>The <c>iss</c> of the channel's tokens. A name, not an address.</summary>
    public string Issuer => "https://issuer.pimbot.test";

    /// <summary>For <c>Channel:OpenIdMetadata</c>.</summary>
    public Uri OpenIdMetadata => new(Address, "issuer/.well-known/openidconfiguration");

    /// <summary>For <c>Channel:TokenEndpoint</c>.</summary>
    public Uri TokenEndpoint => new(Address, "oauth2/token");

    /// <summary>The keys listed now; the first one signs.</summary>
    public IReadOnlyList<SigningKey> Keys => keys;

    /// <summary>While set, metadata and keys answer 503.</summary>
    public bool IsMetadataDown { get; set; }

    /// <summary>While set, the metadata answers with a redirect to there, which nobody should follow.</summary>
    public Uri? MetadataRedirect { get; set; }

    /// <summary>While set, the token endpoint answers 503.</summary>
    public bool IsTokenEndpointDown { get; set; }

    /// <summary>How often the keys were fetched.</summary>
    public int KeyReads => Volatile.Read(ref metadataReads);

    /// <summary>Every token that was signed here, for either direction.</summary>
    public IReadOnlyList<string> IssuedTokens => [.. inbound, .. outbound.Keys];

    /// <summary>The tokens that the bot was given to send to the channel.</summary>
    public IReadOnlyList<string> OutboundTokens => [.. outbound.Keys];

    internal Uri Address { get; set; } = new("http://127.0.0.1/");

    /// <summary>Lists a new key in place of the others. The old ones no longer count.</summary>
    public SigningKey RotateKey(params IReadOnlyList<string> endorsements)
    {
        var key = new SigningKey("channel-" + Guid.NewGuid().ToString("N"), endorsements);
        keys = [key];
        return key;
    }

    /// <summary>The claims of a good token for one request to the bot.</summary>
    public JsonObject ChannelClaims(string serviceUrl)
    {
        var now = clock.GetUtcNow();
        return new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = bot.AppId,
            ["serviceurl"] = serviceUrl,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + TokenLifetime).ToUnixTimeSeconds(),
        };
    }

    /// <summary>A token as the channel sends it with one request to the bot.</summary>
    /// <param name="serviceUrl">The claim <c>serviceurl</c>.</param>
    /// <param name="change">Changes the claims, for tests of wrong tokens.</param>
    /// <param name="key">The signing key; without it the first listed one.</param>
    public string ChannelToken(string serviceUrl, Action<JsonObject>? change = null, SigningKey? key = null)
    {
        key ??= keys[0];
        var claims = ChannelClaims(serviceUrl);
        change?.Invoke(claims);
        var token = key.Sign(key.Header(), claims);
        inbound.Add(token);
        return token;
    }

    /// <summary>Whether this is a token that the endpoint gave out and that has not run out.</summary>
    internal bool IsValidOutbound(string token) =>
        outbound.TryGetValue(token, out var expires) && clock.GetUtcNow() < expires;

    internal void Map(WebApplication app)
    {
        app.MapGet("/issuer/.well-known/openidconfiguration", () => Metadata());
        app.MapGet("/issuer/keys", () => JsonWebKeys());
        app.MapPost("/oauth2/token", TokenAsync);
    }

    private IResult Metadata() =>
        (IsMetadataDown, MetadataRedirect) switch
        {
            (true, _) => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            (_, { } elsewhere) => Results.Redirect(elsewhere.ToString()),
            _ => Json(
                new JsonObject
                {
                    ["issuer"] = Issuer,
                    ["jwks_uri"] = new Uri(Address, "issuer/keys").ToString(),
                    ["authorization_endpoint"] = "https://invalid.pimbot.test",
                    ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                    ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
                }
            ),
        };

    private IResult JsonWebKeys()
    {
        if (IsMetadataDown)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        Interlocked.Increment(ref metadataReads);
        var listed = keys.Select(key => (JsonNode)key.ToJsonWebKey());
        return Json(new JsonObject { ["keys"] = new JsonArray([.. listed]) });
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        if (IsTokenEndpointDown)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (!request.HasFormContentType)
        {
            return Refused(StatusCodes.Status400BadRequest, "invalid_request");
        }

        var form = await request.ReadFormAsync();
        var (id, secret) =
            BasicCredentials(request) ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        if (id != bot.AppId || !bot.IsProvenBy(form, secret))
        {
            return Refused(StatusCodes.Status401Unauthorized, "invalid_client");
        }

        return form["grant_type"] == "client_credentials"
            ? Json(NewOutboundToken())
            : Refused(StatusCodes.Status400BadRequest, "unsupported_grant_type");
    }

    private JsonObject NewOutboundToken()
    {
        var now = clock.GetUtcNow();
        var claims = new JsonObject
        {
            ["iss"] = $"https://sts.windows.net/{bot.TenantId}/",
            ["aud"] = "https://api.botframework.com",
            ["appid"] = bot.AppId,
            ["jti"] = Guid.NewGuid().ToString(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + TokenLifetime).ToUnixTimeSeconds(),
        };
        var token = SharedEntraKey.Value.Sign(SharedEntraKey.Value.Header(), claims);
        outbound[token] = now + TokenLifetime;
        return new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)TokenLifetime.TotalSeconds,
            ["access_token"] = token,
        };
    }

    private static (string Id, string Secret)? BasicCredentials(HttpRequest request)
    {
        string? header = request.Headers.Authorization;
        if (header?.StartsWith("Basic ", StringComparison.Ordinal) != true)
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(header[6..])).Split(':', 2);
        return (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[^1]));
    }

    private static IResult Refused(int status, string error) =>
        Results.Text($$"""{"error":"{{error}}"}""", "application/json", Encoding.UTF8, status);

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json");
}
