namespace PimBot.Channel.Settings;

/// <summary>The rule for every URL in the settings: https, or http on loopback in Development only.</summary>
public static class EndpointUrl
{
    public static bool IsAllowed(string? value, bool development) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url)
        && url.UserInfo.Length == 0
        && url.Fragment.Length == 0
        && (
            string.Equals(url.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
            || (string.Equals(url.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal) && development && url.IsLoopback)
        );

    /// <summary>Null when the value is missing or allowed; otherwise the sentence that names the key.</summary>
    public static string? Fault(string key, string? value, bool development) =>
        value is null || IsAllowed(value, development)
            ? null
            : $"{key} is '{value}': allowed is an absolute https URL without user name and fragment"
                + (development ? ", or an http URL on loopback." : ".");
}
