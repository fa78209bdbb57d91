using PimBot.Application.Work;

namespace PimBot.Workers;

/// <summary>
/// Runs every background pass in a loop of its own: again at once while there is work, otherwise after the pass's
/// interval or when something was committed. A pass that fails is logged and tried again; nothing is decided here.
/// </summary>
internal sealed class PassWorker(
    IEnumerable<IBackgroundPass> passes,
    WorkSignal signal,
    TimeProvider time,
    ILogger<PassWorker> log
) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(passes.Select(pass => Task.Run(() => LoopAsync(pass, stoppingToken), stoppingToken)));

    private async Task LoopAsync(IBackgroundPass pass, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var committed = signal.Next;
            try
            {
                if (await pass.RunOnceAsync(stopping) > 0)
                {
                    continue;
                }

                await WaitAsync(pass, committed, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                WorkLog.PassFailed(log, pass.Name, failure);
                await Task.Delay(PauseAfterFailure, time, stopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WaitAsync(IBackgroundPass pass, Task committed, CancellationToken stopping)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var pause = Task.Delay(pass.Interval, time, enough.Token);
        await (pass.WakesOnCommit ? Task.WhenAny(pause, committed) : pause);
        await enough.CancelAsync();
    }
}
