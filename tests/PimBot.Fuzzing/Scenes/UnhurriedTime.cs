namespace PimBot.Fuzzing.Scenes;

/// <summary>
/// For who paces or limits: a minute has passed whenever it is asked for, so that hundreds of answers in a moment of the
/// scene's clock are no hurry.
/// </summary>
/// <param name="date">The date, which stands still; null: today's.</param>
internal sealed class UnhurriedTime(DateTimeOffset? date = null) : TimeProvider
{
    private long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => date ?? base.GetUtcNow();

    public override long GetTimestamp() => Interlocked.Add(ref now, TimeSpan.TicksPerMinute);
}
