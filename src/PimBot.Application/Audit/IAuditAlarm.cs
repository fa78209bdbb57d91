using PimBot.Application.Work;

namespace PimBot.Application.Audit;

/// <summary>Tells administrators that the audit does not get out of the store. Part of a unit of work.</summary>
public interface IAuditAlarm
{
    Task RaiseAsync(IPimUnitOfWork work, AuditOutlet failing, CancellationToken cancellation);
}
