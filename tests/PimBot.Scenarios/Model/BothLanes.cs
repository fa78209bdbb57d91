using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Work;

namespace PimBot.Scenarios.Model;

/// <summary>Everything that is owed to the outside, as one pass: access first.</summary>
internal sealed class BothLanes(IServiceProvider services) : IBackgroundPass
{
    private readonly IReadOnlyList<DeliverOutbox> lanes =
    [
        .. Enum.GetValues<OutboxLane>()
            .Select(lane => ActivatorUtilities.CreateInstance<DeliverOutbox>(services, lane)),
    ];

    public string Name => "effects that are owed";

    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var handled = 0;
        foreach (var lane in lanes)
        {
            handled += await lane.RunOnceAsync(cancellation);
        }

        return handled;
    }
}
