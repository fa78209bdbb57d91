namespace PimBot.Domain.Audit;

/// <summary>What an audit entry records.</summary>
public enum AuditAction
{
    DirectoryLoaded = 1,

    ActivationRequested = 10,
    ActivationRefused = 11,
    VerificationPassed = 12,
    VerificationFailed = 13,
    RequestApproved = 14,
    RequestDenied = 15,
    DecisionRefused = 16,
    RequestCanceled = 17,
    RequestTimedOut = 18,
    RequestFailed = 19,
    StartReached = 20,

    AccessGranted = 30,
    AccessExtended = 31,
    AccessEnded = 32,
    AccessRevoked = 33,
    TargetFailed = 34,

    PersonUnreachable = 40,
    NotificationFailed = 41,

    AssignmentAdded = 50,
    AssignmentChanged = 51,
    AssignmentRemoved = 52,
    AssignmentEnded = 53,
    AssignmentRefused = 54,
    AssignmentRequested = 55,
    AssignmentRequestApproved = 56,
    AssignmentRequestDenied = 57,
    AssignmentRequestCanceled = 58,
    AssignmentRequestTimedOut = 59,
    AssignmentRequestFailed = 60,
    LastHolderKept = 61,
    AssignmentProvisioned = 62,
    AssignmentDeprovisioned = 63,
    PolicyChanged = 70,
    PolicyChangeRefused = 71,
    AdministrationRefused = 72,
    AccessElevated = 73,
    ElevationEnded = 74,
    SetUp = 75,
    ApprovalEscalated = 76,
    DirectoryChanged = 77,

    AuditExported = 95,
}
