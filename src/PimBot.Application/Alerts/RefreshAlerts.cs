using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Alerts;

/// <summary>A reader of alerts asks for a scan. It begins within seconds, on any replica.</summary>
public static class RefreshAlerts
{
    /// <returns>Null when a scan was asked for.</returns>
    public static async Task<Refusal?> RunAsync(IPimUnitOfWork work, PersonId actor, CancellationToken cancellation)
    {
        if (
            await AdministratorRights.FactsAsync(work, actor, cancellation) is not { } facts
            || !AlertRights.MayReadSome(facts)
        )
        {
            return Refusal.Because(ReasonCode.NotAdministrator);
        }

        await work.Alerts.RequestScanAsync(cancellation);
        work.Audit.Append(new AuditEvent { Action = AuditAction.AlertScanRequested, Actor = actor });
        return null;
    }
}
