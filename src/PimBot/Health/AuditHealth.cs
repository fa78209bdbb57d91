using Microsoft.Extensions.Diagnostics.HealthChecks;
using PimBot.Application.Audit;
using PimBot.Application.Work;

namespace PimBot.Health;

/// <summary>Whether the audit gets to where it is anchored and fed. Degraded, not unhealthy: PimBot does its work without.</summary>
internal sealed class AuditHealth(IPimStore store, IEnumerable<IAuditSink> sinks) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var (outlets, end) = await store.ReadAsync(
            async (work, stop) =>
                (await work.AuditOutlets.ListAsync(stop), (await work.Audit.StandingAsync(stop)).End.Sequence),
            cancellationToken
        );
        var words = new List<string>();
        var isFailing = false;
        foreach (var sink in sinks)
        {
            var outlet = outlets.FirstOrDefault(o => o.Name == sink.Name);
            isFailing |= outlet?.FailingSince is not null;
            words.Add(
                outlet?.FailingSince is { } since
                    ? $"{sink.Name} has failed {outlet.Attempts} times since {since:u}, {end - outlet.Sequence} entries wait."
                    : $"{sink.Name}: {end - (outlet?.Sequence ?? 0)} entries wait."
            );
        }

        var text = string.Join(' ', words);
        return isFailing ? HealthCheckResult.Degraded(text) : HealthCheckResult.Healthy(text);
    }
}
