namespace PimBot.Channel.Settings;

/// <summary>Section <c>Bot</c>: who this bot is, and how it proves that to the channel.</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>The registration's application id; the only audience that an inbound token may have. Always required.</summary>
    public string AppId { get; set; } = "";

    /// <summary>How the registration signs in; <see cref="BotAppType.SingleTenant"/> unless set.</summary>
    public BotAppType AppType { get; set; } = BotAppType.SingleTenant;

    /// <summary>The registration's home tenant: an id or a verified domain. Required for a single-tenant registration.</summary>
    public string? TenantId { get; set; }

    /// <summary>The credential of the client-credentials request. A secret: never logged, never named in a fault.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A certificate in place of the secret. Refused at start: this version signs in with a secret only.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>A managed identity in place of the secret. Refused at start: this version signs in with a secret only.</summary>
    public string? ManagedIdentityClientId { get; set; }
}
