using PimBot.Channel.Auth;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Api.Security;

/// <summary>Who calls, as the token says. It carries no right: rights are looked up at each request.</summary>
/// <param name="Id">The token's <c>oid</c>.</param>
/// <param name="Claims">What else the token says of the person.</param>
/// <param name="Origin">From where this request came, for the audit.</param>
internal sealed record ApiCaller(PersonId Id, PersonClaims Claims, AuditOrigin Origin)
{
    private const string Mfa = "mfa";

    /// <exception cref="InvalidOperationException">The request came past the gate: nobody is answered as nobody.</exception>
    public static ValueTask<ApiCaller> BindAsync(HttpContext context) =>
        ValueTask.FromResult(
            context.Features.Get<ApiCaller>()
                ?? throw new InvalidOperationException("No caller: the gate was passed by.")
        );

    /// <summary>
    /// The token as a proof of multi-factor authentication; null when it is none, or the sign-in is too long ago.
    /// </summary>
    /// <param name="context">The authentication context that is demanded; null: multi-factor authentication.</param>
    /// <param name="longestAgo">How long ago the sign-in may be.</param>
    /// <param name="now">When the proof is given.</param>
    public VerificationProof? Proof(string? context, TimeSpan longestAgo, DateTimeOffset now)
    {
        var isProof = context is null
            ? Claims.Methods.Contains(Mfa, StringComparer.Ordinal)
            : Claims.Contexts.Contains(context, StringComparer.Ordinal);
        var isFresh = (Claims.AuthenticatedAt ?? Claims.IssuedAt) is { } at && now - at <= longestAgo;
        return isProof && isFresh
            ? new VerificationProof(now, context is null ? $"amr:{Mfa}" : VerificationProof.MethodOf(context))
            : null;
    }
}
