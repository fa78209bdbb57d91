using Microsoft.EntityFrameworkCore;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Storage.Work;

namespace PimBot.Storage.Access;

internal sealed class StoredGrants(Session session) : IGrants
{
    private readonly GuardedRows<GrantRow, GrantState> rows = new(session);

    public async Task<Grant?> FindAsync(GrantId id, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return (await session.Queries.Grant(db, id, cancellation))?.ToGrant();
    }

    public async Task<Grant?> FindOpenAsync(PersonId person, RoleScope access, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var row = await Open(db)
            .Where(row => row.Person == person && row.Role == access.Role && row.Scope == access.Scope)
            .FirstOrDefaultAsync(cancellation);
        return row?.ToGrant();
    }

    public async Task<IReadOnlyList<Grant>> OpenOfAsync(PersonId person, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(Open(db).Where(row => row.Person == person).OrderBy(row => row.Id), cancellation);
    }

    public async Task<IReadOnlyList<Grant>> OpenOfRoleAsync(RoleId role, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(Open(db).Where(row => row.Role == role).OrderBy(row => row.Id), cancellation);
    }

    public async Task<IReadOnlyList<Grant>> ActivePageAsync(GrantId? after, int most, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var later = after is { Value: var last }
            ? db.Grants.FromSql($"SELECT * FROM grants WHERE id > {last}")
            : db.Grants;
        return await ListAsync(
            later.Where(row => row.State == GrantState.Active).OrderBy(row => row.Id).Take(most),
            cancellation
        );
    }

    public async Task<IReadOnlyList<ActivationStart>> StartedSinceAsync(
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var found = await db
            .Grants.Where(row => row.ActiveFrom >= since)
            .OrderBy(row => row.ActiveFrom)
            .Select(row => new
            {
                row.Role,
                row.Scope,
                At = row.ActiveFrom!.Value,
            })
            .ToListAsync(cancellation);
        return found.ConvertAll(row => new ActivationStart(new RoleScope(row.Role, row.Scope), row.At));
    }

    public async Task<IReadOnlyList<LastActivation>> LastStartsAsync(RoleId role, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var found = await db
            .Grants.Where(row => row.Role == role && row.ActiveFrom != null)
            .GroupBy(row => new { row.Person, row.Scope })
            .Select(group => new
            {
                group.Key.Person,
                group.Key.Scope,
                At = group.Max(row => row.ActiveFrom!.Value),
            })
            .ToListAsync(cancellation);
        return found.ConvertAll(row => new LastActivation(row.Person, row.Scope, row.At));
    }

    public void Add(Grant grant) => rows.Add(GrantRow.Of(grant));

    public void Update(Grant before, Grant after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Id, before.Id);
        rows.Update(GrantRow.Of(before), GrantRow.Of(after));
    }

    public async Task<IReadOnlyList<Grant>> ClaimDueAsync(int most, TimeSpan lease, CancellationToken cancellation)
    {
        var claimed = await DueRows.ClaimAsync(session, db => db.Grants, most, lease, cancellation);
        return [.. claimed.Select(row => row.ToGrant())];
    }

    private static IQueryable<GrantRow> Open(PimContext db) =>
        db.Grants.Where(row => row.State == GrantState.Provisioning || row.State == GrantState.Active);

    private static async Task<IReadOnlyList<Grant>> ListAsync(
        IQueryable<GrantRow> query,
        CancellationToken cancellation
    ) => (await query.ToListAsync(cancellation)).ConvertAll(row => row.ToGrant());
}
