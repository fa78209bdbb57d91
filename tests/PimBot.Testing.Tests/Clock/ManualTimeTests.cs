using Xunit;

namespace PimBot.Testing.Tests;

public sealed class ManualTimeTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly ManualTime clock = new(Monday);
    private readonly List<string> fired = [];

    [Fact]
    public void It_stands_still_until_it_is_advanced()
    {
        Assert.Equal(Monday, clock.GetUtcNow());
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(Monday.AddHours(2), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromHours(2), clock.GetElapsedTime(0));
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_and_see_them()
    {
        using var late = Timer("late", TimeSpan.FromMinutes(2));
        using var early = Timer("early", TimeSpan.FromMinutes(1));
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(["early 08:01", "late 08:02"], fired);
    }

    [Fact]
    public void A_periodic_timer_fires_once_a_period()
    {
        using var timer = Timer("tick", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(["tick 08:01", "tick 08:03", "tick 08:05"], fired);
    }

    [Fact]
    public void A_jump_fires_each_due_timer_once_and_keeps_its_beat()
    {
        using var timer = Timer("tick", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
        clock.Jump(TimeSpan.FromMinutes(6));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["tick 08:06", "tick 08:07"], fired);
    }

    [Fact]
    public void A_shift_of_the_wall_clock_fires_nothing_and_leaves_elapsed_time_alone()
    {
        using var timer = Timer("tick", TimeSpan.FromMinutes(1));
        clock.Shift(TimeSpan.FromDays(-1));
        Assert.Equal(Monday.AddDays(-1), clock.GetUtcNow());
        Assert.Equal(0, clock.GetTimestamp());
        Assert.Empty(fired);
    }

    [Fact]
    public void Stopped_and_disposed_timers_do_not_fire()
    {
        var disposed = Timer("disposed", TimeSpan.FromMinutes(1));
        disposed.Dispose();
        using var stopped = Timer("stopped", TimeSpan.FromMinutes(1));
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(fired);
    }

    [Fact]
    public void Time_does_not_run_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));

    [Fact]
    public void Concurrent_advances_add_up()
    {
        Parallel.For(0, 1000, _ => clock.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(Monday.AddSeconds(1000), clock.GetUtcNow());
    }

    [Fact]
    public void A_delay_ends_when_the_clock_reaches_it()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30), clock);
        Assert.False(timeout.IsCancellationRequested);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(timeout.IsCancellationRequested);
    }

    private ITimer Timer(string name, TimeSpan due, TimeSpan? period = null) =>
        clock.CreateTimer(
            _ => fired.Add($"{name} {clock.GetUtcNow():HH:mm}"),
            state: null,
            due,
            period ?? Timeout.InfiniteTimeSpan
        );
}
