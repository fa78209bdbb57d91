using PimBot.Domain.Access;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Activations;

/// <summary>
/// Every change of a request's state, as pure functions: the request and the facts in, its next version or a refusal
/// out. Each refuses by itself what its state does not allow, so that a terminal request never changes; the steps that
/// no person asks for throw <see cref="InvalidOperationException"/> instead, for only a broken caller can ask.
/// </summary>
public static class RequestLife
{
    /// <summary>How long a person has to verify (ours).</summary>
    public static readonly TimeSpan VerificationWindow = TimeSpan.FromMinutes(15);

    public static Decision<ActivationRequest> Create(RequestId id, ActivationFacts facts)
    {
        if (PolicyEvaluator.Check(facts) is { } refusal)
        {
            return refusal;
        }

        var request = new ActivationRequest
        {
            Id = id,
            Action = facts.Extends is null ? RequestAction.SelfActivate : RequestAction.SelfExtend,
            Requester = facts.Requester.Id,
            Access = facts.Access,
            State = RequestState.PendingProvisioning,
            CreatedAt = facts.Now,
            Ask = facts.Ask.Start <= facts.Now ? facts.Ask with { Start = null } : facts.Ask,
            Policy = facts.Policy,
            Extends = facts.Extends?.Id,
        };
        return Move(request, facts);
    }

    /// <summary>A proof arrived: on to approval, waiting or provisioning, after all rules were checked again.</summary>
    public static Decision<ActivationRequest> Verify(
        ActivationRequest request,
        VerificationProof proof,
        ActivationFacts facts
    )
    {
        if (request.State is not RequestState.AwaitingVerification)
        {
            return Refusal.Because(ReasonCode.NotAwaitingVerification);
        }

        if (facts.Now >= request.VerifyBy)
        {
            return Refusal.Because(ReasonCode.VerificationWindowPassed, at: request.VerifyBy);
        }

        if (proof.At < request.CreatedAt || proof.At > facts.Now)
        {
            return Refusal.Because(ReasonCode.VerificationStale);
        }

        return Proceed(request with { Proof = proof }, facts);
    }

    /// <summary>The approver's word, after <see cref="ApproverRules.MayDecide"/> allowed this person: approval checks all rules again.</summary>
    public static Decision<ActivationRequest> Decide(
        ActivationRequest request,
        ApprovalDecision decision,
        ActivationFacts facts
    )
    {
        if (request.Decision is { } first)
        {
            return Refusal.Because(ReasonCode.AlreadyDecided, first.By, first.At);
        }

        if (request.State is not RequestState.PendingApproval)
        {
            return Refusal.Because(ReasonCode.NotAwaitingApproval, request.Outcome?.By, request.Outcome?.At);
        }

        if (facts.Now >= request.DecideBy)
        {
            return Refusal.Because(ReasonCode.DecisionWindowPassed, at: request.DecideBy);
        }

        var decided = request with { Decision = decision };
        return decision.Verdict is Verdict.Approve
            ? Proceed(decided, facts)
            : End(decided, RequestState.Denied, facts.Now, decision.By, null);
    }

    /// <summary>The requester's second thoughts. Access that is already being given is ended instead.</summary>
    /// <param name="request">The request.</param>
    /// <param name="by">Who.</param>
    /// <param name="isAdministrator">Whether they manage the role at its scope, and may cancel anybody's.</param>
    /// <param name="now">The present.</param>
    public static Decision<ActivationRequest> Cancel(
        ActivationRequest request,
        PersonId by,
        bool isAdministrator,
        DateTimeOffset now
    ) =>
        request switch
        {
            _ when request.Requester != by && !isAdministrator => Refusal.Because(ReasonCode.NotYours),
            { IsPending: true } => End(request, RequestState.Canceled, now, by, null),
            _ => Refusal.Because(ReasonCode.NothingToCancel, request.Outcome?.By, request.Outcome?.At),
        };

    /// <summary>
    /// What time does: verification and decision windows pass, and a start is reached, when everything is checked
    /// again. Null when nothing is due.
    /// </summary>
    public static ActivationRequest? Advance(ActivationRequest request, ActivationFacts facts) =>
        request.NextDue is { } due && due <= facts.Now
            ? request.State switch
            {
                RequestState.Granted => Proceed(request, facts),
                RequestState.AwaitingVerification => End(
                    request,
                    RequestState.TimedOut,
                    facts.Now,
                    null,
                    ReasonCode.VerificationWindowPassed
                ),
                _ => End(request, RequestState.TimedOut, facts.Now, null, ReasonCode.DecisionWindowPassed),
            }
            : null;

