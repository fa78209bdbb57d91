using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>An administrator settles a holder's wish, or confirms what touches an emergency account. Everything is judged again from the state at this moment.</summary>
public static class DecideAssignmentRequest
{
    public static async Task<Decision<AssignmentRequest>> RunAsync(
        IPimUnitOfWork work,
        DecideAssignmentRequestCommand command,
        CancellationToken cancellation
    )
    {
        var request = await work.AssignmentRequests.FindAsync(command.Request, cancellation);
        var decider = await work.Directory.FindPersonAsync(command.Decider, cancellation);
        if (request is null || decider is null)
        {
            return Refusal.Because(ReasonCode.UnknownRequest);
        }

        var right = await AdministratorRights.OverAsync(work, decider.Id, request.Access, cancellation);
        var involved = await work.Directory.PeopleAsync(
            [.. await AssignmentInvolved.OfAsync(work, request, cancellation)],
            cancellation
        );
        var reason = InertText.Clean(command.Reason, ApproverRules.LongestReason);
        if (AssignmentRequestLife.MayDecide(request, right, decider, involved, reason, work.Now) is { } refusal)
        {
            return Refuse(work, request, decider.Id, command.Verdict, refusal);
        }

        var decision = new ApprovalDecision(decider.Id, work.Now, command.Verdict, reason!);
        return command.Verdict is Verdict.Approve
            ? await ApproveAsync(work, request, decision, command, cancellation)
            : await DenyAsync(work, request, decision, cancellation);
    }

    private static async Task<AssignmentRequest> DenyAsync(
        IPimUnitOfWork work,
        AssignmentRequest request,
        ApprovalDecision decision,
        CancellationToken cancellation
    )
    {
        var denied = AssignmentRequestLife.Denied(request, decision);
        await AssignmentProgress.SettleAsync(work, request, denied, decision.By, decision.Reason, cancellation);
        return denied;
    }

    private static async Task<Decision<AssignmentRequest>> ApproveAsync(
        IPimUnitOfWork work,
        AssignmentRequest request,
        ApprovalDecision decision,
        DecideAssignmentRequestCommand command,
        CancellationToken cancellation
    )
    {
        var isWish = request.WaitsFor is PendingReason.AdministratorDecision;
        var decided = request with { Decision = decision, Ask = Ask(request, command, work.Now) };
        var existing = await AssignmentEnding.SettleAsync(
            work,
            await work.Assignments.FindAsync(request.Assignment, cancellation),
            cancellation
        );
        // What an administrator ordered is judged as theirs once more: they may have lost the right meanwhile.
        var right =
            isWish || request.Review is not null
                ? AdministrationRight.Manage
                : await AdministratorRights.OverAsync(work, request.CreatedBy, request.Access, cancellation);
        var facts = await AssignmentFactsReader.ReadAsync(
            work,
            decided,
            existing,
            right,
            command.IsVerified || !isWish,
            cancellation
        );
        var refusal =
            facts is null ? Refusal.Because(ReasonCode.UnknownAccess)
            : isWish ? AssignmentRules.CheckDecided(facts)
            : AssignmentRules.Check(facts);
        if (refusal is { Code: ReasonCode.LastGroupOwner } && request.Action is RequestAction.AdminRemove)
        {
            return await AssignmentProgress.WaitForOwnerAsync(work, request, decided, cancellation);
        }

        if (refusal is not null)
        {
            return Refuse(work, request, decision.By, decision.Verdict, refusal);
        }

        work.Audit.Append(
            AuditEvents.Of(AuditAction.AssignmentRequestApproved, decided, decision.By, null, decision.Reason)
        );
        return await AssignmentProgress.CarryOutAsync(work, request, decided, facts!, cancellation);
    }

    // A start that has passed meanwhile means at once, as it does in an order: what begins later begins no earlier by it.
    private static AssignmentAsk Ask(
        AssignmentRequest request,
        DecideAssignmentRequestCommand command,
        DateTimeOffset now
    )
    {
        var ask =
            request.WaitsFor is PendingReason.AdministratorDecision && command.Instead is { } instead
                ? instead with
                {
                    Justification = request.Ask.Justification,
                }
                : request.Ask;
        return request.Action is not RequestAction.AdminRemove && ask.Start <= now ? ask with { Start = null } : ask;
    }

    // A click on a card that is settled already is no event of security; anything else is.
    private static Refusal Refuse(
        IPimUnitOfWork work,
        AssignmentRequest request,
        PersonId decider,
        Verdict verdict,
        Refusal refusal
    )
    {
        if (
            refusal.Code
            is not (ReasonCode.AlreadyDecided or ReasonCode.NotPendingDecision or ReasonCode.DecisionReasonRequired)
        )
        {
            work.Audit.Append(
                AuditEvents.Of(AuditAction.DecisionRefused, request, decider, $"{verdict}:{AuditEvents.Codes(refusal)}")
            );
        }

        return refusal;
    }
}
