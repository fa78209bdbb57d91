using PimBot.Application.Work;

namespace PimBot.Workers;

/// <summary>Logs background work that did not go well.</summary>
internal sealed class LoggedWork(ILogger<LoggedWork> log) : IWorkObserver
{
    public void Failed(OutboxMessage message, string error) =>
        WorkLog.EffectFailed(log, message.Kind, message.Id, message.Attempts, error);

    public void Threw(OutboxMessage message, Exception failure) =>
        WorkLog.EffectThrew(log, message.Kind, message.Id, message.Attempts, failure);

    public void ClaimLost(OutboxMessage message) => WorkLog.ClaimLost(log, message.Kind, message.Id);

    public void DueItemFailed(string kind, Exception failure) => WorkLog.DueItemFailed(log, kind, failure);
}
