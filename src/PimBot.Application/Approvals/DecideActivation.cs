using PimBot.Application.Activations;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Approvals;

/// <summary>An approver decides. Everything is judged again from the state at this moment; the first decision settles it.</summary>
public static class DecideActivation
{
    public static async Task<Decision<ActivationRequest>> RunAsync(
        IPimUnitOfWork work,
        DecideActivationCommand command,
        CancellationToken cancellation
    )
    {
        var request = await work.Requests.FindAsync(command.Request, cancellation);
        var decider = await work.Directory.FindPersonAsync(command.Decider, cancellation);
        if (request is null || decider is null)
        {
            return Refusal.Because(ReasonCode.UnknownRequest);
        }

        var facts = await ActivationFactsReader.ForNextStepAsync(work, request, cancellation);
        var reason = InertText.Clean(command.Reason, ApproverRules.LongestReason);
        var right = new DecisionFacts
        {
            Now = work.Now,
            Request = request,
            Requester = facts.Requester,
            Decider = decider,
            IsApproverNow = facts.Approvers.Any(a => a.Id == decider.Id),
            WasAsked = request.Asked.Contains(decider.Id),
            Reason = reason,
            IsReasonRequired = facts.Policy.Activation.IsDecisionReasonRequired,
        };
        if (ApproverRules.MayDecide(right) is { } refusal)
        {
            return Refuse(work, request, decider.Id, command.Verdict, refusal);
        }

        var decision = new ApprovalDecision(decider.Id, work.Now, command.Verdict, reason ?? "");
        return await SettleAsync(work, request, decision, facts, cancellation);
    }

    private static async Task<Decision<ActivationRequest>> SettleAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        ApprovalDecision decision,
        ActivationFacts facts,
        CancellationToken cancellation
    )
    {
        var settled = RequestLife.Decide(request, decision, facts);
        if (!settled.IsAllowed)
        {
            return Refuse(work, request, decision.By, decision.Verdict, settled.Refusal);
        }

        var action = decision.Verdict is Verdict.Approve ? AuditAction.RequestApproved : AuditAction.RequestDenied;
        work.Audit.Append(AuditEvents.Of(action, settled.Value, decision.By, decision.Reason));
        if (settled.Value is { State: RequestState.Failed, Outcome.Code: var code })
        {
            work.Audit.Append(AuditEvents.Of(AuditAction.RequestFailed, settled.Value, null, detail: $"{code}"));
        }

        return await RequestProgress.UpdateAsync(work, request, settled.Value, facts, true, cancellation);
    }

    // A click on a card that is settled already is no event of security; anything else is.
    private static Refusal Refuse(
        IPimUnitOfWork work,
        ActivationRequest request,
        PersonId decider,
        Verdict verdict,
        Refusal refusal
    )
    {
        if (
            refusal.Code
            is not (ReasonCode.AlreadyDecided or ReasonCode.NotAwaitingApproval or ReasonCode.DecisionReasonRequired)
        )
        {
            work.Audit.Append(
                AuditEvents.Of(AuditAction.DecisionRefused, request, decider, detail: $"{verdict}:{refusal.Code}")
            );
        }

        return refusal;
    }
}
