namespace PimBot.Testing;

/// <summary>
/// A clock that stands still until it is moved. Timers fire on the thread that moves it, in the order in which they
/// fall due. Safe to use from many threads; concurrent moves add up.
/// </summary>
/// <remarks>A timer with a due time of zero fires at the next move, also at one of length zero.</remarks>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private DateTimeOffset epoch = start.ToUniversalTime();
    private TaskCompletionSource timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan elapsed;
    private TimeSpan target;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return epoch + elapsed;
        }
    }

    /// <summary>Monotonic: counts what was advanced, and no <see cref="Shift"/>.</summary>
    public override long GetTimestamp()
    {
        lock (gate)
        {
            return elapsed.Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass: every due timer fires at its own time, a periodic one once for each period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Time does not run backwards; see <see cref="Shift"/>.</exception>
    public void Advance(TimeSpan by) => Move(by, oneStep: false);

    /// <summary>Moves in one step, as a machine that was suspended sees it: each due timer fires once, afterwards.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Time does not run backwards; see <see cref="Shift"/>.</exception>
    public void Jump(TimeSpan by) => Move(by, oneStep: true);

    /// <summary>Moves in one step to a time of <see cref="GetTimestamp"/>; does nothing when that is past.</summary>
    public void JumpTo(long timestamp)
    {
        TimeSpan by;
        lock (gate)
        {
            by = TimeSpan.FromTicks(timestamp) - target;
        }

        if (by > TimeSpan.Zero)
        {
            Move(by, oneStep: true);
        }
    }

    /// <summary>Sets the wall clock forward or back, as an operator or a bad time server does. No timer fires.</summary>
    public void Shift(TimeSpan by)
    {
        lock (gate)
        {
            epoch += by;
        }
    }

    /// <summary>Completes when somebody waits for just so long from now: only then may time pass by it.</summary>
    /// <exception cref="TimeoutException">Nobody does for ten seconds.</exception>
    public async Task TimerAsync(TimeSpan dueIn)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (timers.Exists(timer => timer.Due == elapsed + dueIn))
                {
                    return;
                }

                next = timerSet.Task;
            }

            await next.WaitAsync(TimeSpan.FromSeconds(10));
        }
    }

    private void Move(TimeSpan by, bool oneStep)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        TimeSpan end;
        lock (gate)
        {
            end = target += by;
            elapsed = oneStep && end > elapsed ? end : elapsed;
        }

        while (NextDue(end) is { } timer)
        {
            timer.Fire();
        }
    }

    private Timer? NextDue(TimeSpan end)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            var reached = next?.Due ?? end;
            elapsed = reached > elapsed ? reached : elapsed;
            next?.Reschedule(elapsed);
            return next;
        }
    }

    private sealed class Timer(ManualTime clock, Action fire) : ITimer
    {
        private TimeSpan every;

        public TimeSpan Due { get; private set; }

        public void Fire() => fire();

        public void Reschedule(TimeSpan reached)
        {
            if (every <= TimeSpan.Zero)
            {
                clock.timers.Remove(this);
                return;
            }

            var missed = (reached - Due) / every;
            Due += every * (Math.Floor(missed) + 1);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    (Due, every) = (clock.elapsed + dueTime, period);
                    clock.timers.Add(this);
                    clock.timerSet.TrySetResult();
                    clock.timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
