namespace PimBot.Verification;

/// <summary>What the provider sent the browser back with.</summary>
/// <param name="State">Null: it is none of ours.</param>
/// <param name="Code">To be redeemed for an ID token.</param>
/// <param name="Error">The provider's error code; never shown or logged as it is.</param>
internal sealed record ProviderAnswer(SignInState? State, string? Code, string? Error)
{
    /// <summary>A parameter that comes twice counts as missing.</summary>
    public static ProviderAnswer Read(IQueryCollection query) =>
        new(SignInState.Parse(Single(query, "state")), Single(query, "code"), Single(query, "error"));

    private static string? Single(IQueryCollection query, string name) =>
        query[name] is { Count: 1 } values && values[0] is { Length: > 0 } value ? value : null;
}
