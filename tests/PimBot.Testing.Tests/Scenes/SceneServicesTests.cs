using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PimBot.Workers;
using Xunit;

namespace PimBot.Testing.Tests;

public sealed class SceneServicesTests
{
    [Fact]
    public async Task However_the_workers_are_registered_none_starts_and_others_stay()
    {
        var clock = new ManualTime(DateTimeOffset.UnixEpoch);
        await using var channel = await FakeChannel.StartAsync(clock, BotIdentity.Create());
        using var instance = new PassWorker();
        var services = new ServiceCollection();
        services.AddHostedService<PassWorker>();
        services.AddSingleton<IHostedService>(_ => new Other());
        services.AddSingleton<IHostedService, PassWorker>();
        services.AddHostedService(_ => new PassWorker());
        services.AddSingleton<IHostedService>(instance);

        using var logs = new SceneLogs();
        SceneServices.Apply(services, clock, logs, (channel, []));

        await using var provider = services.BuildServiceProvider();
        Assert.IsType<Other>(Assert.Single(provider.GetServices<IHostedService>()));
        Assert.Same(clock, provider.GetRequiredService<TimeProvider>());
    }

    private sealed class Other : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }
}
