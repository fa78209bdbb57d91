using Microsoft.Identity.Client;

namespace PimBot.Channel.Connector;

/// <summary>Says in codes why there is no token. Servers quote what they were sent, so no text of theirs gets through.</summary>
internal static class TokenFault
{
    private const int LongestCode = 60;

    /// <summary>The error code when it looks like one of OAuth's or MSAL's (lower-case words joined by underscores); else null.</summary>
    public static string? Code(string? code) =>
        code is { Length: > 0 and <= LongestCode } && code.All(c => char.IsAsciiLetterLower(c) || c is '_')
            ? code
            : null;

    /// <summary>Status, code and Entra's error numbers (such as AADSTS7000222, an expired secret); never a message.</summary>
    public static string Of(MsalException exception)
    {
        var code = Code(exception.ErrorCode) ?? exception.GetType().Name;
        return exception is MsalServiceException service
            ? string.Join(' ', [.. Status(service), code, .. Numbers(service)])
            : code;
    }

    private static IEnumerable<string> Status(MsalServiceException service) =>
        service.StatusCode > 0 ? [service.StatusCode.ToString(null, null)] : [];

    private static IEnumerable<string> Numbers(MsalServiceException service) =>
        (service.ErrorCodesForLogging ?? [])
            .Where(number => number.Length is > 0 and <= 8 && number.All(char.IsAsciiDigit))
            .Take(3)
            .Select(number => "AADSTS" + number);
}
