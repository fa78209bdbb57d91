namespace PimBot.Channel.Settings;

/// <summary>Section <c>Bot</c>: who this bot is, and how it proves that to the channel. Exactly one credential is set.</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>The registration's application id; the only audience that an inbound token may have. Always required.</summary>
    public string AppId { get; set; } = "";

    /// <summary>How the registration signs in; <see cref="BotAppType.SingleTenant"/> unless set.</summary>
    public BotAppType AppType { get; set; } = BotAppType.SingleTenant;

    /// <summary>The registration's home tenant: an id or a verified domain. Required for a single-tenant registration.</summary>
    public string? TenantId { get; set; }

    /// <summary>A credential: the registration's secret. Never logged, never shown in a fault.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// A credential: a certificate with its RSA private key, as PFX or PEM (certificate and key in one file). Read at
    /// start and for each new token, so that it can be renewed on disk.
    /// </summary>
    public string? CertificatePath { get; set; }

    /// <summary>Opens <see cref="CertificatePath"/>, where that is encrypted. Never logged, never shown in a fault.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>
    /// A credential: the client id of a user-assigned managed identity. For <see cref="BotAppType.UserAssignedManagedIdentity"/>
    /// its tokens are the bot's; for the others they are the federated assertion by which the registration signs in.
    /// </summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>
    /// A credential: a file with a federated assertion, as Kubernetes writes it for a workload identity. Read for each
    /// new token.
    /// </summary>
    public string? AssertionFile { get; set; }
}
