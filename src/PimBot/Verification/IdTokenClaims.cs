using System.Buffers.Text;
using System.Text.Json;

namespace PimBot.Verification;

/// <summary>What an ID token says, read strictly: a claim of another kind than expected is as good as missing.</summary>
internal sealed record IdTokenClaims
{
    private const int LongestText = 200;
    private const long LastSecond = 253_402_300_799;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public string? Issuer { get; private init; }

    /// <summary>Null also when there are several.</summary>
    public string? Audience { get; private init; }

    public string? Nonce { get; private init; }

    public string? Tenant { get; private init; }

    public string? ObjectId { get; private init; }

    public DateTimeOffset? Expires { get; private init; }

    public DateTimeOffset? NotBefore { get; private init; }

    public bool HasNotBefore { get; private init; }

    /// <summary>When the person last signed in, with everything that was asked of them.</summary>
    public DateTimeOffset? AuthenticatedAt { get; private init; }

    /// <summary>Authentication methods (RFC 8176).</summary>
    public IReadOnlyList<string> Methods { get; private init; } = [];

    /// <summary>Authentication contexts that the sign-in satisfies.</summary>
    public IReadOnlyList<string> Contexts { get; private init; } = [];

    /// <summary>Null when the payload is no JSON object, or has a key twice.</summary>
    public static IdTokenClaims? Read(string encodedPayload)
    {
        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(encodedPayload), Strict);
            return payload.RootElement.ValueKind is JsonValueKind.Object ? From(payload.RootElement) : null;
        }
        catch (Exception broken) when (broken is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IdTokenClaims From(JsonElement payload) =>
        new()
        {
            Issuer = Text(payload, "iss"),
            Audience = Text(payload, "aud"),
            Nonce = Text(payload, "nonce"),
            Tenant = Text(payload, "tid"),
            ObjectId = Text(payload, "oid"),
            Expires = Moment(payload, "exp"),
            NotBefore = Moment(payload, "nbf"),
            HasNotBefore = payload.TryGetProperty("nbf", out _),
            AuthenticatedAt = Moment(payload, "auth_time"),
            Methods = Texts(payload, "amr"),
            Contexts = Texts(payload, "acrs"),
        };

    private static string? Text(JsonElement payload, string claim) =>
        payload.TryGetProperty(claim, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestText } text
            ? text
            : null;

    private static IReadOnlyList<string> Texts(JsonElement payload, string claim) =>
        payload.TryGetProperty(claim, out var value)
            ? value.ValueKind is JsonValueKind.Array
                ? [.. value.EnumerateArray().Select(Text).OfType<string>()]
                : [.. new[] { Text(value) }.OfType<string>()]
            : [];

    private static DateTimeOffset? Moment(JsonElement payload, string claim) =>
        payload.TryGetProperty(claim, out var value)
        && value.ValueKind is JsonValueKind.Number
        && value.TryGetInt64(out var seconds)
        && seconds is >= 0 and <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
