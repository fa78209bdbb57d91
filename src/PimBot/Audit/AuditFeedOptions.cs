namespace PimBot.Audit;

/// <summary>Section <c>Audit:Feed</c>: where every entry goes, such as a SIEM.</summary>
internal sealed class AuditFeedOptions
{
    /// <summary>A URL that is posted to, as Standard Webhooks describes: https, or http on loopback in Development. Unset: none.</summary>
    public string? Webhook { get; set; }

    /// <summary>Signs what is posted: <c>whsec_</c> and 24 to 64 bytes in Base64. From a secret store or the environment.</summary>
    public string? Secret { get; set; }

    /// <summary>A syslog server: <c>tls://host:6514</c> or <c>tcp://host:601</c> (RFC 5424, octet counting). Unset: none.</summary>
    public string? Syslog { get; set; }

    /// <summary>
    /// A file of certificates (PEM) that the syslog server's must be one of, or be issued by one of; its name must fit too.
    /// Read at each connection. Unset: what the operating system trusts.
    /// </summary>
    public string? SyslogCertificates { get; set; }
}