    /// <summary>The requester changed the role's settings: this request goes on under those that held before (PIM's spirit: nobody bends their own rules).</summary>
    /// <param name="request">A pending request.</param>
    /// <param name="before">The settings that held for it before the change.</param>
    public static ActivationRequest Freeze(ActivationRequest request, RolePolicy before) =>
        request.IsPolicyFrozen
            ? request
            : request with
            {
                IsPolicyFrozen = true,
                Policy = request.Policy.TightenedBy(before),
            };

    /// <summary>Another administrator changed the role's settings: what became stricter holds for this request at once.</summary>
    public static ActivationRequest Tighten(ActivationRequest request, RolePolicy after, DateTimeOffset now)
    {
        var next = request;
        if (
            request is { State: RequestState.PendingApproval, DecideBy: { } until }
            && after.Activation.Window < request.Policy.Activation.Window
        )
        {
            // A shorter window is counted from when approvers were asked, and closes now at the earliest.
            var closes = until - request.Policy.Activation.Window + after.Activation.Window;
            next = next with
            {
                DecideBy = closes < now ? now : closes,
                Policy = WithWindow(request.Policy, after.Activation.Window),
            };
        }

        return next.IsPolicyFrozen
            ? next with
            {
                Policy = next.Policy.TightenedBy(after) with
                {
                    Activation = next.Policy.TightenedBy(after).Activation with
                    {
                        Approvers = next.Policy.Activation.Requires(ActivationRequirements.Approval)
                            ? next.Policy.Activation.Approvers
                            : after.Activation.Approvers,
                    },
                },
            }
            : next;
    }

    /// <summary>No approver is left: those who manage the scope decide.</summary>
    public static ActivationRequest Escalate(ActivationRequest request, IEnumerable<PersonId> administrators) =>
        request.State is RequestState.PendingApproval
            ? request with
            {
                IsEscalated = true,
                Asked = [.. request.Asked.Union(administrators)],
            }
            : throw Impossible(request, RequestState.PendingApproval);

    /// <summary>The target gave access, or the running activation was prolonged.</summary>
    public static ActivationRequest Provisioned(ActivationRequest request, GrantId grant) =>
        request.State is RequestState.PendingProvisioning
            ? request with
            {
                State = RequestState.Provisioned,
                Grant = grant,
            }
            : throw Impossible(request, RequestState.Provisioned);

    /// <summary>Access came to an end.</summary>
    public static ActivationRequest Revoked(ActivationRequest request, DateTimeOffset now, PersonId? by) =>
        request.State is RequestState.Provisioned
            ? End(request, RequestState.Revoked, now, by, null)
            : throw Impossible(request, RequestState.Revoked);

    /// <summary>Access can't be given after all.</summary>
    public static ActivationRequest Failed(ActivationRequest request, DateTimeOffset now, ReasonCode code) =>
        request.IsPending
            ? End(request, RequestState.Failed, now, null, code)
            : throw Impossible(request, RequestState.Failed);

    private static ActivationRequest Proceed(ActivationRequest request, ActivationFacts facts)
    {
        var known = facts with { Proof = request.Proof, IsApproved = request.Decision is { Verdict: Verdict.Approve } };
        return PolicyEvaluator.CheckRules(known) is { } refusal
            ? End(request, RequestState.Failed, facts.Now, null, refusal.Code)
            : Move(request, known);
    }

    private static ActivationRequest Move(ActivationRequest request, ActivationFacts facts)
    {
        var next = PolicyEvaluator.NextState(facts);
        return next switch
        {
            RequestState.AwaitingVerification => request with
            {
                State = next,
                VerifyBy = facts.Now + VerificationWindow,
            },
            RequestState.PendingApproval => request with
            {
                State = next,
                DecideBy = facts.Now + facts.Policy.Activation.Window,
                Policy = WithWindow(request.Policy, facts.Policy.Activation.Window),
                Asked = [.. facts.Approvers.Select(p => p.Id)],
            },
            _ => request with { State = next },
        };
    }

    // The window that a request waits by is pinned, so that a later change can tell when approvers were asked.
    private static RolePolicy WithWindow(RolePolicy policy, TimeSpan window) =>
        policy with
        {
            Activation = policy.Activation with { Window = window },
        };

    private static ActivationRequest End(
        ActivationRequest request,
        RequestState state,
        DateTimeOffset now,
        PersonId? by,
        ReasonCode? code
    ) => request with { State = state, Outcome = new RequestOutcome(now, by, code) };

    private static InvalidOperationException Impossible(ActivationRequest request, RequestState next) =>
        new($"Request {request.Id} is {request.State} and can't become {next}.");
}
