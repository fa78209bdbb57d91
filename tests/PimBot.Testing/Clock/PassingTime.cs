namespace PimBot.Testing;

/// <summary>
/// A scene's clock for who waits for a turn to send: the clock stands still for everyone else, so waiting here is what
/// lets the time pass, and by just as much.
/// </summary>
internal sealed class PassingTime(ManualTime clock) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            var due = clock.GetTimestamp() + dueTime.Ticks;
            ThreadPool.QueueUserWorkItem(_ => clock.JumpTo(due));
        }

        return timer;
    }
}
