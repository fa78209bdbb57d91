namespace PimBot.Verification;

/// <summary>A sign-in that was begun, as it is kept until the provider sends the browser back.</summary>
/// <param name="Nonce">What the ID token must repeat.</param>
/// <param name="Verifier">The PKCE verifier.</param>
/// <param name="Browser">The mark of the browser that began it.</param>
/// <param name="BegunAt">When.</param>
/// <param name="Context">The authentication context that was demanded; null: what the host's settings demand.</param>
internal sealed record PendingSignIn(
    string Nonce,
    string Verifier,
    string Browser,
    DateTimeOffset BegunAt,
    string? Context = null
);
