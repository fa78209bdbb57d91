using Microsoft.Extensions.Primitives;

namespace PimBot.Channel.Auth;

/// <summary>The one <c>Authorization: Bearer</c> header of a request (RFC 6750, section 2.1).</summary>
internal static class BearerHeader
{
    /// <summary>Longest token taken, in characters.</summary>
    public const int MaxTokenLength = 16 * 1024;

    private const string Scheme = "Bearer ";

    public static AuthReason? Read(StringValues header, out string token)
    {
        token = "";
        if (header.Count != 1)
        {
            return header.Count == 0 ? AuthReason.HeaderMissing : AuthReason.HeaderDoubled;
        }

        var value = header[0] ?? "";
        if (!value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return AuthReason.NotBearer;
        }

        if (value.Length - Scheme.Length > MaxTokenLength)
        {
            return AuthReason.TokenTooLong;
        }

        token = value[Scheme.Length..];
        return null;
    }
}
