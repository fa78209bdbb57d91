namespace PimBot.Audit;

/// <summary>Where a syslog server listens.</summary>
/// <param name="Host">Its name, which its certificate must have with TLS.</param>
/// <param name="Port">1 to 65,535.</param>
/// <param name="IsTls">Whether what is sent is encrypted.</param>
internal sealed record SyslogAddress(string Host, int Port, bool IsTls)
{
    /// <summary>Null when it is none.</summary>
    public static SyslogAddress? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url is { Scheme: "tls" or "tcp", Port: > 0, UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
        && url.AbsolutePath is "" or "/"
        && url.Host.Length > 0
            ? new SyslogAddress(url.IdnHost, url.Port, url.Scheme == "tls")
            : null;
}
