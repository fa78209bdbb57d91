using System.Collections.Concurrent;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Tests.Scene;

/// <summary>A bot that keeps what it is given and answers as it is told.</summary>
internal sealed class RecordingBot : ITurnHandler
{
    private readonly ConcurrentQueue<Turn> turns = new();

    public IReadOnlyList<Turn> Turns => [.. turns];

    public Func<Turn, Task<TurnResult>> Answer { get; set; } = _ => Task.FromResult(TurnResult.Nothing);

    public Task<TurnResult> OnTurnAsync(Turn turn, CancellationToken cancellation)
    {
        turns.Enqueue(turn);
        return Answer(turn);
    }
}
