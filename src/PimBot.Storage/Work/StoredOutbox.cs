using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PimBot.Application.Work;
using PimBot.Storage.Conversions;

namespace PimBot.Storage.Work;

internal sealed class StoredOutbox(Session session) : IOutbox
{
    // Found in the order of their due times, so that what is put off costs nothing, and handed out in their own order.
    private const string Claim = """
        WITH due AS MATERIALIZED (
            SELECT message.sequence FROM outbox AS message
            WHERE message.due_at <= {{0}} AND (message.leased_until IS NULL OR message.leased_until <= {{0}})
                AND NOT EXISTS (
                    SELECT 1 FROM outbox AS earlier
                    WHERE earlier.order_key = message.order_key AND earlier.sequence < message.sequence)
            ORDER BY message.due_at, message.sequence LIMIT {{1}} {0})
        UPDATE outbox SET leased_until = {{2}}, fence = fence + 1, attempts = attempts + 1
        WHERE sequence IN (SELECT sequence FROM due)
        RETURNING *
        """;

    public void Enqueue(Guid id, string kind, string orderKey, string payload, DateTimeOffset? notBefore = null) =>
        session.Owe(
            new OutboxRow
            {
                Id = id,
                Kind = StoredText.Limited(kind, OutboxRow.LongestKind, nameof(kind)),
                OrderKey = StoredText.Limited(orderKey, OutboxRow.LongestOrderKey, nameof(orderKey)),
                Payload = StoredText.Clean(payload),
                EnqueuedAt = session.Now,
                DueAt = Instant.RoundUp(notBefore) ?? session.Now,
            }
        );

    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(int most, TimeSpan lease, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        var instant = session.Dialect.Instant;
        var claimed = await db
            .Outbox.FromSql(
                FormattableStringFactory.Create(
                    string.Format(null, Claim, session.Dialect.SkipLocked),
                    instant(session.Now),
                    most,
                    instant(session.Now + lease)
                )
            )
            .ToListAsync(cancellation);
        return [.. claimed.OrderBy(message => message.Sequence).Select(message => message.ToMessage())];
    }

    public async Task<bool> CompleteAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        return await Held(db, message).ExecuteDeleteAsync(cancellation) is 1;
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

    // A claim is given back by completing or retrying: afterwards even the same fence holds nothing.
    private static IQueryable<OutboxRow> Held(PimContext db, OutboxMessage message) =>
        db.Outbox.Where(row => row.Id == message.Id && row.Fence == message.Fence && row.LeasedUntil != null);
}
