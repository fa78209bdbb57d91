using PimBot.Channel.Endpoint;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Endpoint;

public sealed class RateMeterTests
{
    private readonly ManualTime clock = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_minutes_worth_may_come_at_once_and_then_one_at_a_time()
    {
        var meter = new RateMeter(6, clock);
        Assert.Equal(6, TakenOf(meter, 20));
        Assert.Equal(TimeSpan.FromSeconds(10), meter.WaitFor("alice"));
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.FromSeconds(1), meter.WaitFor("alice"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, TakenOf(meter, 5));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(3, TakenOf(meter, 20));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(6, TakenOf(meter, 20));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(6000)]
    [InlineData(100_000)]
    public void Over_a_long_time_no_more_than_the_limit_is_taken(int perMinute)
    {
        var meter = new RateMeter(perMinute, clock);
        var taken = 0;
        for (var i = 0; i < 600; i++)
        {
            taken += TakenOf(meter, (perMinute / 50) + 2);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(taken, perMinute * 10, (perMinute * 11) + 1);
    }

    [Fact]
    public void Being_refused_does_not_prolong_the_wait()
    {
        var meter = new RateMeter(60, clock);
        TakenOf(meter, 60);
        Assert.Equal(0, TakenOf(meter, 1000));
        Assert.Equal(TimeSpan.FromSeconds(1), meter.WaitFor("alice"));
    }

    [Fact]
    public void Keys_do_not_share_and_their_case_does_not_count()
    {
        var meter = new RateMeter(1, clock);
        Assert.Null(meter.WaitFor("alice"));
        Assert.Null(meter.WaitFor("bob"));
        Assert.NotNull(meter.WaitFor("ALICE"));
    }

    [Fact]
    public void Whoever_came_to_rest_is_forgotten()
    {
        var meter = new RateMeter(60, clock);
        for (var i = 0; i < 1000; i++)
        {
            meter.WaitFor($"person {i}");
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(meter.WaitFor("alice"));
        Assert.Equal(1, meter.Keys);
    }

    [Fact]
    public void A_million_people_at_once_are_not_all_remembered_but_whoever_owes_most_is()
    {
        var meter = new RateMeter(10, clock);
        TakenOf(meter, 10);
        for (var i = 0; i < 1_000_000; i++)
        {
            meter.WaitFor($"person {i}");
            Assert.InRange(meter.Keys, 1, RateMeter.MostKeys);
        }

        Assert.NotNull(meter.WaitFor("alice"));
    }

    private static int TakenOf(RateMeter meter, int tries) =>
        Enumerable.Range(0, tries).Count(_ => meter.WaitFor("alice") is null);
}
