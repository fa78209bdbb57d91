using Microsoft.Extensions.DependencyInjection;
using PimBot.Channel.Turns;
using PimBot.Testing;

namespace PimBot.Scenarios.Protocol;

/// <summary>The product's turns behind a gate, as when the database is slow: what begins while it is shut waits.</summary>
internal sealed class SlowTurns
{
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource gate = Open();

    /// <summary>Completes when the answer of a late turn is owed.</summary>
    public Task Finished => finished.Task.WaitAsync(TimeSpan.FromSeconds(10));

    /// <summary>Turns that begin from now on wait.</summary>
    public void Shut() => gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => gate.TrySetResult();

    /// <summary>Turns that wait fail, and have no effect.</summary>
    public void Fail() => gate.TrySetException(new InvalidOperationException("the database is away"));

    public SceneOptions Options => new() { ConfigureServices = Put };

    private void Put(IServiceCollection services)
    {
        var real = services.Single(service => service.ServiceType == typeof(ITurnHandler));
        services.Remove(real);
        services.AddSingleton<ITurnHandler>(provider => new Gated(
            this,
            (ITurnHandler)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)
        ));
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private sealed class Gated(SlowTurns turns, ITurnHandler real) : ITurnHandler
    {
        public async Task<TurnResult> OnTurnAsync(Turn turn, CancellationToken cancellation)
        {
            await turns.gate.Task;
            return await real.OnTurnAsync(turn, cancellation);
        }

        public async Task FinishedLateAsync(Turn turn, TurnResult? result, CancellationToken cancellation)
        {
            await real.FinishedLateAsync(turn, result, cancellation);
            // The product's own promise is tested as well: twice is once.
            await real.FinishedLateAsync(turn, result, cancellation);
            turns.finished.TrySetResult();
        }
    }
}
