using System.Globalization;
using PimBot.Playground.Channel;

namespace PimBot.Playground.Tests;

public sealed class TranscriptTests
{
    [Fact]
    public void A_transcript_keeps_its_newest_lines_only()
    {
        var transcript = new Transcript();
        for (var i = 0; i <= Transcript.Limit; i++)
        {
            transcript.Append(Line(i));
        }

        var lines = transcript.Snapshot();
        Assert.Equal(Transcript.Limit, lines.Count);
        Assert.Equal("1", lines[0].Id);
        Assert.Null(transcript.Find("0"));
        Assert.Null(transcript.Change("0", m => m));
    }

    [Fact]
    public async Task A_reader_gets_what_comes_after_its_cursor_and_nothing_twice()
    {
        var log = new EventLog();
        log.Publish(Event(1));
        var cursor = log.Cursor;
        log.Publish(Event(2));
        log.Publish(Event(3));

        var (first, second) = await TwoAsync(log, cursor);

        Assert.Equal(("2", "3"), (first.Event.Id, second.Event.Id));
        log.Publish(Event(4));
        Assert.Equal("3", (await TwoAsync(log, first.Cursor)).First.Event.Id);
    }

    [Fact]
    public async Task A_waiting_reader_is_told_at_once()
    {
        var log = new EventLog();
        await using var reader = log.ReadAsync(log.Cursor, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = reader.MoveNextAsync();
        Assert.False(next.IsCompleted);

        log.Publish(Event(1));

        Assert.True(await next);
        Assert.Equal("1", reader.Current.Event.Id);
    }

    [Fact]
    public async Task A_reader_that_missed_too_much_is_told_to_start_over()
    {
        var log = new EventLog();
        var cursor = log.Cursor;
        for (var i = 0; i <= EventLog.Limit; i++)
        {
            log.Publish(Event(i));
        }

        await AssertResetAsync(log, cursor);
    }

    [Fact]
    public async Task A_reader_that_missed_exactly_as_much_as_is_kept_catches_up()
    {
        var log = new EventLog();
        var cursor = log.Cursor;
        for (var i = 0; i < EventLog.Limit; i++)
        {
            log.Publish(Event(i));
        }

        Assert.Equal("0", (await TwoAsync(log, cursor)).First.Event.Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task An_unknown_cursor_starts_over(string? cursor) => await AssertResetAsync(new EventLog(), cursor);

    [Fact]
    public async Task A_cursor_from_before_a_restart_starts_over()
    {
        var before = new EventLog();

        await AssertResetAsync(new EventLog(), before.Cursor);
    }

    private static async Task AssertResetAsync(EventLog log, string? cursor)
    {
        await using var reader = log.ReadAsync(cursor, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal("reset", reader.Current.Event.Type);
        log.Publish(Event(7));
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal("7", reader.Current.Event.Id);
    }

    private static async Task<(
        (string Cursor, ChannelEvent Event) First,
        (string Cursor, ChannelEvent Event) Second
    )> TwoAsync(EventLog log, string? cursor)
    {
        await using var reader = log.ReadAsync(cursor, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reader.MoveNextAsync());
        var first = reader.Current;
        Assert.True(await reader.MoveNextAsync());
        return (first, reader.Current);
    }

    private static ChannelEvent Event(int id) => new("removed", "alice", Id: id.ToString(CultureInfo.InvariantCulture));

    private static TranscriptMessage Line(int id) =>
        new(id.ToString(CultureInfo.InvariantCulture), MessageAuthor.Bot, DateTimeOffset.UnixEpoch);
}
