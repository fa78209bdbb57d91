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

    /// <summary>A one-time review or a series was made.</summary>
    ReviewCreated = 80,

    /// <summary>An occurrence began; its members are fixed.</summary>
    ReviewStarted = 81,

    /// <summary>Occurrences whose time passed while nothing ran: they are not caught up.</summary>
    ReviewMissed = 82,

    /// <summary>An occurrence waits for another review of the same role and scope to end.</summary>
    ReviewPutOff = 83,
    ReviewAnswered = 84,
    ReviewAnswerRefused = 85,
    ReviewReset = 86,
    ReviewStopped = 87,
    ReviewReminded = 88,

    /// <summary>Its time is over and everything is decided.</summary>
    ReviewCompleted = 89,

    /// <summary>The results are applied from now on.</summary>
    ReviewApplying = 90,
    ReviewApplied = 91,

    /// <summary>What became of one member that was to be removed.</summary>
    ReviewItemSettled = 92,
    ReviewRefused = 93,

    /// <summary>A reviewer could not be reached; others answer in their place.</summary>
    ReviewerReplaced = 94,

    /// <summary>Somebody took a copy of its results.</summary>
    ReviewExported = 95,

    AlertIncidentOpened = 100,
    AlertIncidentClosed = 101,
    AlertReactivated = 102,
    AlertDismissed = 103,
    AlertRestored = 104,
    AlertConfigured = 105,
    AlertIncidentFixed = 106,
    AlertChangeRefused = 107,
    OutsideAccessRemovalOrdered = 108,
    OutsideAccessRemoved = 109,
    OutsideAccessAdopted = 110,
    AlertScanRequested = 111,

    AuditEntriesDeleted = 120,
    AuditAnchorFailed = 121,
    AuditAnchorRestored = 122,
    AuditFeedFailed = 123,
    AuditFeedRestored = 124,
    CancellationRefused = 125,
    EndRefused = 126,
    SetUpRefused = 127,
    ApiRefused = 128,
    TurnRefused = 129,
    AuditExported = 130,
}
