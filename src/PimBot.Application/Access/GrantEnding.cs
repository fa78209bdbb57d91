using PimBot.Application.Activations;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Saves the end of a grant with all that goes with it: its requests end, the target is asked, the holder is told.</summary>
internal static class GrantEnding
{
    public static async Task SaveAsync(
        IPimUnitOfWork work,
        Grant before,
        Grant ended,
        bool tellHolder,
        CancellationToken cancellation
    )
    {
        work.Grants.Update(before, ended);
        work.Audit.Append(
            AuditEvents.Of(AuditAction.AccessEnded, ended, ended.End?.By, detail: ended.End?.Cause.ToString())
        );
        work.EnsureRevoked(ended);
        foreach (var request in await work.Requests.OfGrantAsync(ended.Id, cancellation))
        {
            if (request.State is RequestState.Provisioned)
            {
                var revoked = RequestLife.Revoked(request, work.Now, ended.End?.By);
                RequestProgress.End(work, request, revoked, tellHolder && request.Extends is null);
                if (request.Extends is not null)
                {
                    work.Tell(NoticeKind.RequestRefreshed, revoked.Requester, revoked);
                }
            }
        }

        await CancelExtensionAsync(work, ended, cancellation);
    }

    // An extension of what is over leads nowhere: nobody should be asked to approve it.
    private static async Task CancelExtensionAsync(IPimUnitOfWork work, Grant ended, CancellationToken cancellation)
    {
        if (
            await work.Requests.FindPendingAsync(ended.Person, ended.Access, cancellation) is { } pending
            && pending.Extends == ended.Id
        )
        {
            var failed = RequestLife.Failed(pending, work.Now, ReasonCode.NotActive);
            work.Audit.Append(
                AuditEvents.Of(AuditAction.RequestFailed, failed, null, detail: ReasonCode.NotActive.ToString())
            );
            RequestProgress.End(work, pending, failed, tellRequester: true);
        }
    }
}
