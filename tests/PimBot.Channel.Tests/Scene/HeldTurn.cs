using PimBot.Channel.Turns;

namespace PimBot.Channel.Tests.Scene;

/// <summary>A turn that the test holds: it has begun when <see cref="Begun"/> completes, and ends when the test says so.</summary>
internal sealed class HeldTurn
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<TurnResult> end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldTurn(RecordingBot bot) =>
        bot.Answer = _ =>
        {
            begun.TrySetResult();
            return end.Task;
        };

    public Task Begun => begun.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    public void Ends(TurnResult? result = null) => end.SetResult(result ?? TurnResult.Nothing);

    public void Fails() => end.SetException(new InvalidOperationException("the database is away"));
}
