namespace PimBot.Channel.Auth;

/// <summary>
/// Compares the service URL of a token with that of an activity as texts: the case of scheme and host, and one slash at
/// the end, don't count. They are not parsed first, so that no two spellings of a path become equal.
/// </summary>
internal static class ServiceUrl
{
    public static bool AreEqual(string left, string right)
    {
        var (leftOrigin, leftPath) = Split(left);
        var (rightOrigin, rightPath) = Split(right);
        return leftOrigin.Equals(rightOrigin, StringComparison.OrdinalIgnoreCase)
            && leftPath.Equals(rightPath, StringComparison.Ordinal);
    }

    private static (string Origin, string Path) Split(string url)
    {
        var trimmed = url.EndsWith('/') ? url[..^1] : url;
        var authority = trimmed.IndexOf("://", StringComparison.Ordinal);
        var path = authority < 0 ? -1 : trimmed.IndexOf('/', authority + 3);
        return path < 0 ? (trimmed, "") : (trimmed[..path], trimmed[path..]);
    }
}
