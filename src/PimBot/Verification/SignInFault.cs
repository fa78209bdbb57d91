namespace PimBot.Verification;

/// <summary>Why a sign-in is no proof. The names are logged and audited.</summary>
internal enum SignInFault
{
    /// <summary>Not an RS256 token, no claims to be read, or too long.</summary>
    TokenMalformed = 1,
    KeyUnknown,
    SignatureWrong,
    IssuerWrong,
    AudienceWrong,
    NonceWrong,
    Expired,
    NotYetValid,

    /// <summary>From here on the token is the provider's own, meant for this sign-in.</summary>
    OtherTenant = 20,
    OtherPerson,

    /// <summary>Without <c>auth_time</c>, or with one that is too long ago or in the future.</summary>
    SignInTooOld,
    NoSecondFactor,
}
