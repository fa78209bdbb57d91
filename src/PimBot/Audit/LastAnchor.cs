using PimBot.Application.Audit;
using PimBot.Application.Work;

namespace PimBot.Audit;

/// <summary>Anchors once more when the process stops, after everything else has ended: the last entries are the ones that nobody would miss.</summary>
internal sealed class LastAnchor(
    IEnumerable<IAuditSink> sinks,
    IPimStore store,
    IAuditAlarm alarm,
    ILogger<LastAnchor> log
) : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(Patience);
        foreach (var sink in sinks.Where(sink => sink.IsAnchor))
        {
            try
            {
                await new DeliverAudit(sink, store, alarm).RunOnceAsync(enough.Token);
            }
            // The database may be what is being stopped: the next start anchors what is left.
            catch (Exception failure)
            {
                AuditLog.NotAnchored(log, sink.Name, failure.GetType().Name);
            }
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
