using PimBot.Domain.Access;

namespace PimBot.Domain.Policies;

/// <summary>A decision against a command: a reason code, and what a person needs to know to find the way out.</summary>
public sealed record Refusal
{
    public required ReasonCode Code { get; init; }

    /// <summary>Every broken rule of the policy, most important first; empty when no policy rule is the cause.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; init; } = [];

    /// <summary>Every impossible setting, where a policy was refused.</summary>
    public IReadOnlyList<PolicyFault> Faults { get; init; } = [];

    /// <summary>Who did it first, where that is the cause.</summary>
    public PersonId? By { get; init; }

    /// <summary>The instant that matters: when it was decided, ended, or from when it is possible.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Graph's error code for this refusal, as PIM's API names it.</summary>
    public string ErrorCode =>
        Code switch
        {
            ReasonCode.RoleAlreadyActive or ReasonCode.AssignmentExists => "RoleAssignmentExists",
            ReasonCode.NotActive or ReasonCode.UnknownAssignment => "RoleAssignmentDoesNotExist",
            ReasonCode.RequestAlreadyPending or ReasonCode.ExtensionPending or ReasonCode.AssignmentRequestPending =>
                "PendingRoleAssignmentRequest",
            ReasonCode.ActiveDurationTooShort or ReasonCode.AssignmentTooYoung => "ActiveDurationTooShort",
            ReasonCode.UnknownRequest
            or ReasonCode.NotYours
            or ReasonCode.UnknownAccess
            or ReasonCode.UnknownPrincipal
            or ReasonCode.UnknownAlert
            or ReasonCode.UnknownIncident
            or ReasonCode.UnknownReview => "ResourceNotFound",
            ReasonCode.NotAnApprover
            or ReasonCode.RequesterCannotDecide
            or ReasonCode.NotAdministrator
            or ReasonCode.NotGlobalAdministrator
            or ReasonCode.AnotherAdministratorNeeded
            or ReasonCode.ReviewOfOneself => "UnauthorizedAccess",
            ReasonCode.LastAdministrator => "LastAdministratorCannotBeRemoved",
            ReasonCode.LastGroupOwner => "LastOwnerCannotBeRemoved",
            ReasonCode.ChangedMeanwhile => "ChangedMeanwhile",
            ReasonCode.AlertThresholdImpossible => "InvalidAlertConfiguration",
            ReasonCode.AlertNotActive
            or ReasonCode.AlertNotDismissed
            or ReasonCode.AlertHasNoFix
            or ReasonCode.OutsideAccessOfEmergencyAccount
            or ReasonCode.RemovalOrderedAlready
            or ReasonCode.IncidentOver => "AlertCannotBeChanged",
            ReasonCode.PolicyInvalid or ReasonCode.LastApprover => "InvalidPolicy",
            ReasonCode.AlreadyDecided
            or ReasonCode.NotPendingDecision
            or ReasonCode.NotAwaitingApproval
            or ReasonCode.NothingToCancel
            or ReasonCode.NotAwaitingVerification => "RequestAlreadySettled",
            ReasonCode.ReviewAlreadyRunning => "AccessReviewAlreadyRunning",
            ReasonCode.ReviewNotInProgress or ReasonCode.ReviewNotCompleted => "AccessReviewStateConflict",
            >= ReasonCode.ReviewStartInPast and <= ReasonCode.RecommendationsNotShown => "InvalidAccessReview",
            _ => "RoleAssignmentRequestPolicyValidationFailed",
        };

    public static Refusal Because(ReasonCode code, PersonId? by = null, DateTimeOffset? at = null) =>
        new()
        {
            Code = code,
            By = by,
            At = at,
        };

    /// <summary>Refused by one or more rules; the first gives the code.</summary>
    public static Refusal Of(IReadOnlyList<RuleViolation> violations) =>
        new() { Code = violations[0].Code, Violations = violations };
}
