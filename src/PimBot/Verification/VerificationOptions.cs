namespace PimBot.Verification;

/// <summary>Section <c>Verification</c>: how people prove with a second factor that it is them. Without <see cref="PublicUrl"/> there is no verification.</summary>
internal sealed class VerificationOptions
{
    public const string Section = "Verification";

    /// <summary>The base address under which people's browsers reach this host: https, or http on loopback in Development. The redirect URI to register is this and <c>/verify/callback</c>.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>
    /// The OpenID provider's issuer; its metadata lies under it. Unless set, Microsoft Entra ID's for <c>Bot:TenantId</c>
    /// in the channel's cloud. On loopback in Development it may be http; the issuer's name is then the same with https,
    /// for MSAL takes no other.
    /// </summary>
    public string? Authority { get; set; }

    /// <summary>
    /// The application that people sign in to; <c>Bot:AppId</c> unless set. A bot that is a managed identity needs one:
    /// an identity has no registration with a redirect URI.
    /// </summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// That application's secret. Unless set, it proves itself by the bot's own credential, whichever that is: the
    /// registration must know the certificate, or trust the managed identity or the issuer of the assertion file as a
    /// federated credential. Never logged, never named in a fault.
    /// </summary>
    public string? ClientSecret { get; set; }

    /// <summary>The authentication context (claim <c>acrs</c>) that a sign-in must satisfy, such as <c>c1</c>. Unless set, the claim <c>amr</c> must hold <c>mfa</c>.</summary>
    public string? AuthenticationContext { get; set; }

    /// <summary>How long ago the sign-in (claim <c>auth_time</c>) may be: 1 minute to 1 hour.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(10);
}
