namespace PimBot.Fuzzing.Scenes;

/// <summary>
/// For who paces sends: a minute has passed whenever it is asked for, so that hundreds of answers in a moment of the
/// scene's clock are no hurry.
/// </summary>
internal sealed class UnhurriedTime : TimeProvider
{
    private long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Add(ref now, TimeSpan.TicksPerMinute);
}
