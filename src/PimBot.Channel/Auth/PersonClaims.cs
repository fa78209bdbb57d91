using System.Text.Json;
using PimBot.Channel.Json;

namespace PimBot.Channel.Auth;

/// <summary>What a token of Microsoft Entra ID says of the person whom it stands for.</summary>
internal sealed record PersonClaims
{
    private const int LongestId = 200;

    /// <summary>Claim <c>oid</c>: the person's id in the tenant; null when it is missing or no reasonable text.</summary>
    public string? ObjectId { get; private init; }

    /// <summary>Claim <c>idtyp</c>; <c>app</c> for tokens that no person is behind.</summary>
    public string? IdentityType { get; private init; }

    /// <summary>Claim <c>scp</c>: what the application may do in the person's name.</summary>
    public IReadOnlyList<string> Scopes { get; private init; } = [];

    /// <summary>Claim <c>amr</c>: how the person signed in.</summary>
    public IReadOnlyList<string> Methods { get; private init; } = [];

    /// <summary>Claim <c>acrs</c>: the authentication contexts that the sign-in satisfies.</summary>
    public IReadOnlyList<string> Contexts { get; private init; } = [];

    /// <summary>Claim <c>auth_time</c>: when the person signed in.</summary>
    public DateTimeOffset? AuthenticatedAt { get; private init; }

    /// <summary>Claim <c>iat</c>.</summary>
    public DateTimeOffset? IssuedAt { get; private init; }

    public static PersonClaims Of(JsonElement payload) =>
        new()
        {
            ObjectId = payload.Text("oid") is { Length: > 0 and <= LongestId } id ? id : null,
            IdentityType = payload.Text("idtyp"),
            Scopes = payload.Text("scp")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
            Methods = Texts(payload, "amr"),
            Contexts = Texts(payload, "acrs"),
            AuthenticatedAt = TokenForm.NumericDate(payload, "auth_time"),
            IssuedAt = TokenForm.NumericDate(payload, "iat"),
        };

    /// <summary>One text is as good as a list of one.</summary>
    private static IReadOnlyList<string> Texts(JsonElement payload, string claim) =>
        !payload.TryGetProperty(claim, out var value) ? []
        : value.ValueKind is JsonValueKind.String ? [value.GetString()!]
        : value.ValueKind is JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.String).Select(e => e.GetString()!)]
        : [];
}
