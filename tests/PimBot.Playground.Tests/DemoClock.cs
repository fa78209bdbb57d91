namespace PimBot.Playground.Tests;

/// <summary>Stands still until it is advanced.</summary>
internal sealed class DemoClock : TimeProvider, IPlaygroundClock
{
    public DateTimeOffset Now { get; private set; } = new(2030, 1, 15, 9, 0, 0, TimeSpan.Zero);

    public void Advance(TimeSpan by) => Now += by;

    public override DateTimeOffset GetUtcNow() => Now;
}
