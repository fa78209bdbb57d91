using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PimBot.Application.Work;
using PimBot.Storage.Conversions;

namespace PimBot.Storage.Work;

internal sealed class StoredOutbox(Session session) : IOutbox
{
    // One claim looks at some 7,000 messages at most, and never twice at those that it parks.
    private const int SmallestWindow = 100;
    private const int LargestWindow = 1000;
    private const int MostWindows = 10;

    private const string Due = """
        SELECT * FROM outbox
        WHERE NOT parked AND lane = {{2}} AND due_at <= {{0}} AND (leased_until IS NULL OR leased_until <= {{0}})
        ORDER BY due_at, sequence LIMIT {{1}} {0}
        """;

    public void Enqueue(Guid id, string kind, string orderKey, string payload, DateTimeOffset? notBefore = null) =>
        session.Owe(
            new OutboxRow
            {
                Id = id,
                Lane = OutboxKinds.LaneOf(kind),
                Kind = StoredText.Limited(kind, OutboxRow.LongestKind, nameof(kind)),
                OrderKey = StoredText.Limited(orderKey, OutboxRow.LongestOrderKey, nameof(orderKey)),
                Payload = StoredText.Clean(payload),
                EnqueuedAt = session.Now,
                DueAt = Instant.RoundUp(notBefore) ?? session.Now,
            }
        );

    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(
        OutboxLane lane,
        int most,
        TimeSpan lease,
        CancellationToken cancellation
    )
    {
        var db = await session.CommandAsync(cancellation);
        var claimed = new List<OutboxRow>();
        var size = Math.Max(most, SmallestWindow);
        for (var windows = 0; windows < MostWindows && claimed.Count < most; windows++)
        {
            var window = await LockDueAsync(db, lane, size, cancellation);
            var behind = await ParkAsync(db, window, cancellation);
            var heads = window.Where(row => !behind.Contains(row.Sequence)).Take(most - claimed.Count).ToList();
            await LeaseAsync(db, heads, session.Now + lease, cancellation);
            claimed.AddRange(heads);
            if (window.Count < size)
            {
                break;
            }

            size = Math.Max(size, Math.Min(size * 2, LargestWindow));
        }

        return [.. claimed.OrderBy(row => row.Sequence).Select(row => row.ToClaimed())];
    }

    public async Task<bool> CompleteAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        if (await Held(db, message).ExecuteDeleteAsync(cancellation) is 0)
        {
            return false;
        }

        // Written even if it is not parked: who is about to park it holds its lock, and must be waited for.
        var key = StoredText.Clean(message.OrderKey);
        await db
            .Outbox.Where(row =>
                row.Sequence == db.Outbox.Where(next => next.OrderKey == key).Min(next => (long?)next.Sequence)
            )
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Parked, false), cancellation);
        return true;
    }

    public async Task<bool> RetryAsync(
        OutboxMessage message,
        DateTimeOffset at,
        string error,
        CancellationToken cancellation
    )
    {
        var db = await session.CommandAsync(cancellation);
        var code = StoredText.Clean(error.Length > OutboxRow.LongestError ? error[..OutboxRow.LongestError] : error);
        var due = Instant.RoundUp(at) ?? at;
        return await Held(db, message)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.DueAt, due)
                        .SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null)
                        .SetProperty(row => row.LastError, code),
                cancellation
            )
            is 1;
    }

    public async Task<bool> PutBackAsync(OutboxMessage message, DateTimeOffset at, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        var due = Instant.RoundUp(at) ?? at;
        return await Held(db, message)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.DueAt, due)
                        .SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null)
                        .SetProperty(row => row.Attempts, row => row.Attempts - 1),
                cancellation
            )
            is 1;
    }

    public async Task<OutboxBacklog> BacklogAsync(int attempts, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return new OutboxBacklog(
            await db.Outbox.CountAsync(cancellation),
            await db.Outbox.CountAsync(
                message => message.Attempts >= attempts && message.LastError != null,
                cancellation
            ),
            await db
                .Outbox.OrderBy(message => message.Sequence)
                .Select(message => (DateTimeOffset?)message.EnqueuedAt)
                .FirstOrDefaultAsync(cancellation)
        );
    }

    private Task<List<OutboxRow>> LockDueAsync(
        PimContext db,
        OutboxLane lane,
        int size,
        CancellationToken cancellation
    ) =>
        db
            .Outbox.FromSql(
                FormattableStringFactory.Create(
                    string.Format(null, Due, session.Dialect.SkipLocked),
                    session.Dialect.Instant(session.Now),
                    size,
                    lane.ToString()
                )
            )
            .ToListAsync(cancellation);

    // Those behind another of their key are put aside until that one is done: no later claim looks at them in vain.
    private static async Task<HashSet<long>> ParkAsync(
        PimContext db,
        List<OutboxRow> window,
        CancellationToken cancellation
    )
    {
        if (window.Count == 0)
        {
            return [];
        }

        var sequences = window.ConvertAll(row => row.Sequence);
        var behind = await db
            .Outbox.Where(row =>
                sequences.Contains(row.Sequence)
                && db.Outbox.Where(first => first.OrderKey == row.OrderKey).Min(first => first.Sequence) < row.Sequence
            )
            .Select(row => row.Sequence)
            .ToListAsync(cancellation);
        if (behind.Count > 0)
        {
            await db
                .Outbox.Where(row => behind.Contains(row.Sequence))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Parked, true), cancellation);
        }

        return [.. behind];
    }

    private static Task LeaseAsync(
        PimContext db,
        List<OutboxRow> heads,
        DateTimeOffset until,
        CancellationToken cancellation
    )
    {
        var sequences = heads.ConvertAll(row => row.Sequence);
        return sequences.Count == 0
            ? Task.CompletedTask
            : db
                .Outbox.Where(row => sequences.Contains(row.Sequence))
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.LeasedUntil, until)
                            .SetProperty(row => row.Fence, row => row.Fence + 1)
                            .SetProperty(row => row.Attempts, row => row.Attempts + 1),
                    cancellation
                );
    }

    // A claim is given back by completing or retrying: afterwards even the same fence holds nothing.
    private static IQueryable<OutboxRow> Held(PimContext db, OutboxMessage message) =>
        db.Outbox.Where(row => row.Id == message.Id && row.Fence == message.Fence && row.LeasedUntil != null);
}
