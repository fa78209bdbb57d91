using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PimBot.Application.Audit;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Storage.Work;

namespace PimBot.Storage.Audit;

internal sealed class StoredAuditTrail(Session session) : IAuditTrail
{
    public void From(AuditOrigin origin) => session.Origin = origin;

    public void Append(AuditEvent happened) => session.Record(happened);

    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(long after, int most, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var rows = await db
            .AuditEntries.Where(entry => entry.Sequence > after)
            .OrderBy(entry => entry.Sequence)
            .Take(most)
            .ToListAsync(cancellation);
        return [.. rows.Select(row => row.ToEntry())];
    }

    public async Task<string?> StoreAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        if (!session.IsReadOnly)
        {
            var made = $"{Guid.NewGuid():N}";
            await db
                .AuditHeads.Where(head => head.StoreId == null)
                .ExecuteUpdateAsync(head => head.SetProperty(row => row.StoreId, made), cancellation);
        }

        return await db.AuditHeads.Select(head => head.StoreId).SingleAsync(cancellation);
    }

    public async Task<AuditStanding> StandingAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var head = await db.AuditHeads.SingleOrDefaultAsync(cancellation);
        var checkpoint = await db.AuditCheckpoints.SingleOrDefaultAsync(cancellation);
        return new AuditStanding(
            head?.StoreId,
            head is null ? AuditEnd.Beginning : new(head.Sequence, head.Hash),
            checkpoint?.ToCheckpoint()
        );
    }

    public async IAsyncEnumerable<AuditLink> ScanAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var scan = await AuditScan.BeginAsync(await session.QueryAsync(cancellation), cancellation);
        while (await scan.NextAsync(cancellation) is { } link)
        {
            yield return link;
        }
    }

    public async Task<bool> DeleteAsync(AuditCheckpoint upTo, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO audit_checkpoint (id, sequence, hash, at, kept_days) VALUES (1, 0, {AuditChain.Beginning}, {session.Dialect.Instant(session.Now)}, 0) ON CONFLICT (id) DO NOTHING",
            cancellation
        );
        var before = await db.AuditEntries.MinAsync(entry => (long?)entry.Sequence, cancellation) - 1;
        var moved = await db
            .AuditCheckpoints.Where(row => row.Sequence == before && row.Sequence < upTo.Sequence)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(to => to.Sequence, upTo.Sequence)
                        .SetProperty(to => to.Hash, upTo.Hash)
                        .SetProperty(to => to.At, upTo.At)
                        .SetProperty(to => to.KeptDays, upTo.KeptDays),
                cancellation
            );
        if (moved == 0)
        {
            return false;
        }

        await db.AuditEntries.Where(entry => entry.Sequence <= upTo.Sequence).ExecuteDeleteAsync(cancellation);
        return true;
    }

    public async Task<IReadOnlyList<AuditEntry>> OfRequestAsync(RequestId request, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var rows = await db
            .AuditEntries.Where(entry => entry.RequestId == request)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellation);
        return [.. rows.Select(row => row.ToEntry())];
    }
}
