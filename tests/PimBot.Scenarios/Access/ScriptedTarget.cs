using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Access;

/// <summary>The local target behind a script of bad days. One script outlives restarts of the host.</summary>
internal sealed class ScriptedTarget
{
    private readonly ConcurrentQueue<(string Operation, GrantId Grant)> calls = new();

    /// <summary>What a grant is answered; null: the real target is asked.</summary>
    public Func<TargetGrant, TargetResult?> OnGrant { get; set; } = _ => null;

    /// <summary>What a revoke is answered; null: the real target is asked.</summary>
    public Func<TargetGrant, TargetResult?> OnRevoke { get; set; } = _ => null;

    /// <summary>Runs before a grant reaches the target.</summary>
    public Func<TargetGrant, Task> BeforeGrant { get; set; } = _ => Task.CompletedTask;

    /// <summary>How often a grant was asked for.</summary>
    public int GrantCalls => calls.Count(call => call.Operation == "grant");

    /// <summary>How often a revoke was asked for.</summary>
    public int RevokeCalls => calls.Count(call => call.Operation == "revoke");

    /// <summary>An answer for the first <paramref name="times"/> calls.</summary>
    public static Func<TargetGrant, TargetResult?> Fails(int times, string code = "unavailable")
    {
        var left = times;
        return _ => Interlocked.Decrement(ref left) >= 0 ? new TargetResult(TargetOutcome.RetryLater, code) : null;
    }

    /// <summary>A scene on this target.</summary>
    public Task<Scene> StartScene(SceneOptions? options = null) =>
        Scene.StartAsync((options ?? new SceneOptions()) with { ConfigureServices = Wrap });

    private void Wrap(IServiceCollection services)
    {
        var real = services.Single(service => service.ServiceType == typeof(IAccessTarget));
        services.Remove(real);
        services.AddSingleton<IAccessTarget>(provider => new Wrapped(
            this,
            (IAccessTarget)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)
        ));
    }

    private sealed class Wrapped(ScriptedTarget script, IAccessTarget real) : IAccessTarget
    {
        public async Task<TargetResult> EnsureGrantedAsync(TargetGrant grant, CancellationToken cancellation)
        {
            script.calls.Enqueue(("grant", grant.Id));
            await script.BeforeGrant(grant);
            return script.OnGrant(grant) ?? await real.EnsureGrantedAsync(grant, cancellation);
        }

        public async Task<TargetResult> EnsureRevokedAsync(TargetGrant grant, CancellationToken cancellation)
        {
            script.calls.Enqueue(("revoke", grant.Id));
            return script.OnRevoke(grant) ?? await real.EnsureRevokedAsync(grant, cancellation);
        }
    }
}
