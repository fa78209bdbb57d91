using System.Text.Json;
using PimBot.Channel.Json;

namespace PimBot.Channel.Connector;

/// <summary>The error code in an answer's body, <c>{"error":{"code":"…"}}</c>; an HTML page has none.</summary>
internal static class ErrorCode
{
    private const int Longest = 100;

    public static string? Read(ReadOnlyMemory<byte> body)
    {
        if (!StrictJson.TryParseObject(body, out var document))
        {
            return null;
        }

        using (document)
        {
            var root = document.RootElement;
            return Clean((root.Object("error") ?? root).Text("code"));
        }
    }

    /// <summary>Null for what is no code, so that no free text of another server gets into our logs.</summary>
    public static string? Clean(string? code) =>
        code is { Length: > 0 and <= Longest } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
            ? code
            : null;
}
