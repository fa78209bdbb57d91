using System.Collections.Frozen;

namespace PimBot.Channel.Auth;

/// <summary>
/// Which applications may call with a token of Microsoft Entra ID that they got for themselves (client credentials).
/// </summary>
/// <param name="Version">
/// The only <c>ver</c> taken: 1.0 names the caller in <c>appid</c>, 2.0 in <c>azp</c>. The other version's claim is not looked at.
/// </param>
/// <param name="Tenant">The only <c>tid</c> taken, in lower case as Entra ID writes it.</param>
/// <param name="Callers">Application ids, in lower case.</param>
internal sealed record CallerRule(string Version, string Tenant, FrozenSet<string> Callers)
{
    public const string FirstVersion = "1.0";
    public const string SecondVersion = "2.0";

    /// <summary>
    /// Null when the token is one that a listed application got for itself. A token that has scopes (<c>scp</c>) was
    /// given to a person who uses the application, and that person is none of the callers.
    /// </summary>
    public AuthReason? Fault(EntraClaims claims)
    {
        if (!string.Equals(claims.Version, Version, StringComparison.Ordinal))
        {
            return AuthReason.TokenVersionMismatch;
        }

        if (!string.Equals(claims.TenantId, Tenant, StringComparison.Ordinal))
        {
            return AuthReason.TokenTenantMismatch;
        }

        var caller = Version == FirstVersion ? claims.AppId : claims.AuthorizedParty;
        return claims.HasScopes || caller is null || !Callers.Contains(caller) ? AuthReason.CallerNotAllowed : null;
    }
}
