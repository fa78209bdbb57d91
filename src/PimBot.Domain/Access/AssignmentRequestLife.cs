using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Access;

/// <summary>Every change of an assignment request's state, as pure functions.</summary>
public static class AssignmentRequestLife
{
    /// <summary>How long a wish or a confirmation may wait, and how long the removal of a last owner is tried again (30 days; for the latter PIM's).</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    /// <summary>How often the removal of a last owner is tried again (ours).</summary>
    public static readonly TimeSpan RetryEvery = TimeSpan.FromHours(1);

    /// <summary>It waits for an administrator, or for a last owner to be the last no longer.</summary>
    public static AssignmentRequest Wait(AssignmentRequest request, PendingReason reason, DateTimeOffset now) =>
        request with
        {
            State =
                reason is PendingReason.AnotherOwner
                    ? RequestState.PendingProvisioning
                    : RequestState.PendingAdminDecision,
            WaitsFor = reason,
            DecideBy = now + LongestWait,
            RetryAt = reason is PendingReason.AnotherOwner ? now + RetryEvery : null,
        };

    /// <summary>It was tried again in vain.</summary>
    public static AssignmentRequest TryLater(AssignmentRequest request, DateTimeOffset now) =>
        request with
        {
            RetryAt = now + RetryEvery,
        };

    /// <summary>It was carried out: a start ahead makes it <see cref="RequestState.ScheduleCreated"/>, a removal <see cref="RequestState.Revoked"/>.</summary>
    public static AssignmentRequest Done(AssignmentRequest request, DateTimeOffset now) =>
        Settled(
            request,
            request.Action is RequestAction.AdminRemove ? RequestState.Revoked
                : request.Ask.Start > now ? RequestState.ScheduleCreated
                : RequestState.Provisioned,
            now,
            request.Decision?.By,
            null
        );

    public static AssignmentRequest Denied(AssignmentRequest request, ApprovalDecision decision) =>
        Settled(request with { Decision = decision }, RequestState.Denied, decision.At, decision.By, null);

    public static AssignmentRequest Canceled(AssignmentRequest request, DateTimeOffset now, PersonId by) =>
        Settled(request, RequestState.Canceled, now, by, null);

    public static AssignmentRequest Failed(AssignmentRequest request, DateTimeOffset now, ReasonCode code) =>
        Settled(request, RequestState.Failed, now, null, code);

    public static AssignmentRequest TimedOut(AssignmentRequest request, DateTimeOffset now) =>
        Settled(request, RequestState.TimedOut, now, null, ReasonCode.DecisionWindowPassed);

    /// <summary>
    /// Who may decide on what waits for an administrator: one who manages the scope, and neither the one who asked nor
    /// the holder, nor who denied it in a review, nor an account linked to any of them.
    /// </summary>
    public static Refusal? MayDecide(
        AssignmentRequest request,
        AdministrationRight right,
        Person decider,
        IEnumerable<Person> involved,
        string? reason,
        DateTimeOffset now
    ) =>
        request switch
        {
            _ when right is not AdministrationRight.Manage => Refusal.Because(ReasonCode.UnknownRequest),
            { Decision: { } first } => Refusal.Because(ReasonCode.AlreadyDecided, first.By, first.At),
            { WaitsFor: not (PendingReason.AdministratorDecision or PendingReason.SecondAdministrator) } =>
                Refusal.Because(ReasonCode.NotPendingDecision, request.Outcome?.By, request.Outcome?.At),
            _ when involved.Any(decider.IsSameHumanAs) => Refusal.Because(
                request.WaitsFor is PendingReason.SecondAdministrator
                    ? ReasonCode.AnotherAdministratorNeeded
                    : ReasonCode.RequesterCannotDecide
            ),
            _ when now >= request.DecideBy => Refusal.Because(ReasonCode.DecisionWindowPassed, at: request.DecideBy),
            _ when string.IsNullOrWhiteSpace(reason) => Refusal.Because(ReasonCode.DecisionReasonRequired),
            _ => null,
        };

    private static AssignmentRequest Settled(
        AssignmentRequest request,
        RequestState state,
        DateTimeOffset now,
        PersonId? by,
        ReasonCode? code
    ) => request with { State = state, WaitsFor = null, RetryAt = null, Outcome = new RequestOutcome(now, by, code) };
}
