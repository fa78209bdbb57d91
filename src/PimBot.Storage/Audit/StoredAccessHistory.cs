using Microsoft.EntityFrameworkCore;
using PimBot.Application.Audit;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Storage.Work;

namespace PimBot.Storage.Audit;

internal sealed class StoredAccessHistory(Session session) : IAccessHistory
{
    public async Task<DateTimeOffset?> BeginAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var assigned = await db.Set<AssignmentPeriodRow>()
            .MinAsync(row => (DateTimeOffset?)row.RecordedAt, cancellation);
        var joined = await db.Set<MembershipPeriodRow>().MinAsync(row => (DateTimeOffset?)row.RecordedAt, cancellation);
        return assigned < joined || joined is null ? assigned : joined;
    }

    public async Task<IReadOnlyList<AssignmentPeriod>> AssignmentsAsync(
        IReadOnlyCollection<RoleId> roles,
        DateTimeOffset from,
        DateTimeOffset until,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var rows = await db.Set<AssignmentPeriodRow>()
            .Where(row =>
                roles.Contains(row.Role)
                && (row.Since == null || row.Since < until)
                && (row.Until == null || row.Until > from)
            )
            .OrderBy(row => row.Sequence)
            .Take(most)
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => row.ToPeriod());
    }

    public async Task<IReadOnlyList<Grant>> ActivationsAsync(
        IReadOnlyCollection<RoleId> roles,
        DateTimeOffset from,
        DateTimeOffset until,
        int most,
        CancellationToken cancellation
    )
    {
        // When it was ended early is not a column: that is looked at below.
        var db = await session.QueryAsync(cancellation);
        var rows = await db
            .Grants.Where(row => roles.Contains(row.Role) && row.ActiveFrom < until && row.ActiveUntil > from)
            .OrderBy(row => row.ActiveFrom)
            .Take(most)
            .ToListAsync(cancellation);
        return [.. rows.Select(row => row.ToGrant()).Where(grant => grant.End is null || grant.End.At > from)];
    }

    public async Task<IReadOnlyList<MembershipPeriod>> MembershipsAsync(
        IReadOnlyCollection<GroupId> groups,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    )
    {
        if (groups.Count == 0)
        {
            return [];
        }

        var db = await session.QueryAsync(cancellation);
        var rows = await db.Set<MembershipPeriodRow>()
            .Where(row =>
                groups.Contains(row.Group)
                && (row.Since == null || row.Since < until)
                && (row.Until == null || row.Until > from)
            )
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => new MembershipPeriod(row.Group, row.Person, row.Since, row.Until));
    }
}
