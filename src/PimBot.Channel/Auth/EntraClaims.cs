namespace PimBot.Channel.Auth;

/// <summary>The claims by which a token of Microsoft Entra ID says who calls; null where missing or no text.</summary>
/// <param name="Version">Claim <c>ver</c>.</param>
/// <param name="TenantId">Claim <c>tid</c>.</param>
/// <param name="AppId">Claim <c>appid</c>, of version 1.0.</param>
/// <param name="AuthorizedParty">Claim <c>azp</c>, of version 2.0.</param>
/// <param name="HasScopes">There is a claim <c>scp</c>, whatever it holds: the token stands for a person.</param>
/// <param name="Person">What it says of that person; null when the token has no scopes.</param>
internal readonly record struct EntraClaims(
    string? Version,
    string? TenantId,
    string? AppId,
    string? AuthorizedParty,
    bool HasScopes,
    PersonClaims? Person
);
