using Microsoft.EntityFrameworkCore;
using PimBot.Application.Audit;
using PimBot.Domain.Audit;
using PimBot.Storage.Conversions;
using PimBot.Storage.Work;

namespace PimBot.Storage.Audit;

internal sealed class StoredAuditOutlets(Session session) : IAuditOutlets
{
    public async Task<IReadOnlyList<AuditOutlet>> ListAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var rows = await db.AuditOutlets.OrderBy(row => row.Name).ToListAsync(cancellation);
        return [.. rows.Select(row => row.ToOutlet())];
    }

    public async Task<AuditOutlet?> ClaimAsync(string name, TimeSpan lease, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        var (now, until) = (session.Now, session.Now + lease);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO audit_outlets (name, sequence, hash, fence, attempts) VALUES ({name}, 0, {AuditChain.Beginning}, 0, 0) ON CONFLICT (name) DO NOTHING",
            cancellation
        );
        var claimed = await db
            .AuditOutlets.Where(row =>
                row.Name == name
                && (row.LeasedUntil == null || row.LeasedUntil <= now)
                && (row.DueAt == null || row.DueAt <= now)
            )
            .ExecuteUpdateAsync(
                row => row.SetProperty(to => to.Fence, to => to.Fence + 1).SetProperty(to => to.LeasedUntil, until),
                cancellation
            );
        return claimed == 0
            ? null
            : (await db.AuditOutlets.SingleAsync(row => row.Name == name, cancellation)).ToOutlet();
    }

    public async Task<bool> MoveAsync(AuditOutlet claimed, AuditEnd to, string? mark, CancellationToken cancellation)
    {
        var held = await HeldAsync(claimed, cancellation);
        return await held.ExecuteUpdateAsync(
            row =>
                row.SetProperty(now => now.Sequence, to.Sequence)
                    .SetProperty(now => now.Hash, to.Hash)
                    .SetProperty(now => now.Mark, mark)
                    .SetProperty(now => now.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(now => now.DueAt, (DateTimeOffset?)null)
                    .SetProperty(now => now.Attempts, 0)
                    .SetProperty(now => now.FailingSince, (DateTimeOffset?)null)
                    .SetProperty(now => now.ToldAt, (DateTimeOffset?)null),
            cancellation
        )
            is 1;
    }

    public async Task<bool> RetryAsync(
        AuditOutlet claimed,
        DateTimeOffset dueAt,
        DateTimeOffset? toldAt,
        CancellationToken cancellation
    )
    {
        var held = await HeldAsync(claimed, cancellation);
        var (due, since) = (Instant.RoundUp(dueAt) ?? dueAt, claimed.FailingSince ?? session.Now);
        return await held.ExecuteUpdateAsync(
            row =>
                row.SetProperty(now => now.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(now => now.DueAt, due)
                    .SetProperty(now => now.Attempts, claimed.Attempts + 1)
                    .SetProperty(now => now.FailingSince, since)
                    .SetProperty(now => now.ToldAt, toldAt),
            cancellation
        )
            is 1;
    }

    public async Task ReleaseAsync(AuditOutlet claimed, CancellationToken cancellation)
    {
        var held = await HeldAsync(claimed, cancellation);
        await held.ExecuteUpdateAsync(
            row => row.SetProperty(now => now.LeasedUntil, (DateTimeOffset?)null),
            cancellation
        );
    }

    private async Task<IQueryable<AuditOutletRow>> HeldAsync(AuditOutlet claimed, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        return db.AuditOutlets.Where(row => row.Name == claimed.Name && row.Fence == claimed.Fence);
    }
}
