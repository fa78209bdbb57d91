using PimBot.Application.Access;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Activations;

/// <summary>
/// Saves a request's next version and owes what follows from its state: approvers are asked, access is provisioned or
/// prolonged, those who waited are told. The only place where a request is saved.
/// </summary>
internal static class RequestProgress
{
    /// <summary>Saves a new request. Its maker is answered in the same turn, so is not told besides.</summary>
    public static async Task<ActivationRequest> AddAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        ActivationFacts facts,
        CancellationToken cancellation
    )
    {
        // First of all it takes its place, so that of several at once one goes on and the others see it.
        work.Requests.Add(request);
        var settled = await ProvisionAsync(work, request, facts, cancellation);
        if (settled != request)
        {
            work.Requests.Update(request, settled);
        }

        AskApprovers(work, null, settled, facts);
        return settled;
    }

    /// <summary>Saves the next version of a request.</summary>
    /// <param name="tellRequester">False when the requester did it and is answered in the same turn.</param>
    public static async Task<ActivationRequest> UpdateAsync(
        IPimUnitOfWork work,
        ActivationRequest before,
        ActivationRequest after,
        ActivationFacts facts,
        bool tellRequester,
        CancellationToken cancellation
    )
    {
        var settled = await ProvisionAsync(work, after, facts, cancellation);
        work.Requests.Update(before, settled);
        AskApprovers(work, before, settled, facts);
        TellApprovers(work, before, settled);
        if (tellRequester)
        {
            // Access that is about to be given is worth no message of its own: the next step brings one.
            var isOnItsWay = settled.State is RequestState.PendingProvisioning;
            work.Tell(isOnItsWay ? NoticeKind.RequestRefreshed : NoticeKind.RequestChanged, settled.Requester, settled);
        }

        return settled;
    }

    /// <summary>Saves what changed settings mean for a request whose state stays. Those who were not asked yet are asked.</summary>
    public static void Rejudge(IPimUnitOfWork work, ActivationRequest before, ActivationRequest after)
    {
        work.Requests.Update(before, after);
        foreach (var approver in after.Asked.Except(before.Asked))
        {
            work.Tell(NoticeKind.ApprovalAsked, approver, after);
        }
    }

    /// <summary>Saves a step that leads to nothing but an end, such as a denial or a cancellation.</summary>
    public static void End(IPimUnitOfWork work, ActivationRequest before, ActivationRequest after, bool tellRequester)
    {
        work.Requests.Update(before, after);
        TellApprovers(work, before, after);
        if (tellRequester)
        {
            work.Tell(NoticeKind.RequestChanged, after.Requester, after);
        }
    }

    private static async Task<ActivationRequest> ProvisionAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        ActivationFacts facts,
        CancellationToken cancellation
    )
    {
        if (request.State is not RequestState.PendingProvisioning)
        {
            return request;
        }

        if (request.Extends is not null)
        {
            return Prolong(work, request, facts);
        }

        if (!await MakeRoomAsync(work, request, cancellation))
        {
            return Fail(work, request, ReasonCode.RoleAlreadyActive);
        }

        var grant = new Grant
        {
            Id = new GrantId(request.Id.Value),
            Person = request.Requester,
            Access = request.Access,
            State = GrantState.Provisioning,
            Duration = request.Ask.Duration,
        };
        work.Grants.Add(grant);
        work.EnsureGranted(grant);
        return request with { Grant = grant.Id };
    }

    // What is over ends here if no worker came to it yet: a late worker refuses nobody their next activation. The last
    // holder's is kept, as that worker would have kept it: until the next were given, nobody would hold the role.
    private static async Task<bool> MakeRoomAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        CancellationToken cancellation
    )
    {
        if (await work.Grants.FindOpenAsync(request.Requester, request.Access, cancellation) is not { } open)
        {
            return true;
        }

        if (
            GrantLife.Advance(open, work.Now) is not { State: GrantState.Revoking } ended
            || await LastHolder.KeepAsync(work, open, cancellation)
        )
        {
            return false;
        }

        await GrantEnding.SaveAsync(work, open, ended, tellHolder: true, cancellation);
        return true;
    }

    private static ActivationRequest Prolong(IPimUnitOfWork work, ActivationRequest request, ActivationFacts facts)
    {
        var prolonged = facts.Extends is { } running
            ? GrantLife.Extend(running, request.Ask.Duration, work.Now, facts.EligibleUntil)
            : Refusal.Because(ReasonCode.NotActive);
        if (!prolonged.IsAllowed)
        {
            return Fail(work, request, prolonged.Refusal.Code);
        }

        // Also when nothing about it changes: if it ends at this moment, one of the two must see the other.
        work.Grants.Update(facts.Extends!, prolonged.Value);
        var provisioned = RequestLife.Provisioned(request, prolonged.Value.Id);
        var until = prolonged.Value.Until?.UtcDateTime.ToString("O");
        work.Audit.Append(AuditEvents.Of(AuditAction.AccessExtended, provisioned, null, detail: until));
        var first = new RequestId(prolonged.Value.Id.Value);
        work.Tell(NoticeKind.RequestRefreshed, request.Requester, first, $"extended/{request.Id}");
        return provisioned;
    }

    private static ActivationRequest Fail(IPimUnitOfWork work, ActivationRequest request, ReasonCode code)
    {
        var failed = RequestLife.Failed(request, work.Now, code);
        work.Audit.Append(AuditEvents.Of(AuditAction.RequestFailed, failed, null, detail: code.ToString()));
        return failed;
    }

    private static void AskApprovers(
        IPimUnitOfWork work,
        ActivationRequest? before,
        ActivationRequest after,
        ActivationFacts facts
    )
    {
        if (after.State is RequestState.PendingApproval && before?.State is not RequestState.PendingApproval)
        {
            ActivationWord.Asked(work, after, facts.Policy);
        }
    }

    private static void TellApprovers(IPimUnitOfWork work, ActivationRequest before, ActivationRequest after)
    {
        if (before.State is not RequestState.PendingApproval || after.State is RequestState.PendingApproval)
        {
            return;
        }

        foreach (var approver in after.Asked)
        {
            work.Tell(NoticeKind.ApprovalSettled, approver, after);
        }

        if (after.Policy.Activation.Channel is { } channel)
        {
            work.Tell(new ChannelNotice(channel.Conversation, after.Id, IsSettled: true), after);
        }
    }
}
