using PimBot.Channel.Turns;

namespace PimBot.Channel.Endpoint;

/// <summary>One turn under way, which any number of deliveries wait for.</summary>
internal sealed class RunningTurn(Turn turn)
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource<TurnResult?> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isLeft;
    private bool hasShownWork;

    public Turn Turn => turn;

    /// <summary>The result; null when the turn failed. Never fails itself.</summary>
    public Task<TurnResult?> Ended => ended.Task;

    /// <summary>Whoever waited goes away with a "working" answer. False when the turn has just ended: its answer is there.</summary>
    public bool Leave()
    {
        lock (gate)
        {
            isLeft |= !ended.Task.IsCompleted;
            return !ended.Task.IsCompleted;
        }
    }

    /// <summary>True for the first who asks: one sign of work is enough for all deliveries.</summary>
    public bool MayShowWork()
    {
        lock (gate)
        {
            return !hasShownWork && (hasShownWork = true);
        }
    }

    /// <summary>True when somebody left without the answer.</summary>
    public bool End(TurnResult? result)
    {
        lock (gate)
        {
            ended.SetResult(result);
            return isLeft;
        }
    }
}
