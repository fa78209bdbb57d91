using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;

namespace PimBot.Playground;

/// <summary>
/// Who the bot and its local channel are for as long as this process runs: identifiers, client secret and signing key,
/// all made at start and kept in memory only.
/// </summary>
public sealed class PlaygroundIdentity : IDisposable
{
    private PlaygroundIdentity(Uri baseUrl) => BaseUrl = baseUrl;

    /// <summary>Where the process listens, such as <c>http://127.0.0.1:3978/</c>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The bot's application id.</summary>
    public string AppId { get; } = Guid.NewGuid().ToString();

    /// <summary>The demo's tenant, the only one allowed.</summary>
    public string TenantId { get; } = Guid.NewGuid().ToString();

    /// <summary>The issuer of what the local channel sends to the bot, and of the bot's own tokens.</summary>
    public string Issuer => At("playground/issuer");

    /// <summary>The <c>serviceUrl</c> of the local channel, with its trailing slash.</summary>
    public string ServiceUrl => At("playground/channel/");

    /// <summary>The issuer of people's tokens for the API: the name that Entra ID would have for this tenant.</summary>
    internal string PeopleIssuer => $"https://login.microsoftonline.com/{TenantId}/v2.0";

    internal string ClientSecret { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    internal string KeyId { get; } = Guid.NewGuid().ToString("N");

    internal RSA Key { get; } = RSA.Create(2048);

    internal string TokenEndpoint => At("playground/issuer/token");

    internal string OpenIdMetadata => At("playground/issuer/.well-known/openidconfiguration");

    internal string Keys => At("playground/issuer/keys");

    internal Uri BotEndpoint => new(BaseUrl, "api/messages");

    /// <summary>Makes a new identity.</summary>
    /// <param name="baseUrl">The root of an http or https address on loopback with its real port.</param>
    /// <exception cref="ArgumentException">The address is not the root of one on loopback, or has no port.</exception>
    public static PlaygroundIdentity Create(Uri baseUrl)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        if (!baseUrl.IsAbsoluteUri || !IsLoopbackRoot(baseUrl))
        {
            throw new ArgumentException("The playground needs the root of an address on loopback.", nameof(baseUrl));
        }

        return new PlaygroundIdentity(baseUrl);
    }

    /// <summary>The host's configuration for a bot with this identity; to be added in memory, over every other source.</summary>
    public IReadOnlyDictionary<string, string?> ToConfiguration() =>
        new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Bot:AppId"] = AppId,
            ["Bot:AppType"] = "SingleTenant",
            ["Bot:TenantId"] = TenantId,
            ["Bot:ClientSecret"] = ClientSecret,
            ["Channel:Issuer"] = Issuer,
            ["Channel:OpenIdMetadata"] = OpenIdMetadata,
            ["Channel:TokenEndpoint"] = TokenEndpoint,
            ["Channel:AllowedTenants:0"] = TenantId,
            ["Api:Enabled"] = "true",
            ["Api:OpenIdMetadata"] = OpenIdMetadata,
        };

    public void Dispose() => Key.Dispose();

    private static bool IsLoopbackRoot(Uri url) =>
        url is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "", Fragment: "", Port: > 0 }
        && (
            string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(url.DnsSafeHost, out var address) && IPAddress.IsLoopback(address))
        );

    private string At(string path) => new Uri(BaseUrl, path).AbsoluteUri;
}
