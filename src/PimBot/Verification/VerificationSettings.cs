using Microsoft.Extensions.Options;
using PimBot.Channel.Settings;
using PimBot.Domain.Activations;

namespace PimBot.Verification;

/// <summary>The settings resolved once: where the page is, whom it asks, and what it demands.</summary>
internal sealed class VerificationSettings
{
    public const string Path = "/verify";
    private const string CallbackPath = $"{Path}/callback";

    private readonly string publicUrl;

    public VerificationSettings(
        IOptions<VerificationOptions> verification,
        IOptions<BotOptions> bot,
        IOptions<ChannelOptions> channel
    )
    {
        var (options, identity) = (verification.Value, bot.Value);
        publicUrl = options.PublicUrl!.TrimEnd('/');
        var loginHost = CloudProfile.Of(channel.Value.Cloud ?? ChannelCloud.Public).LoginHost;
        var authority = options.Authority ?? $"https://{loginHost}/{identity.TenantId}/v2.0";
        var location = new Uri(authority);
        SpeaksHttp = location.Scheme == Uri.UriSchemeHttp;
        Issuer = SpeaksHttp ? Uri.UriSchemeHttps + authority[Uri.UriSchemeHttp.Length..] : authority;
        AuthorityHost = location.Authority;
        TenantId = identity.TenantId!;
        ClientId = options.ClientId ?? identity.AppId;
        ClientSecret = string.IsNullOrWhiteSpace(options.ClientSecret) ? null : options.ClientSecret;
        AuthenticationContext = options.AuthenticationContext;
        MaxAge = options.MaxAge;
    }

    /// <summary>The only issuer whose ID tokens are believed, word for word.</summary>
    public string Issuer { get; }

    public Uri Metadata => new($"{Issuer.TrimEnd('/')}/.well-known/openid-configuration");

    /// <summary>The provider is on loopback and is spoken to over http, though its name says https. Development only.</summary>
    public bool SpeaksHttp { get; }

    /// <summary>Host and port of the provider.</summary>
    public string AuthorityHost { get; }

    public string TenantId { get; }

    public string ClientId { get; }

    /// <summary>Null: the application proves itself by the bot's own credential.</summary>
    public string? ClientSecret { get; }

    /// <summary>Null: the claim <c>amr</c> must hold <c>mfa</c>.</summary>
    public string? AuthenticationContext { get; }

    public TimeSpan MaxAge { get; }

    public Uri PublicUrl => new(publicUrl);

    /// <summary>What a browser sends as <c>Origin</c> with a form of ours.</summary>
    public string Origin => PublicUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>
    /// Where the page's form may lead to, as Content-Security-Policy words it. Browsers count a form's redirects as its
    /// targets too, and a federated tenant passes on to hosts of its own.
    /// </summary>
    public string FormTargets => SpeaksHttp ? $"'self' https: http://{AuthorityHost}" : "'self' https:";

    public Uri RedirectUri => new(publicUrl + CallbackPath);

    public Uri PageOf(RequestId request) => new($"{publicUrl}{Path}/{request.Value:N}");
}
