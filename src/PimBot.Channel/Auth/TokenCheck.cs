using Microsoft.AspNetCore.Http;

namespace PimBot.Channel.Auth;

/// <summary>
/// Everything about a request that can be checked before its body is read: one bearer token, its form, issuer, audience
/// time and caller, then its key and signature, and its <c>serviceurl</c> claim. What is cheap comes first, so that only
/// a token made for this bot, by an issuer that it believes, can make it fetch keys.
/// </summary>
/// <param name="table">Whose tokens are believed, and for whom they must be.</param>
/// <param name="signature">Shared by all doors.</param>
/// <param name="time">The clock.</param>
/// <param name="takesNoneFromLoopback">Whether a request of this machine's may come without a token.</param>
internal sealed class TokenCheck(
    TrustTable table,
    SignatureCheck signature,
    TimeProvider time,
    bool takesNoneFromLoopback = false
)
{
    /// <summary>How far the issuer's clock may be from ours, either way.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public async Task<TokenVerdict> CheckAsync(HttpContext context)
    {
        if (BearerHeader.Read(context.Request.Headers.Authorization, out var token) is { } fault)
        {
            return fault == AuthReason.HeaderMissing && takesNoneFromLoopback && LocalClient.Is(context)
                ? default
                : TokenVerdict.Refused(fault);
        }

        if (TokenForm.Read(token, out var reason) is not { } form)
        {
            return TokenVerdict.Refused(reason!.Value);
        }

        if (table.Find(form.Issuer) is not { } row)
        {
            return TokenVerdict.Refused(AuthReason.IssuerMismatch);
        }

        return (ClaimFault(form) ?? row.Profile.Fault(form.Entra)) is { } claimFault
            ? TokenVerdict.Refused(claimFault)
            : await CheckSignatureAsync(token, form, row, context.RequestAborted);
    }

    private async Task<TokenVerdict> CheckSignatureAsync(
        string token,
        TokenForm form,
        TrustRow row,
        CancellationToken cancellation
    )
    {
        var (key, reason) = await row.Keys.FindAsync(form.KeyId, cancellation);
        if (key is null)
        {
            return TokenVerdict.Refused(reason!.Value);
        }

        if (await signature.FaultAsync(token, key, row.Profile.Issuer, table.Audience, cancellation) is { } fault)
        {
            return TokenVerdict.Refused(fault);
        }

        return row.Profile.IsChannel && string.IsNullOrEmpty(form.ServiceUrl)
            ? TokenVerdict.Refused(AuthReason.ServiceUrlClaimMissing)
            : new TokenVerdict(
                null,
                new VerifiedToken(
                    form.ServiceUrl,
                    row.Profile.IsChannel ? key.Endorsements : null,
                    row.Profile.Person is null ? null : form.Entra.Person
                )
            );
    }

    private AuthReason? ClaimFault(TokenForm form)
    {
        var now = time.GetUtcNow();
        return form switch
        {
            _ when !string.Equals(form.Audience, table.Audience, StringComparison.Ordinal) =>
                AuthReason.AudienceMismatch,
            { Expires: null } => AuthReason.ExpiryMissing,
            _ when now - form.Expires >= ClockSkew => AuthReason.Expired,
            _ when form.NotBefore - now > ClockSkew => AuthReason.NotYetValid,
            _ => null,
        };
    }
}
