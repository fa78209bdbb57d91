using Microsoft.Extensions.Diagnostics.HealthChecks;
using PimBot.Application.Work;

namespace PimBot.Health;

/// <summary>Whether what is owed to targets and people gets done. Degraded, not unhealthy: restarting this process mends no target.</summary>
internal sealed class OutboxHealth(IPimStore store) : IHealthCheck
{
    private const int AttemptsThatWorry = 3;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var backlog = await store.ReadAsync(
            (work, stop) => work.Outbox.BacklogAsync(AttemptsThatWorry, stop),
            cancellationToken
        );
        return backlog.Failing > 0
            ? HealthCheckResult.Degraded(
                $"{backlog.Failing} of {backlog.Owed} owed effects failed {AttemptsThatWorry} times or more."
            )
            : HealthCheckResult.Healthy($"{backlog.Owed} owed.");
    }
}
