using Microsoft.Extensions.Diagnostics.HealthChecks;
using PimBot.Storage;

namespace PimBot.Health;

/// <summary>Whether the database answers and has this program's schema.</summary>
internal sealed class StorageHealth(IStorageSetup storage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        await storage.CheckAsync(cancellationToken) is { } reason
            ? HealthCheckResult.Unhealthy(reason)
            : HealthCheckResult.Healthy();
}
