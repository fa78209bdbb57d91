using Microsoft.Identity.Client;

namespace PimBot.Verification;

/// <summary>The provider's own error codes: only known ones mean something, and only the form of a code is ever logged.</summary>
internal static class ProviderCodes
{
    private const int LongestCode = 40;

    /// <summary>What the parameter <c>error</c> of an authorization answer means (RFC 6749, 4.1.2.1; OpenID Connect Core, 3.1.2.6).</summary>
    public static VerificationOutcome OutcomeOf(string error) =>
        error switch
        {
            "access_denied" => VerificationOutcome.Declined,
            "interaction_required" or "login_required" or "consent_required" or "account_selection_required" =>
                VerificationOutcome.InteractionRequired,
            "server_error" or "temporarily_unavailable" => VerificationOutcome.ProviderUnavailable,
            _ => VerificationOutcome.NotCompleted,
        };

    /// <summary>A refused code is the visitor's affair; anything else is the provider's, or our registration's.</summary>
    public static VerificationOutcome OutcomeOf(Exception failure) =>
        failure is MsalServiceException { ErrorCode: MsalError.InvalidGrantError or MsalError.InteractionRequired }
            ? VerificationOutcome.NotCompleted
            : VerificationOutcome.ProviderUnavailable;

    /// <summary>Whether this is how talking to the provider fails.</summary>
    public static bool IsProviders(Exception failure) =>
        failure is MsalException or HttpRequestException or OperationCanceledException;

    public static string ForLog(Exception failure) =>
        failure is MsalException { ErrorCode: var code } ? ForLog(code) : failure.GetType().Name;

    public static string ForLog(string code) =>
        code.Length is > 0 and <= LongestCode && code.All(c => char.IsAsciiLetterLower(c) || c is '_') ? code : "other";
}
