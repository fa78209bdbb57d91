namespace PimBot.Mail;

/// <summary>Section <c>Mail</c>: the SMTP server for whom chat does not reach. Without <see cref="Host"/> no mail is sent.</summary>
internal sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The server's name.</summary>
    public string? Host { get; set; }

    /// <summary>The port for submission.</summary>
    public int Port { get; set; } = 587;

    /// <summary>The address that mails come from.</summary>
    public string? From { get; set; }

    /// <summary>Who signs in at the server; unset: nobody does.</summary>
    public string? User { get; set; }

    /// <summary>With which password. From a secret store or the environment; never logged, never named in a fault.</summary>
    public string? Password { get; set; }

    /// <summary>
    /// Speaks to the server without TLS (STARTTLS is required otherwise): everybody on the way reads the mails and the
    /// password. In Development and to loopback only.
    /// </summary>
    public bool DangerouslyWithoutTls { get; set; }
}
