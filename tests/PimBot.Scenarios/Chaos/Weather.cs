using System.Net;
using PimBot.Testing;

namespace PimBot.Scenarios.Chaos;

/// <summary>What the connector suffers from: by chance, with and without effect.</summary>
/// <param name="seed">The same seed and order of requests give the same weather.</param>
/// <param name="share">How many of all requests fail, 0 to 1.</param>
internal sealed class Weather(int seed, double share)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    public ChannelFault? Next()
    {
        lock (gate)
        {
            return random.NextDouble() >= share ? null : Fault();
        }
    }

    private ChannelFault Fault() =>
        random.Next(10) switch
        {
            0 or 1 => ChannelFault.TooManyRequests(TimeSpan.FromSeconds(random.Next(1, 8))),
            2 => ChannelFault.BadGateway with { HasEffect = random.Next(2) == 0 },
            3 => ChannelFault.Unavailable,
            4 => ChannelFault.GatewayTimeout with { HasEffect = random.Next(2) == 0 },
            5 => new ChannelFault(HttpStatusCode.PreconditionFailed, "PreconditionFailed"),
            6 => ChannelFault.ServerError with { HasEffect = random.Next(2) == 0 },
            7 or 8 => ChannelFault.NoAnswer,
            _ => ChannelFault.NoAnswerButDelivered,
        };
}
