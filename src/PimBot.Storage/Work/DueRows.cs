using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace PimBot.Storage.Work;

/// <summary>Takes rows whose time has come, so that no other process takes them before the lease ends. An update ends the lease.</summary>
internal static class DueRows
{
    private const string Claim = """
        WITH due AS MATERIALIZED (
            SELECT id FROM {0}
            WHERE due_at <= {{0}} AND (leased_until IS NULL OR leased_until <= {{0}})
            ORDER BY due_at LIMIT {{1}} {1})
        UPDATE {0} SET leased_until = {{2}} WHERE id IN (SELECT id FROM due)
        RETURNING *
        """;

    /// <summary>At most <paramref name="most"/>, the most overdue first.</summary>
    /// <param name="session">The unit of work.</param>
    /// <param name="table">The table, with the columns <c>id</c>, <c>due_at</c> and <c>leased_until</c>.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="lease">For how long.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IEnumerable<T>> ClaimAsync<T>(
        Session session,
        Func<PimContext, DbSet<T>> table,
        int most,
        TimeSpan lease,
        CancellationToken cancellation
    )
        where T : class, IDueRow
    {
        var rows = table(await session.CommandAsync(cancellation));
        var (dialect, name) = (session.Dialect, rows.EntityType.GetTableName());
        var claimed = await rows.FromSql(
                FormattableStringFactory.Create(
                    string.Format(null, Claim, name, dialect.SkipLocked),
                    dialect.Instant(session.Now),
                    most,
                    dialect.Instant(session.Now + lease)
                )
            )
            .ToListAsync(cancellation);
        return claimed.OrderBy(row => row.DueAt);
    }
}
