using PimBot.Api.Security;
using PimBot.Application.Work;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Api.Access;

/// <summary>Records that somebody wanted to take back a request that they may not even see.</summary>
internal static class HiddenCancellation
{
    public static async Task NoteAsync(IPimUnitOfWork work, ApiCaller caller, string id, CancellationToken cancellation)
    {
        if (!Guid.TryParse(id, out var guid))
        {
            return;
        }

        var request = new RequestId(guid);
        var activation = await work.Requests.FindAsync(request, cancellation);
        var assignment = await work.AssignmentRequests.FindAsync(request, cancellation);
        if (activation is null && assignment is null)
        {
            return;
        }

        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.CancellationRefused,
                Actor = caller.Id,
                Subject = activation?.Requester ?? assignment?.Principal.Person,
                Group = assignment?.Principal.Group,
                Access = activation?.Access ?? assignment?.Access,
                Request = request,
                Detail = $"{ReasonCode.UnknownRequest}",
            }
        );
    }
}
