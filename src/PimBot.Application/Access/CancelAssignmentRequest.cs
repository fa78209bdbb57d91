using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Whoever asked, or an administrator of the scope, takes back what waits.</summary>
public static class CancelAssignmentRequest
{
    public static async Task<Decision<AssignmentRequest>> RunAsync(
        IPimUnitOfWork work,
        RequestId id,
        PersonId by,
        CancellationToken cancellation
    )
    {
        var request = await work.AssignmentRequests.FindAsync(id, cancellation);
        if (
            request is null
            || (
                request.CreatedBy != by
                && await AdministratorRights.OverAsync(work, by, request.Access, cancellation)
                    is not AdministrationRight.Manage
            )
        )
        {
            if (request is not null)
            {
                var code = $"{ReasonCode.UnknownRequest}";
                work.Audit.Append(AuditEvents.Of(AuditAction.CancellationRefused, request, by, code));
            }

            return Refusal.Because(ReasonCode.UnknownRequest);
        }

        if (!request.IsPending)
        {
            return Refusal.Because(ReasonCode.NothingToCancel, request.Outcome?.By, request.Outcome?.At);
        }

        var canceled = AssignmentRequestLife.Canceled(request, work.Now, by);
        await AssignmentProgress.SettleAsync(work, request, canceled, by, null, cancellation);
        return canceled;
    }
}
