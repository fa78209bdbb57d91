namespace PimBot.Domain.Policies;

/// <summary>Why something was refused. Persisted and shown; each has its sentence for people in the bot.</summary>
public enum ReasonCode
{
    NotEligible = 1,
    PersonDisabled = 2,
    PersonKindNotAllowed = 3,
    RoleAlreadyActive = 4,
    RequestAlreadyPending = 5,
    DurationTooShort = 6,
    DurationTooLong = 7,
    DurationNotWholeMinutes = 8,
    JustificationRequired = 9,
    TicketRequired = 10,
    StartInPast = 11,
    StartTooFarAhead = 12,
    EligibilityEndsBeforeStart = 13,
    NoApproverLeft = 14,
    PolicyTightened = 15,

    UnknownRequest = 20,
    AlreadyDecided = 21,
    NotAwaitingApproval = 22,
    NotAnApprover = 23,
    RequesterCannotDecide = 24,
    DecisionReasonRequired = 25,
    DecisionWindowPassed = 26,

    NotYours = 30,
    NothingToCancel = 31,

    NotActive = 40,
    ActiveDurationTooShort = 41,
    ExtensionPending = 42,
    ExtensionNotLonger = 43,

    NotAwaitingVerification = 50,
    VerificationWindowPassed = 51,
    VerificationNotPassed = 52,
    VerificationStale = 53,

    TargetRefused = 60,
}
