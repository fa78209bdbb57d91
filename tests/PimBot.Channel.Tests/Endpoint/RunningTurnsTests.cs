using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PimBot.Channel.Endpoint;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Tests.Endpoint;

public sealed class RunningTurnsTests
{
    [Fact]
    public async Task A_turn_whose_handler_cannot_be_made_fails_and_is_not_joined_for_ever()
    {
        await using var services = new ServiceCollection()
            .AddScoped<ITurnHandler>(_ => throw new InvalidOperationException("no handler"))
            .BuildServiceProvider();
        using var running = new RunningTurns(
            services.GetRequiredService<IServiceScopeFactory>(),
            TimeProvider.System,
            NullLogger<RunningTurns>.Instance
        );

        var run = running.Start(new Turn(new Activity(), "key", null, null, ""))!;

        Assert.Null(await run.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Null(running.Find("key"));
    }
}
