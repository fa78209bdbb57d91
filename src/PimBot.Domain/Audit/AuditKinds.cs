namespace PimBot.Domain.Audit;

/// <summary>Which kind each action is of.</summary>
public static class AuditKinds
{
    private static readonly Dictionary<AuditKind, AuditAction[]> Actions = new()
    {
        [AuditKind.Activations] =
        [
            AuditAction.ActivationRequested,
            AuditAction.ActivationRefused,
            AuditAction.VerificationPassed,
            AuditAction.VerificationFailed,
            AuditAction.RequestCanceled,
            AuditAction.RequestTimedOut,
            AuditAction.RequestFailed,
            AuditAction.StartReached,
            AuditAction.CancellationRefused,
        ],
        [AuditKind.Approvals] =
        [
            AuditAction.RequestApproved,
            AuditAction.RequestDenied,
            AuditAction.DecisionRefused,
            AuditAction.ApprovalEscalated,
            AuditAction.AssignmentRequestApproved,
            AuditAction.AssignmentRequestDenied,
        ],
        [AuditKind.Access] =
        [
            AuditAction.AccessGranted,
            AuditAction.AccessExtended,
            AuditAction.AccessEnded,
            AuditAction.AccessRevoked,
            AuditAction.TargetFailed,
            AuditAction.EndRefused,
        ],
        [AuditKind.Assignments] =
        [
            AuditAction.AssignmentAdded,
            AuditAction.AssignmentChanged,
            AuditAction.AssignmentRemoved,
            AuditAction.AssignmentEnded,
            AuditAction.AssignmentRefused,
            AuditAction.AssignmentRequested,
            AuditAction.AssignmentRequestCanceled,
            AuditAction.AssignmentRequestTimedOut,
            AuditAction.AssignmentRequestFailed,
            AuditAction.LastHolderKept,
            AuditAction.AssignmentProvisioned,
            AuditAction.AssignmentDeprovisioned,
        ],
        [AuditKind.Settings] = [AuditAction.PolicyChanged, AuditAction.PolicyChangeRefused],
        [AuditKind.Administration] =
        [
            AuditAction.DirectoryLoaded,
            AuditAction.DirectoryChanged,
            AuditAction.AdministrationRefused,
            AuditAction.AccessElevated,
            AuditAction.ElevationEnded,
            AuditAction.SetUp,
            AuditAction.SetUpRefused,
            AuditAction.ApiRefused,
            AuditAction.TurnRefused,
            AuditAction.AuditExported,
            AuditAction.AuditEntriesDeleted,
            AuditAction.AuditAnchorFailed,
            AuditAction.AuditAnchorRestored,
            AuditAction.AuditFeedFailed,
            AuditAction.AuditFeedRestored,
        ],
        [AuditKind.Reviews] =
        [
            AuditAction.ReviewCreated,
            AuditAction.ReviewStarted,
            AuditAction.ReviewMissed,
            AuditAction.ReviewPutOff,
            AuditAction.ReviewAnswered,
            AuditAction.ReviewAnswerRefused,
            AuditAction.ReviewReset,
            AuditAction.ReviewStopped,
            AuditAction.ReviewReminded,
            AuditAction.ReviewCompleted,
            AuditAction.ReviewApplying,
            AuditAction.ReviewApplied,
            AuditAction.ReviewItemSettled,
            AuditAction.ReviewRefused,
            AuditAction.ReviewerReplaced,
            AuditAction.ReviewExported,
        ],
        [AuditKind.Alerts] =
        [
            AuditAction.AlertIncidentOpened,
            AuditAction.AlertIncidentClosed,
            AuditAction.AlertReactivated,
            AuditAction.AlertDismissed,
            AuditAction.AlertRestored,
            AuditAction.AlertConfigured,
            AuditAction.AlertIncidentFixed,
            AuditAction.AlertChangeRefused,
            AuditAction.OutsideAccessRemovalOrdered,
            AuditAction.OutsideAccessRemoved,
            AuditAction.OutsideAccessAdopted,
            AuditAction.AlertScanRequested,
        ],
        [AuditKind.Notices] = [AuditAction.PersonUnreachable, AuditAction.NotificationFailed],
    };

    private static readonly Dictionary<AuditAction, AuditKind> Kinds = Actions
        .SelectMany(pair => pair.Value.Select(action => (action, pair.Key)))
        .ToDictionary(pair => pair.action, pair => pair.Key);

    public static AuditKind Of(AuditAction action) => Kinds.GetValueOrDefault(action, AuditKind.Other);

    public static IReadOnlySet<AuditAction> In(AuditKind kind) =>
        Enum.GetValues<AuditAction>().Where(action => Of(action) == kind).ToHashSet();
}
