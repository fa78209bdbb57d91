using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Channel;

[assembly: HostingStartup(typeof(PimBot.Benchmarks.Processes.UnpacedHost))]

namespace PimBot.Benchmarks.Processes;

/// <summary>
/// The real host with the channel's rate limits out of the way: the clock by which sends wait for their turn runs a
/// thousand times as fast. What is measured is then PimBot, and not the 50 messages a second that a tenant is allowed.
/// </summary>
public sealed class UnpacedHost : IHostingStartup
{
    internal const string Mode = "unpaced";

    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services =>
            services.AddKeyedSingleton<TimeProvider>(ChannelClocks.Pace, new HurriedTime())
        );

    internal static async Task<int> RunAsync(string[] args)
    {
        var exit = typeof(Program).Assembly.EntryPoint!.Invoke(null, [args]);
        return exit is Task<int> running ? await running : exit as int? ?? 0;
    }

    private sealed class HurriedTime : TimeProvider
    {
        private const int Times = 1000;

        public override long TimestampFrequency => Stopwatch.Frequency / Times;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime / Times, period);
    }
}
