using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>What the rules say to decisions on what waits for somebody.</summary>
internal sealed class WishReference(Realm realm, AssignmentReference assignments, Passing passing)
{
    public HashSet<ReasonCode> Decide(Wish wish, DecideAssignmentRequestCommand decision)
    {
        var holder = wish.Of.To.Person;
        if (realm.Right(decision.Decider, wish.Of.Access) is not AdministrationRight.Manage)
        {
            return [ReasonCode.UnknownRequest];
        }

        if (wish.WaitsFor is null or PendingReason.AnotherOwner)
        {
            return [ReasonCode.NotPendingDecision, ReasonCode.AlreadyDecided];
        }

        if (
            realm.AreOneHuman(decision.Decider, wish.By)
            || (holder is { } person && realm.AreOneHuman(decision.Decider, person))
        )
        {
            return [ReasonCode.AnotherAdministratorNeeded, ReasonCode.RequesterCannotDecide];
        }

        if (realm.Now >= wish.DecideBy)
        {
            return [ReasonCode.DecisionWindowPassed];
        }

        if (decision.Reason is null)
        {
            return [ReasonCode.DecisionReasonRequired];
        }

        if (decision.Verdict is Verdict.Deny)
        {
            return [];
        }

        if (realm.Standings.Contains(wish.Of))
        {
            passing.Settle(wish.Of);
        }

        return Again(wish, Decided(wish, decision), decision.IsVerified);
    }

    /// <summary>What is judged once more when it is carried out after waiting; a wish was made in time if it was made in time.</summary>
    public HashSet<ReasonCode> Again(Wish wish, AssignmentAsk ask, bool isVerified)
    {
        var isNew = wish.Action is RequestAction.AdminAssign;
        if (!isNew && !realm.Standings.Contains(wish.Of))
        {
            return [ReasonCode.UnknownAssignment];
        }

        if (wish.WaitsFor is PendingReason.AdministratorDecision)
        {
            return assignments.Change(wish.Of, ask with { Justification = "asked" }, isVerified, isNew: false);
        }

        return realm.Right(wish.By, wish.Of.Access) is AdministrationRight.Manage
            ? assignments.Order(wish.Action, wish.Of, ask, isVerified: true, isNew)
            : [ReasonCode.NotAdministrator, ReasonCode.UnknownAssignment];
    }

    /// <summary>An administrator may decide on other times and another kind than a holder asked for; a second one only confirms.</summary>
    public static AssignmentAsk Decided(Wish wish, DecideAssignmentRequestCommand decision) =>
        wish.WaitsFor is PendingReason.AdministratorDecision ? decision.Instead ?? wish.Ask : wish.Ask;

    public HashSet<ReasonCode> Cancel(Wish wish, PersonId by)
    {
        var may = by == wish.By || realm.Right(by, wish.Of.Access) is AdministrationRight.Manage;
        return !may ? [ReasonCode.UnknownRequest]
            : wish.WaitsFor is null ? [ReasonCode.NothingToCancel]
            : [];
    }

    /// <summary>Another attempt to remove who was the last owner.</summary>
    public void Retry(Wish wish)
    {
        var against = Again(wish, wish.Ask, isVerified: true);
        if (against.Count == 0 && assignments.IsLastOwner(wish.Of) && realm.Now < wish.DecideBy)
        {
            wish.RetryAt = realm.Now.AddHours(1);
            return;
        }

        wish.WaitsFor = null;
        if (against.Count == 0 && !assignments.IsLastOwner(wish.Of))
        {
            assignments.Carry(wish.Action, wish.Of, wish.Ask);
            return;
        }

        realm.Record(AuditAction.AssignmentRequestFailed);
    }
}
