using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Endpoint;

/// <summary>
/// Runs turns apart from the requests that deliver them. While one runs, other deliveries of the same activity join it
/// and get the same answer; a sender who hangs up stops nothing. When the host stops, no new turn begins and those under
/// way are waited for as long as the host allows.
/// </summary>
/// <remarks>A turn that has ended is forgotten here: the handler's own record answers later deliveries.</remarks>
internal sealed class RunningTurns(IServiceScopeFactory scopes, TimeProvider time, ILogger<RunningTurns> logger)
    : IHostedService,
        IDisposable
{
    /// <summary>More than these at once means that nothing gets done any more; the channel is asked to come back.</summary>
    public const int Most = 5000;

    /// <summary>After this a turn is told to stop. It is far beyond any answer, and keeps what hangs from staying for ever.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private const int LateAttempts = 5;

    private readonly ConcurrentDictionary<string, RunningTurn> running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> work = new();
    private readonly CancellationTokenSource abandoned = new();
    private volatile bool isStopping;
    private int count;

    public RunningTurn? Find(string key) => running.GetValueOrDefault(key);

    /// <summary>Starts the turn, or joins it when another delivery was faster. Null: not now.</summary>
    public RunningTurn? Start(Turn turn)
    {
        if (isStopping || Volatile.Read(ref count) >= Most)
        {
            return null;
        }

        var mine = new RunningTurn(turn);
        var run = running.GetOrAdd(turn.Key, mine);
        if (ReferenceEquals(run, mine))
        {
            Interlocked.Increment(ref count);
            Track(Task.Run(() => RunAsync(run)));
        }

        return run;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        isStopping = true;
        try
        {
            while (!work.IsEmpty)
            {
                await Task.WhenAll(work.Keys).WaitAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            EndpointLog.TurnsAbandoned(logger, work.Count);
            await abandoned.CancelAsync();
        }
    }

    public void Dispose() => abandoned.Dispose();

    private void Track(Task task)
    {
        work[task] = true;
        _ = task.ContinueWith(
            t =>
            {
                Interlocked.Decrement(ref count);
                work.TryRemove(t, out _);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    private async Task RunAsync(RunningTurn run)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await ResultAsync(run.Turn, scope.ServiceProvider);
        running.TryRemove(run.Turn.Key, out _);
        if (run.End(result))
        {
            await FinishLateAsync(scope.ServiceProvider, run.Turn, result);
        }
    }

    /// <summary>Null when the turn failed, which includes that there is no handler for it.</summary>
    private async Task<TurnResult?> ResultAsync(Turn turn, IServiceProvider services)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, abandoned.Token);
        try
        {
            return await services.GetRequiredService<ITurnHandler>().OnTurnAsync(turn, either.Token);
        }
        catch (Exception e)
        {
            EndpointLog.TurnFailed(logger, e, turn.Key);
            return null;
        }
    }

    /// <summary>What made the turn slow may make this fail as well, so it is tried for about a minute.</summary>
    private async Task FinishLateAsync(IServiceProvider services, Turn turn, TurnResult? result)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var handler = services.GetRequiredService<ITurnHandler>();
                await handler.FinishedLateAsync(turn, result, abandoned.Token);
                return;
            }
            catch (Exception e) when (attempt == LateAttempts || abandoned.IsCancellationRequested)
            {
                EndpointLog.LateAnswerLost(logger, e, turn.Key);
                return;
            }
            catch (Exception)
            {
                await Task.Delay(TimeSpan.FromSeconds(1 << attempt), time, CancellationToken.None);
            }
        }
    }
}
