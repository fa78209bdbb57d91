using PimBot.Channel.Settings;

namespace PimBot.Channel.Connector;

/// <summary>
/// Decides where the bot's token may go: https on port 443 of an exactly listed host; in Development also http on any
/// port of <c>127.0.0.1</c> and <c>localhost</c>.
/// </summary>
internal sealed class ServiceHostGuard(ChannelTrust trust)
{
    public bool Allows(string? serviceUrl) =>
        serviceUrl is not null
        && IsPlain(serviceUrl)
        && Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)
        && IsWrittenAsRead(serviceUrl, url)
        && url.Query.Length == 0
        && url.Fragment.Length == 0
        && Allows(url);

    /// <summary>The check of the request itself, made by the handler that attaches the token.</summary>
    public bool Allows(Uri url) => url.UserInfo.Length == 0 && (IsListed(url) || IsLocal(url));

    /// <summary>Loopback in Development: the only place that may be sent to without a token.</summary>
    public bool IsLocal(Uri url) =>
        trust.IsDevelopment && url.Scheme == Uri.UriSchemeHttp && url.Host is "127.0.0.1" or "localhost";

    private bool IsListed(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps
        && url.IsDefaultPort
        && url.HostNameType == UriHostNameType.Dns
        && trust.ServiceHosts.Contains(url.Host);

    /// <summary>No space, control character, backslash, or anything that is not ASCII: parsers disagree about those.</summary>
    private static bool IsPlain(string url) => url.All(c => c is > ' ' and < '\x7f' and not '\\');

    /// <summary>The authority is the host that <see cref="Uri"/> read, letter for letter: no escapes, no other way to write an address.</summary>
    private static bool IsWrittenAsRead(string text, Uri url)
    {
        var prefix = url.Scheme + "://";
        if (!text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var end = text.IndexOfAny(['/', '?', '#'], prefix.Length);
        var authority = end < 0 ? text[prefix.Length..] : text[prefix.Length..end];
        return authority.Equals(url.Host, StringComparison.OrdinalIgnoreCase)
            || authority.Equals($"{url.Host}:{url.Port}", StringComparison.OrdinalIgnoreCase);
    }
}
