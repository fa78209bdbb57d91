using System.Globalization;

namespace PimBot.Playground.Channel;

/// <summary>
/// The last <see cref="Limit"/> events, numbered, for any number of readers that come, go and come back. A cursor names
/// the process as well as the number, so that one from before a restart is recognised.
/// </summary>
internal sealed class EventLog
{
    public const int Limit = 1000;

    private readonly Lock gate = new();
    private readonly string epoch = Guid.NewGuid().ToString("N");
    private readonly Queue<ChannelEvent> recent = new(Limit);
    private long last;
    private TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Cursor
    {
        get
        {
            lock (gate)
            {
                return CursorOf(last);
            }
        }
    }

    public void Publish(ChannelEvent what)
    {
        lock (gate)
        {
            last++;
            recent.Enqueue(what);
            if (recent.Count > Limit)
            {
                recent.Dequeue();
            }

            arrival.SetResult();
            arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>
    /// Everything after the cursor, for ever. A cursor that is unknown or too old yields <see cref="ChannelEvent.Reset"/>
    /// and goes on from the present.
    /// </summary>
    public async IAsyncEnumerable<(string Cursor, ChannelEvent Event)> ReadAsync(
        string? cursor,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        while (true)
        {
            var (batch, more) = After(cursor);
            foreach (var item in batch)
            {
                cursor = item.Cursor;
                yield return item;
            }

            await more.WaitAsync(cancellation);
        }
    }

    private (IReadOnlyList<(string Cursor, ChannelEvent Event)> Batch, Task More) After(string? cursor)
    {
        lock (gate)
        {
            var oldest = last - recent.Count;
            if (Position(cursor) is not { } position || position < oldest || position > last)
            {
                return ([(CursorOf(last), ChannelEvent.Reset)], arrival.Task);
            }

            return (
                [
                    .. recent
                        .Skip((int)(position - oldest))
                        .Select((what, index) => (CursorOf(position + index + 1), what)),
                ],
                arrival.Task
            );
        }
    }

    private long? Position(string? cursor) =>
        cursor?.Split('-') is [var given, var number]
        && given == epoch
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : null;

    private string CursorOf(long position) => string.Create(CultureInfo.InvariantCulture, $"{epoch}-{position}");
}
