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
}
