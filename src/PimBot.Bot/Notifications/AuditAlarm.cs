using PimBot.Application.Access;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Bot.Wording;

namespace PimBot.Bot.Notifications;

/// <summary>Tells every active administrator, once for each time that it lasts.</summary>
internal sealed class AuditAlarm : IAuditAlarm
{
    public async Task RaiseAsync(IPimUnitOfWork work, AuditOutlet failing, CancellationToken cancellation)
    {
        foreach (var administrator in await AdministratorReader.ActiveAsync(work, cancellation))
        {
            ReplyHandler.Owe(
                work,
                OutboxWriting.IdOf($"audit-alarm/{failing.Name}/{work.Now.UtcTicks}/{administrator.Id}"),
                administrator.Id,
                new ReplyMessage(null, Outgoing.Text(AuditWords.Failing(failing.Name)), Person: administrator.Id)
            );
        }
    }
}
