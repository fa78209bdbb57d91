using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PimBot.Playground.Issuer;

/// <summary>
/// OpenID metadata, keys with their endorsements as the Bot Framework publishes them, and a client-credentials token
/// endpoint (RFC 6749, sections 4.4 and 5.2). Whoever plays a person may also have that person's token for the API.
/// </summary>
internal static class IssuerEndpoints
{
    public static void MapIssuer(this IEndpointRouteBuilder endpoints)
    {
        var issuer = endpoints.MapGroup("/playground/issuer");
        issuer.MapGet("/.well-known/openidconfiguration", Metadata);
        issuer.MapGet("/keys", Keys);
        issuer.MapPost("/token", TokenAsync);
        issuer.MapGet("/people/{person}/token", PersonToken);
    }

    private static IResult Metadata(PlaygroundIdentity identity) =>
        Results.Json(
            new Dictionary<string, object>
            {
                ["issuer"] = identity.Issuer,
                ["jwks_uri"] = identity.Keys,
                ["token_endpoint"] = identity.TokenEndpoint,
                ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
                ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_post", "client_secret_basic" },
            }
        );

    private static IResult Keys(PlaygroundIdentity identity)
    {
        var key = identity.Key.ExportParameters(includePrivateParameters: false);
        var jwk = new Dictionary<string, object>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = identity.KeyId,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
            ["endorsements"] = new[] { "msteams" },
        };
        return Results.Json(new Dictionary<string, object> { ["keys"] = new[] { jwk } });
    }

    private static async Task<IResult> TokenAsync(
        HttpRequest request,
        PlaygroundIdentity identity,
        PlaygroundTokens tokens
    )
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (!request.HasFormContentType)
        {
            return Error("invalid_request");
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form["grant_type"] != "client_credentials")
        {
            return Error("unsupported_grant_type");
        }

        var (id, secret) = Credentials(request, form);
        if (!Same(id, identity.AppId) || !Same(secret, identity.ClientSecret))
        {
            return Error("invalid_client", StatusCodes.Status401Unauthorized);
        }

        return form["scope"].ToString() is "" or PlaygroundTokens.ConnectorAudience + "/.default"
            ? Granted(tokens.ForConnector())
            : Error("invalid_scope");
    }

    private static IResult PersonToken(
        string person,
        HttpContext context,
        IPlaygroundPeople people,
        PlaygroundTokens tokens
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        return people.List().Any(known => known.Id == person) ? Granted(tokens.ForPerson(person)) : Results.NotFound();
    }

    private static IResult Granted(string token) =>
        Results.Json(
            new Dictionary<string, object>
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = (int)PlaygroundTokens.Lifetime.TotalSeconds,
                ["access_token"] = token,
            }
        );

    private static IResult Error(string code, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new Dictionary<string, object> { ["error"] = code }, statusCode: status);

    private static (string Id, string Secret) Credentials(HttpRequest request, IFormCollection form)
    {
        const string basic = "Basic ";
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(basic, StringComparison.OrdinalIgnoreCase))
        {
            return (form["client_id"].ToString(), form["client_secret"].ToString());
        }

        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[basic.Length..].Trim(), bytes, out var length))
        {
            return ("", "");
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : ("", "");
    }

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
