using PimBot.Application.Work;
using PimBot.Domain.Audit;

namespace PimBot.Api.Security;

/// <summary>Records that somebody of the directory, with a token that is good, was turned away as a whole: a disabled account, or a service's.</summary>
internal sealed class ApiRefusals(IPimStore store)
{
    /// <summary>People whom the directory does not know leave no entry: the tenant may have any number of them.</summary>
    public Task NoteAsync(HttpContext context, ApiCaller caller) =>
        store.CommitAsync(
            async (work, stop) =>
            {
                if (await work.Directory.FindPersonAsync(caller.Id, stop) is null)
                {
                    return false;
                }

                work.Audit.From(caller.Origin);
                work.Audit.Append(
                    new AuditEvent
                    {
                        Action = AuditAction.ApiRefused,
                        Actor = caller.Id,
                        Subject = caller.Id,
                        Detail = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText,
                    }
                );
                return true;
            },
            CancellationToken.None
        );
}
