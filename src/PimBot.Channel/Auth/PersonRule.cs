namespace PimBot.Channel.Auth;

/// <summary>Whose tokens of Microsoft Entra ID are taken from people (delegated access).</summary>
/// <param name="Version">The only <c>ver</c> taken; see <see cref="CallerRule"/>.</param>
/// <param name="Tenant">The only <c>tid</c> taken, in lower case as Entra ID writes it.</param>
/// <param name="Scope">The scope that the application must have been given.</param>
internal sealed record PersonRule(string Version, string Tenant, string Scope)
{
    private const string Application = "app";

    /// <summary>
    /// Null when the token stands for a person of the tenant. One that an application got for itself has no scopes, and
    /// an ID token has none either.
    /// </summary>
    public AuthReason? Fault(EntraClaims claims) =>
        claims switch
        {
            _ when !string.Equals(claims.Version, Version, StringComparison.Ordinal) => AuthReason.TokenVersionMismatch,
            _ when !string.Equals(claims.TenantId, Tenant, StringComparison.Ordinal) => AuthReason.TokenTenantMismatch,
            { Person: null or { ObjectId: null } or { IdentityType: Application } } => AuthReason.NotAPerson,
            { Person.Scopes: var scopes } when !scopes.Contains(Scope, StringComparer.Ordinal) =>
                AuthReason.ScopeMissing,
            _ => null,
        };
}
