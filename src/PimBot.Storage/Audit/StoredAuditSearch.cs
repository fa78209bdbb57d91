using Microsoft.EntityFrameworkCore;
using PimBot.Application.Audit;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Storage.Work;

namespace PimBot.Storage.Audit;

/// <summary>
/// Splits a query into legs that have one equality each, such as "the actor is Bob" and "the subject is Bob". Each leg is
/// a walk along one index in the order of numbers that ends when enough was found; an OR would not be, on either engine.
/// </summary>
internal sealed class StoredAuditSearch(Session session) : IAuditSearch
{
    // Above so many, one walk through all entries finds enough sooner.
    private const int MostLegs = 16;

    // Units that run at once may commit in another order than that of their times; none runs for an hour.
    private static readonly TimeSpan Disorder = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<AuditEntry>> NewestAsync(
        AuditSelection selection,
        long? before,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var found = new Dictionary<long, AuditRow>();
        foreach (var leg in await LegsAsync(db, selection, cancellation))
        {
            var rows = before is { } below ? leg.Where(row => row.Sequence < below) : leg;
            Add(found, await rows.OrderByDescending(row => row.Sequence).Take(most).ToListAsync(cancellation));
        }

        return [.. found.Values.OrderByDescending(row => row.Sequence).Take(most).Select(row => row.ToEntry())];
    }

    public async Task<IReadOnlyList<AuditEntry>> OldestAsync(
        AuditSelection selection,
        long after,
        long last,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var found = new Dictionary<long, AuditRow>();
        foreach (var leg in await LegsAsync(db, selection, cancellation))
        {
            var rows = leg.Where(row => row.Sequence > after && row.Sequence <= last);
            Add(found, await rows.OrderBy(row => row.Sequence).Take(most).ToListAsync(cancellation));
        }

        return [.. found.Values.OrderBy(row => row.Sequence).Take(most).Select(row => row.ToEntry())];
    }

    public async Task<int> CountAsync(AuditSelection selection, int bound, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var found = new HashSet<long>();
        foreach (var leg in await LegsAsync(db, selection, cancellation))
        {
            found.UnionWith(
                await leg.OrderByDescending(row => row.Sequence)
                    .Select(row => row.Sequence)
                    .Take(bound)
                    .ToListAsync(cancellation)
            );
        }

        return Math.Min(found.Count, bound);
    }

    public async Task<IReadOnlyList<DateTimeOffset>> MomentsAsync(
        AuditSelection selection,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var found = new Dictionary<long, DateTimeOffset>();
        foreach (var leg in await LegsAsync(db, selection, cancellation))
        {
            var moments = await leg.OrderByDescending(row => row.Sequence)
                .Select(row => new { row.Sequence, row.At })
                .Take(most)
                .ToListAsync(cancellation);
            moments.ForEach(moment => found[moment.Sequence] = moment.At);
        }

        return [.. found.OrderByDescending(pair => pair.Key).Take(most).Select(pair => pair.Value)];
    }

    public async Task<AuditEntry?> FindAsync(AuditSight sight, long sequence, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var row = await db.AuditEntries.FirstOrDefaultAsync(row => row.Sequence == sequence, cancellation);
        return row?.ToEntry() is { } entry && sight.Sees(entry.Event) ? entry : null;
    }

    public async Task<(long First, long Last)?> BoundsAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var first = await db.AuditEntries.MinAsync(row => (long?)row.Sequence, cancellation);
        var last = await db.AuditEntries.MaxAsync(row => (long?)row.Sequence, cancellation);
        return first is { } from && last is { } to ? (from, to) : null;
    }

    private async Task<IReadOnlyList<IQueryable<AuditRow>>> LegsAsync(
        PimContext db,
        AuditSelection selection,
        CancellationToken cancellation
    )
    {
        var wanted = AuditConditions.Wanted(db.AuditEntries, selection);
        if (await AfterAsync(db, selection.Filter, cancellation) is { } after)
        {
            wanted = wanted.Where(row => row.Sequence > after);
        }

        if (await BeforeAsync(db, selection.Filter, cancellation) is { } before)
        {
            wanted = wanted.Where(row => row.Sequence < before);
        }

        return Legs(wanted, selection);
    }

    private static IReadOnlyList<IQueryable<AuditRow>> Legs(IQueryable<AuditRow> wanted, AuditSelection selection)
    {
        var filter = selection.Filter;
        if (filter.Request is not null || filter.Actor is not null || filter.Subject is not null)
        {
            return [wanted];
        }

        PersonId? person = filter.Person ?? (selection.Sight.IsOwnOnly ? selection.Sight.Reader : null);
        if (person is { } either)
        {
            return [wanted.Where(row => row.Actor == either), wanted.Where(row => row.Subject == either)];
        }

        return filter is { Role: null, Actions: { Count: > 0 and <= MostLegs } actions }
            ? [.. actions.Select(action => wanted.Where(row => row.Action == action))]
            : [wanted];
    }

    private static async Task<long?> AfterAsync(PimContext db, AuditFilter filter, CancellationToken cancellation)
    {
        if (filter.Since is not { } since)
        {
            return null;
        }

        // The calendar's first hour has nothing before it.
        var surely = since - DateTimeOffset.MinValue > Disorder ? since - Disorder : since;
        return await db
            .AuditEntries.Where(row => row.At < surely)
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Sequence)
            .Select(row => (long?)row.Sequence)
            .FirstOrDefaultAsync(cancellation);
    }

    private static async Task<long?> BeforeAsync(PimContext db, AuditFilter filter, CancellationToken cancellation)
    {
        if (filter.Until is not { } until)
        {
            return null;
        }

        var surely = DateTimeOffset.MaxValue - until > Disorder ? until + Disorder : until;
        return await db
            .AuditEntries.Where(row => row.At >= surely)
            .OrderBy(row => row.At)
            .ThenBy(row => row.Sequence)
            .Select(row => (long?)row.Sequence)
            .FirstOrDefaultAsync(cancellation);
    }

    private static void Add(Dictionary<long, AuditRow> found, List<AuditRow> rows) =>
        rows.ForEach(row => found[row.Sequence] = row);
}
