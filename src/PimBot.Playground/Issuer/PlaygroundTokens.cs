using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PimBot.Playground.Issuer;

/// <summary>
/// Makes the two kinds of tokens of the protocol and checks the bot's. Their audiences differ, so that the bot's own
/// token sent back to it is refused. People's tokens for the API have an issuer of their own.
/// </summary>
internal sealed class PlaygroundTokens(PlaygroundIdentity identity, TimeProvider time)
{
    /// <summary>What a bot's outbound token is for.</summary>
    public const string ConnectorAudience = "https://api.botframework.com";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new();

    private readonly RsaSecurityKey key = new(identity.Key) { KeyId = identity.KeyId };

    /// <summary>A token with which the channel speaks to the bot.</summary>
    public string ForBot() =>
        Sign(new Dictionary<string, object> { ["aud"] = identity.AppId, ["serviceurl"] = identity.ServiceUrl });

    /// <summary>A token with which the bot speaks to the connector.</summary>
    public string ForConnector() =>
        Sign(
            new Dictionary<string, object>
            {
                ["aud"] = ConnectorAudience,
                ["appid"] = identity.AppId,
                ["tid"] = identity.TenantId,
            }
        );

    /// <summary>A token with which a person speaks to the API, as after a sign-in with a second factor at this moment.</summary>
    public string ForPerson(string id) =>
        Sign(
            new Dictionary<string, object>
            {
                ["iss"] = identity.PeopleIssuer,
                ["aud"] = identity.AppId,
                ["ver"] = "2.0",
                ["tid"] = identity.TenantId,
                ["oid"] = id,
                ["scp"] = "access_as_user",
                ["amr"] = new[] { "pwd", "mfa" },
                ["auth_time"] = time.GetUtcNow().ToUnixTimeSeconds(),
            }
        );

    /// <summary>Whether the token was made by <see cref="ForConnector"/> in this process and has not expired.</summary>
    public bool IsForConnector(string token)
    {
        var result = handler.ValidateToken(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = identity.Issuer,
                ValidAudience = ConnectorAudience,
                IssuerSigningKey = key,
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                LifetimeValidator = (_, expires, _, _) => IsCurrent(expires),
            }
        );
        return result is { IsValid: true, SecurityToken: JsonWebToken { Alg: SecurityAlgorithms.RsaSha256 } };
    }

    private bool IsCurrent(DateTime? expires) =>
        expires is { } end && time.GetUtcNow() < new DateTimeOffset(end, TimeSpan.Zero) + Skew;

    private string Sign(Dictionary<string, object> claims)
    {
        var now = time.GetUtcNow();
        claims.TryAdd("iss", identity.Issuer);
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["nbf"] = now.ToUnixTimeSeconds();
        claims["exp"] = (now + Lifetime).ToUnixTimeSeconds();
        return handler.CreateToken(
            JsonSerializer.Serialize(claims),
            new SigningCredentials(key, SecurityAlgorithms.RsaSha256)
        );
    }
}
