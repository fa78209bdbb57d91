using PimBot.Application.Access;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Activations;

/// <summary>The requester, or an administrator of the scope, takes a pending request back.</summary>
public static class CancelActivation
{
    public static async Task<Decision<ActivationRequest>> RunAsync(
        IPimUnitOfWork work,
        RequestId id,
        PersonId by,
        CancellationToken cancellation
    )
    {
        var request = await work.Requests.FindAsync(id, cancellation);
        var isOthers = request is not null && request.Requester != by;
        var isAdministrator =
            isOthers
            && await AdministratorRights.OverAsync(work, by, request!.Access, cancellation)
                is AdministrationRight.Manage;
        if (request is null || (isOthers && !isAdministrator))
        {
            if (request is not null)
            {
                var code = $"{ReasonCode.UnknownRequest}";
                work.Audit.Append(AuditEvents.Of(AuditAction.CancellationRefused, request, by, detail: code));
            }

            return Refusal.Because(ReasonCode.UnknownRequest);
        }

        var decision = RequestLife.Cancel(request, by, isAdministrator, work.Now);
        if (!decision.IsAllowed)
        {
            return decision;
        }

        var canceled = decision.Value;
        work.Audit.Append(AuditEvents.Of(AuditAction.RequestCanceled, canceled, by));
        await GiveUpGrantAsync(work, canceled, by, cancellation);
        RequestProgress.End(work, request, canceled, tellRequester: isOthers);
        return canceled;
    }

    // The target may have given the access already: whatever it did is taken back.
    private static async Task GiveUpGrantAsync(
        IPimUnitOfWork work,
        ActivationRequest canceled,
        PersonId by,
        CancellationToken cancellation
    )
    {
        if (
            canceled.Grant is { } id
            && await work.Grants.FindAsync(id, cancellation) is { State: GrantState.Provisioning } grant
        )
        {
            var ended = GrantLife.End(grant, work.Now, GrantEndCause.CanceledWhileProvisioning, by);
            work.Grants.Update(grant, ended);
            work.EnsureRevoked(ended);
        }
    }
}
