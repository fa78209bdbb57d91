namespace PimBot.Channel.Connector;

/// <summary>One send's place among the others; disposed when it is over.</summary>
internal sealed class SendingTurn(SendingPace pace) : IDisposable
{
    private readonly List<(SendHistory History, TimeSpan At)> booked = [];

    /// <summary>Null: send now. Otherwise the limits, or the channel, forbid it for so long.</summary>
    public TimeSpan? TryAgainAfter { get; set; }

    public void Add(SendHistory history, TimeSpan at) => booked.Add((history, at));

    public void Dispose() => booked.ForEach(one => pace.End(one.History, one.At));
}
