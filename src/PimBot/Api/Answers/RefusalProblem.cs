using PimBot.Application.Work;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Api.Answers;

/// <summary>A refusal as a problem: Graph's code, and the sentences that the chat says.</summary>
internal static class RefusalProblem
{
    /// <param name="work">The unit of work that was refused.</param>
    /// <param name="refusal">Why.</param>
    /// <param name="role">The role that it was about; null: none that may be named.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<ApiProblem> OfAsync(
        IPimUnitOfWork work,
        Refusal refusal,
        RoleId? role,
        CancellationToken cancellation
    )
    {
        var known = role is { } id ? await work.Directory.FindRoleAsync(id, cancellation) : null;
        var people = refusal.By is { } by ? await work.Directory.PeopleAsync([by], cancellation) : [];
        var context = new RefusalContext(work.Now, TimeZoneInfo.Utc, known?.Name ?? "this role", people);
        return new ApiProblem(StatusOf(refusal.Code), refusal.ErrorCode, Refusals.Say(refusal, context))
        {
            Reasons = Reasons(refusal, context),
        };
    }

    /// <summary>404 hides, 403 forbids, 409 is about the present state, 400 about what was asked for.</summary>
    internal static int StatusOf(ReasonCode code) =>
        code switch
        {
            ReasonCode.UnknownRequest
            or ReasonCode.NotYours
            or ReasonCode.UnknownAccess
            or ReasonCode.UnknownAlert
            or ReasonCode.UnknownIncident
            or ReasonCode.UnknownReview
            or ReasonCode.UnknownAssignment => StatusCodes.Status404NotFound,
            ReasonCode.NotEligible
            or ReasonCode.PersonDisabled
            or ReasonCode.PersonKindNotAllowed
            or ReasonCode.NotAnApprover
            or ReasonCode.RequesterCannotDecide
            or ReasonCode.NotAdministrator
            or ReasonCode.NotGlobalAdministrator
            or ReasonCode.AnotherAdministratorNeeded
            or ReasonCode.AdministratorVerificationRequired
            or ReasonCode.PersonalAccountNotAllowed
            or ReasonCode.ReviewOfOneself
            or ReasonCode.ElevationNeeded => StatusCodes.Status403Forbidden,
            ReasonCode.ChangedMeanwhile => StatusCodes.Status412PreconditionFailed,
            ReasonCode.RoleAlreadyActive
            or ReasonCode.RequestAlreadyPending
            or ReasonCode.AlreadyDecided
            or ReasonCode.NotAwaitingApproval
            or ReasonCode.NotPendingDecision
            or ReasonCode.DecisionWindowPassed
            or ReasonCode.NothingToCancel
            or ReasonCode.NotActive
            or ReasonCode.ActiveDurationTooShort
            or ReasonCode.ExtensionPending
            or ReasonCode.ExtensionNotLonger
            or ReasonCode.AssignmentExists
            or ReasonCode.AssignmentTooYoung
            or ReasonCode.AssignmentRequestPending
            or ReasonCode.NothingToChange
            or ReasonCode.StillRunning
            or ReasonCode.ExtensionTooEarly
            or ReasonCode.RenewalTooLate
            or ReasonCode.LastAdministrator
            or ReasonCode.LastGroupOwner
            or ReasonCode.LastApprover
            or ReasonCode.SetUpAlready
            or ReasonCode.AlertNotActive
            or ReasonCode.AlertNotDismissed
            or ReasonCode.RemovalOrderedAlready
            or ReasonCode.IncidentOver
            or ReasonCode.OutsideAccessOfEmergencyAccount
            or ReasonCode.ReviewAlreadyRunning
            or ReasonCode.NothingToReview
            or ReasonCode.ReviewNotInProgress
            or ReasonCode.ReviewNotCompleted
            or ReasonCode.RecommendationsNotShown
            or ReasonCode.NoApproverLeft => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        };

    private static IReadOnlyList<ProblemReason> Reasons(Refusal refusal, RefusalContext context) =>
        refusal switch
        {
            { Faults.Count: > 0 } => [.. refusal.Faults.Select(f => new ProblemReason(f.Rule, f.Code, f.Words))],
            { Violations.Count: > 0 } =>
            [
                .. refusal.Violations.Select(v => new ProblemReason(
                    v.Rule,
                    v.Code.ToString(),
                    Refusals.Say(refusal with { Code = v.Code, Violations = [v] }, context)
                )),
            ],
            _ => [new ProblemReason(null, refusal.Code.ToString(), Refusals.Say(refusal, context))],
        };
}
