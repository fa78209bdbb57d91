using PimBot.Channel.Connector;

namespace PimBot.Channel.Tests.Connector;

public sealed class SendHistoryTests
{
    [Fact]
    public void The_published_limits_are_kept_exactly_by_whoever_sends_as_fast_as_allowed()
    {
        var history = new SendHistory(RateLimit.OfConversation);
        var sent = new List<TimeSpan>();
        for (var i = 0; i < 4000; i++)
        {
            sent.Add(history.NextAt(sent.LastOrDefault()));
            history.Book(sent[^1]);
        }

        AssertWithin(RateLimit.OfConversation, sent);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1, 2, 2], sent.Take(10).Select(at => at.TotalSeconds));
        Assert.Equal(30, sent[60].TotalSeconds);
        Assert.Equal(3600, sent[1800].TotalSeconds);
    }

    [Fact]
    public void The_channel_sees_the_limits_kept_however_long_each_send_is_under_way()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var history = new SendHistory(RateLimit.OfConversation);
            var (now, arrivals) = (TimeSpan.Zero, new List<TimeSpan>());
            for (var i = 0; i < 150; i++)
            {
                now += random.Next(3) == 0 ? TimeSpan.FromMilliseconds(random.Next(4000)) : TimeSpan.Zero;
                var at = history.NextAt(now);
                history.Book(at);
                var arrival = at + TimeSpan.FromMilliseconds(random.Next(6) == 0 ? random.Next(3000) : 0);
                var ended = arrival + TimeSpan.FromMilliseconds(random.Next(5));
                history.End(at, ended);
                arrivals.Add(arrival);
                now = ended;
            }

            AssertWithin(RateLimit.OfConversation, arrivals);
        }
    }

    [Fact]
    public void Sends_that_end_in_another_order_are_all_counted()
    {
        var history = new SendHistory([new RateLimit(2, TimeSpan.FromSeconds(10))]);
        history.Book(TimeSpan.FromSeconds(1));
        history.Book(TimeSpan.FromSeconds(2));
        history.End(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        history.End(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(13), history.NextAt(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void What_is_held_waits_until_then_and_no_shorter_hold_undoes_it()
    {
        var history = new SendHistory(RateLimit.OfConversation);
        history.Hold(TimeSpan.FromSeconds(30));
        history.Hold(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(30), history.NextAt(TimeSpan.FromSeconds(1)));
        Assert.True(history.IsHeldAt(TimeSpan.FromSeconds(29.9)));
        Assert.False(history.IsHeldAt(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_history_is_over_an_hour_after_its_last_send_and_its_hold()
    {
        var history = new SendHistory(RateLimit.OfConversation);
        history.Book(TimeSpan.FromSeconds(1));
        Assert.False(history.IsOver(TimeSpan.FromHours(1)));
        history.Hold(TimeSpan.FromHours(1.5));
        Assert.False(history.IsOver(TimeSpan.FromHours(1.2)));
        Assert.True(history.IsOver(TimeSpan.FromHours(1.5)));
    }

    private static void AssertWithin(IReadOnlyList<RateLimit> limits, List<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        foreach (var limit in limits)
        {
            for (var i = limit.Sends; i < sorted.Count; i++)
            {
                Assert.True(
                    sorted[i] - sorted[i - limit.Sends] >= limit.Within,
                    $"More than {limit.Sends} in {limit.Within} at {sorted[i]}."
                );
            }
        }
    }
}
