using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Scenarios.Model;

/// <summary>What must hold after each step, at rest, and in the end.</summary>
internal sealed class LifeChecks(ReferenceModel model, UnreliableTarget target, WorkRecord record)
{
    /// <summary>The product's requests and grants are the model's, and none more.</summary>
    public void Compare(Snapshot seen, DateTimeOffset now)
    {
        Assert.Empty(record.Faults);
        Assert.Equal(model.Requests.Count, seen.Requests.Count);
        Assert.Equal(model.Grants.Count, seen.Grants.Count);
        foreach (var expected in model.Requests)
        {
            Compare(expected, seen.Requests[expected.Id]);
        }

        foreach (var expected in model.Grants)
        {
            var grant = seen.Grants[expected.Id];
            Assert.Equal((expected.State, expected.From, expected.Until), (grant.State, grant.From, grant.Until));
            Assert.Equal(expected.CountsAt(now), grant.IsActiveAt(now));
        }
    }

    /// <summary>Nothing is owed and nothing is on its way; inside the target is who is inside a window, and nobody else.</summary>
    public async Task AtRestAsync(PimProcess process, Snapshot seen, DateTimeOffset now)
    {
        Assert.DoesNotContain(seen.Grants.Values, g => g.State is GrantState.Provisioning or GrantState.Revoking);
        Assert.DoesNotContain(seen.Requests.Values, r => r.State is RequestState.PendingProvisioning);
        var inside = model.Grants.Where(g => g.CountsAt(now)).Select(g => g.Id).ToHashSet();
        Assert.True(inside.SetEquals(target.Present), "The target holds something else than the windows say.");
        foreach (var person in model.Requests.Select(r => r.Person.Id).Distinct())
        {
            var held = await process.Read(work => AccessReader.HeldAsync(work, person, default));
            Assert.Equal(
                model.Grants.Where(g => g.CountsAt(now) && g.Request.Person.Id == person).Select(g => g.Id).Order(ById),
                held.Select(h => h.Grant!.Id).Order(ById)
            );
        }
    }

    /// <summary>All is over: one end each, one effect each, and a complete audit.</summary>
    public async Task AfterwardsAsync(PimProcess process)
    {
        Assert.Empty(target.Present);
        foreach (var grant in model.Grants)
        {
            var (given, taken) = target.EffectsOf(grant.Id);
            Assert.Equal(given, taken);
            Assert.InRange(given, grant.From is null ? 0 : 1, 1);
        }

        var trail = await process.Read(work => work.Audit.ReadAsync(0, int.MaxValue, default));
        Assert.Null(AuditChain.FirstFault(trail, AuditChain.Beginning, 1));
        foreach (var request in model.Requests)
        {
            CheckAudit(request, [.. trail.Where(e => e.Event.Request == request.Id)]);
            CheckNotices(request);
        }
    }

    private static Comparer<GrantId> ById { get; } = Comparer<GrantId>.Create((a, b) => a.Value.CompareTo(b.Value));

    private static void Compare(ModelRequest expected, ActivationRequest request)
    {
        Assert.Equal(expected.State, request.State);
        Assert.Equal(expected.VerifyBy, request.VerifyBy);
        Assert.Equal(expected.DecideBy, request.DecideBy);
        Assert.Equal(expected.Decider, request.Decision?.By);
        Assert.Equal(expected.Grant?.Id, request.Grant);
        Assert.True(expected.Asked.SetEquals(request.Asked));
        Assert.Equal(request.IsTerminal, request.Outcome is not null);
        if (expected.State is RequestState.Failed)
        {
            Assert.Contains(request.Outcome!.Code!.Value, expected.FailedFor);
        }
    }

    private static void CheckAudit(ModelRequest request, List<AuditEntry> entries)
    {
        void Once(AuditAction action, bool happened) =>
            Assert.Equal((action, happened ? 1 : 0), (action, entries.Count(e => e.Event.Action == action)));

        var (isExtension, wasGiven) = (request.Extends is not null, request.Grant?.From is not null);
        Once(AuditAction.ActivationRequested, true);
        Once(AuditAction.VerificationPassed, request.Verified);
        Once(AuditAction.RequestApproved, request.Approved);
        Once(AuditAction.RequestDenied, request.State is RequestState.Denied);
        Once(AuditAction.RequestCanceled, request.State is RequestState.Canceled);
        Once(AuditAction.RequestTimedOut, request.State is RequestState.TimedOut);
        Once(AuditAction.RequestFailed, request.State is RequestState.Failed);
        Once(AuditAction.AccessGranted, !isExtension && wasGiven);
        Once(AuditAction.AccessExtended, isExtension && request.State is RequestState.Revoked);
        Once(AuditAction.AccessEnded, !isExtension && wasGiven);
        Once(AuditAction.AccessRevoked, !isExtension && request.Grant is not null);
        Assert.All(entries, e => Assert.Equal((request.Person.Id, request.Role), (e.Event.Subject, e.Event.Access)));
    }

    private void CheckNotices(ModelRequest request)
    {
        foreach (var approver in request.Asked)
        {
            Assert.Equal(1, record.Told(NoticeKind.ApprovalAsked, approver, request.Id));
            Assert.Equal(1, record.Told(NoticeKind.ApprovalSettled, approver, request.Id));
        }
    }
}
