namespace PimBot.Channel.Auth;

/// <summary>Why a request was refused. Logged by name and number; neither goes to the caller.</summary>
internal enum AuthReason
{
    /// <summary>No <c>Authorization</c> header.</summary>
    HeaderMissing = 1,
    HeaderDoubled = 2,
    NotBearer = 3,
    TokenTooLong = 4,

    /// <summary>Not three base64url parts whose first two are JSON objects without duplicate keys.</summary>
    TokenMalformed = 5,
    AlgorithmNotAllowed = 6,

    /// <summary>A header that would change how the token is checked: <c>crit</c>, <c>jku</c>, <c>x5c</c> and the like.</summary>
    HeaderNotAllowed = 7,
    KeyIdMissing = 8,
    IssuerMismatch = 9,
    AudienceMismatch = 10,
    ExpiryMissing = 11,
    Expired = 12,
    NotYetValid = 13,
    KeyUnknown = 14,

    /// <summary>No signing keys have been fetched that may still serve: nothing can be checked.</summary>
    KeysUnavailable = 15,
    SignatureInvalid = 16,
    ServiceUrlClaimMissing = 17,
    ServiceUrlMismatch = 18,
    ChannelNotEndorsed = 19,
    ServiceHostNotAllowed = 20,
    TenantsDisagree = 21,
    TenantNotAllowed = 22,

    /// <summary>A token of Microsoft Entra ID whose <c>ver</c> is not the one that belongs to its issuer.</summary>
    TokenVersionMismatch = 23,
    TokenTenantMismatch = 24,

    /// <summary>A token of Microsoft Entra ID of an application that is not listed, or of a person.</summary>
    CallerNotAllowed = 25,

    /// <summary>More tokens wait for keys or for a look at their signature than can be served soon: nothing is known to be wrong with this one.</summary>
    TooManyTokens = 26,

    /// <summary>A token that an application got for itself, or that says of no person whom it stands for.</summary>
    NotAPerson = 27,

    /// <summary>A person's token without the scope that the application must have been given.</summary>
    ScopeMissing = 28,
}
