using System.Text.Json;
using PimBot.Application.Activations;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Makes the target give what a grant promises. The time of the activation starts when the target did.</summary>
public sealed class EnsureGrantedHandler(IPimStore store, IAccessTarget target) : IOutboxHandler
{
    /// <summary>From this failure on the holder is told that it takes longer.</summary>
    private const int FailuresBeforeWord = 3;

    public string Kind => OutboxKinds.EnsureGranted;

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var asked = JsonSerializer.Deserialize<TargetGrant>(message.Payload, JsonSerializerOptions.Web)!;
        var wanted = await store.CommitAsync((work, stop) => StillWantedAsync(work, asked.Id, stop), cancellation);
        if (!wanted)
        {
            return OutboxResult.Done;
        }

        var result = await target.EnsureGrantedAsync(asked, cancellation);
        return result.Outcome switch
        {
            TargetOutcome.Done => OutboxResult.DoneAnd((work, stop) => GrantedAsync(work, asked.Id, stop)),
            TargetOutcome.Refused => OutboxResult.DoneAnd(
                (work, stop) => RefusedAsync(work, asked.Id, result.Detail ?? "refused", stop)
            ),
            _ => new OutboxResult(
                result.Detail ?? "unavailable",
                Record: (work, stop) => DelayedAsync(work, asked.Id, result.Detail ?? "unavailable", stop)
            ),
        };
    }

    /// <summary>What was given after it had been taken away by somebody else is taken away once more.</summary>
    public async Task LostAsync(IPimUnitOfWork work, OutboxMessage message, CancellationToken cancellation)
    {
        var asked = JsonSerializer.Deserialize<TargetGrant>(message.Payload, JsonSerializerOptions.Web)!;
        var grant = await work.Grants.FindAsync(asked.Id, cancellation);
        if (grant?.State is GrantState.Revoking or GrantState.Revoked)
        {
            work.EnsureRevoked(grant, $"after {message.Fence}");
        }
    }

    // The last look before access is really given: between approval and now the person may have been disabled, or the
    // policy made stricter.
    private static async Task<bool> StillWantedAsync(IPimUnitOfWork work, GrantId id, CancellationToken cancellation)
    {
        if (await FindWaitingAsync(work, id, cancellation) is not var (grant, request))
        {
            return false;
        }

        var facts = await ActivationFactsReader.ForNextStepAsync(work, request, cancellation);
        if (Objection(request, facts) is not { } objection)
        {
            return true;
        }

        Fail(work, grant, request, objection);
        return false;
    }

    // Null when the request would still be provisioned if it were judged now: when the target was down, it was approved
    // and verified long ago.
    private static ReasonCode? Objection(ActivationRequest request, ActivationFacts facts)
    {
        var known = facts with { IsApproved = request.Decision is { Verdict: Verdict.Approve } };
        return PolicyEvaluator.CheckRules(known) is { } refusal ? refusal.Code
            : PolicyEvaluator.NextState(known) is not RequestState.PendingProvisioning ? ReasonCode.PolicyTightened
            : null;
    }

    private static async Task GrantedAsync(IPimUnitOfWork work, GrantId id, CancellationToken cancellation)
    {
        if (await FindWaitingAsync(work, id, cancellation) is not var (grant, request))
        {
            return;
        }

        var facts = await ActivationFactsReader.ForNextStepAsync(work, request, cancellation);
        if (Objection(request, facts) is { } objection)
        {
            Fail(work, grant, request, objection);
            return;
        }

        var active = GrantLife.Granted(grant, work.Now, facts.EligibleUntil);
        var provisioned = RequestLife.Provisioned(request, active.Id);
        work.Grants.Update(grant, active);
        work.Requests.Update(request, provisioned);
        work.Audit.Append(
            AuditEvents.Of(
                AuditAction.AccessGranted,
                provisioned,
                null,
                detail: active.Until?.UtcDateTime.ToString("O")
            )
        );
        work.Tell(NoticeKind.RequestChanged, provisioned.Requester, provisioned);
        await ActivationWord.ActivatedAsync(work, provisioned, facts.Policy, cancellation);
    }

    private static async Task DelayedAsync(
        IPimUnitOfWork work,
        GrantId id,
        string error,
        CancellationToken cancellation
    )
    {
        if (await work.Grants.FindAsync(id, cancellation) is not { State: GrantState.Provisioning } grant)
        {
            return;
        }

        var delayed = GrantLife.Delayed(grant, error);
        work.Grants.Update(grant, delayed);
        if (delayed.Failures is 1 or FailuresBeforeWord)
        {
            work.Audit.Append(AuditEvents.Of(AuditAction.TargetFailed, delayed, null, detail: error));
        }

        if (delayed.Failures == FailuresBeforeWord)
        {
            work.Tell(NoticeKind.RequestChanged, grant.Person, new RequestId(grant.Id.Value), "delayed");
        }
    }

    private static async Task RefusedAsync(
        IPimUnitOfWork work,
        GrantId id,
        string detail,
        CancellationToken cancellation
    )
    {
        if (await FindWaitingAsync(work, id, cancellation) is var (grant, request))
        {
            work.Audit.Append(AuditEvents.Of(AuditAction.TargetFailed, grant, null, detail: detail));
            Fail(work, grant, request, ReasonCode.TargetRefused);
        }
    }

    // An earlier attempt may have had its effect without telling: what is not wanted is taken back, never assumed absent.
    private static void Fail(IPimUnitOfWork work, Grant grant, ActivationRequest request, ReasonCode code)
    {
        var cause = code switch
        {
            ReasonCode.PersonDisabled => GrantEndCause.PersonDisabled,
            ReasonCode.TargetRefused => GrantEndCause.TargetRefused,
            _ => GrantEndCause.EligibilityEnded,
        };
        var failed = RequestLife.Failed(request, work.Now, code);
        var ended = GrantLife.End(grant, work.Now, cause, null);
        work.Grants.Update(grant, ended);
        work.EnsureRevoked(ended);
        work.Audit.Append(AuditEvents.Of(AuditAction.RequestFailed, failed, null, detail: code.ToString()));
        RequestProgress.End(work, request, failed, tellRequester: true);
    }

    // Both are asked: with several writers the request may be canceled between the one read and the other.
    private static async Task<(Grant Grant, ActivationRequest Request)?> FindWaitingAsync(
        IPimUnitOfWork work,
        GrantId id,
        CancellationToken cancellation
    ) =>
        await work.Grants.FindAsync(id, cancellation) is { State: GrantState.Provisioning } grant
        && await work.Requests.FindAsync(new RequestId(id.Value), cancellation)
            is { State: RequestState.PendingProvisioning } request
            ? (grant, request)
            : null;
}
