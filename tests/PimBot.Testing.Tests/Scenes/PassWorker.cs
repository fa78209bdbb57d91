using Microsoft.Extensions.Hosting;

namespace PimBot.Workers;

/// <summary>Bears the name by which a scene knows the product's worker.</summary>
internal sealed class PassWorker : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
}
