namespace PimBot.Verification;

/// <summary>What a visit of the verification page came to. Each has its page.</summary>
internal enum VerificationOutcome
{
    /// <summary>The request waits: the page asks to sign in.</summary>
    Open = 1,
    Verified,

    /// <summary>An administrator proved to be themselves.</summary>
    AdministratorVerified,

    /// <summary>Whoever asked for a copy of the audit proved to be themselves: the page gives the key for it.</summary>
    ExportReady,

    /// <summary>Proven, and refused by a rule all the same, for example because the account was disabled meanwhile.</summary>
    NotGranted,

    UnknownRequest,

    /// <summary>The request does not wait for verification any more.</summary>
    Settled,
    TooLate,

    /// <summary>What an administrator was asked with it is too long ago.</summary>
    LinkTooOld,

    /// <summary>The requester is disabled or gone.</summary>
    AccountRefused,

    /// <summary>The form was not sent by our own page.</summary>
    NotFromThePage,

    /// <summary>The state is unknown, used, too old, or another browser's.</summary>
    SignInSpent,
    Declined,
    InteractionRequired,
    NotCompleted,
    ProviderUnavailable,

    NotBelieved,
    OtherPerson,
    SignInTooOld,
    NoSecondFactor,
}
