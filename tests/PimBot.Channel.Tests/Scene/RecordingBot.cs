using System.Collections.Concurrent;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Tests.Scene;

/// <summary>A bot that keeps what it is given and answers as it is told.</summary>
internal sealed class RecordingBot : ITurnHandler
{
    private readonly ConcurrentQueue<Turn> turns = new();
    private readonly ConcurrentQueue<(Turn Turn, TurnResult? Result)> late = new();
    private readonly TaskCompletionSource lateOne = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Turn> Turns => [.. turns];

    public IReadOnlyList<(Turn Turn, TurnResult? Result)> Late => [.. late];

    /// <summary>How often finishing late fails before it succeeds.</summary>
    public int LateFailures { get; set; }

    /// <summary>What the newest turn was given to be stopped by.</summary>
    public CancellationToken Cancellation { get; private set; }

    /// <summary>Completes at the first turn that finishes late.</summary>
    public Task LateOne => lateOne.Task;

    public Func<Turn, Task<TurnResult>> Answer { get; set; } = _ => Task.FromResult(TurnResult.Nothing);

    public Task<TurnResult> OnTurnAsync(Turn turn, CancellationToken cancellation)
    {
        Cancellation = cancellation;
        turns.Enqueue(turn);
        return Answer(turn);
    }

    public Task FinishedLateAsync(Turn turn, TurnResult? result, CancellationToken cancellation)
    {
        late.Enqueue((turn, result));
        if (LateFailures-- > 0)
        {
            throw new InvalidOperationException("the database is away");
        }

        lateOne.TrySetResult();
        return Task.CompletedTask;
    }
}
