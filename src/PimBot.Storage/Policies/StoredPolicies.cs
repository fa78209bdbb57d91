using Microsoft.EntityFrameworkCore;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Storage.Work;

namespace PimBot.Storage.Policies;

/// <summary>The policies that were set; where there is none the published default holds.</summary>
internal sealed class StoredPolicies(Session session)
{
    // Every step of a request asks for it again.
    private readonly Dictionary<RoleScope, RolePolicy?> found = [];

    public async Task<RolePolicy?> FindAsync(RoleScope access, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return found.TryGetValue(access, out var known)
            ? known
            : found[access] = (await Of(db.Policies, access).FirstOrDefaultAsync(cancellation))?.Body;
    }

    public async Task<IReadOnlyDictionary<RoleScope, RolePolicy>> OfAsync(
        IReadOnlyCollection<RoleScope> accesses,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var ofRoles = accesses.Select(access => access.Role).Distinct().ToList();
        var rows =
            ofRoles.Count == 0
                ? []
                : await db.Policies.Where(policy => ofRoles.Contains(policy.Role)).ToListAsync(cancellation);
        var stored = rows.ToDictionary(row => new RoleScope(row.Role, row.Scope), row => row.Body);
        return accesses
            .Distinct()
            .ToDictionary(access => access, access => stored.GetValueOrDefault(access) ?? RolePolicy.Default(access));
    }

    public async Task<IReadOnlyList<RolePolicy>> AllAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var rows = await db
            .Policies.OrderBy(policy => policy.Role)
            .ThenBy(policy => policy.Scope)
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => row.Body);
    }

    public void Load(IEnumerable<RolePolicy> policies)
    {
        found.Clear();
        session.Change().AddRange(policies.Select(PolicyRow.Of));
    }

    public async Task UpdateAsync(RolePolicy policy, CancellationToken cancellation)
    {
        found.Clear();
        var db = await session.CommandAsync(cancellation);
        var stored = await Of(db.Policies.AsTracking(), policy.Access).FirstOrDefaultAsync(cancellation);
        // A role without a policy of its own was under version 1 of the default.
        var next = policy with
        {
            Version = (stored?.Version ?? RolePolicy.Default(policy.Access).Version) + 1,
        };
        if (stored is null)
        {
            session.Change().Add(PolicyRow.Of(next));
            return;
        }

        (stored.Version, stored.Body) = (next.Version, next);
        session.Change().Entry(stored).State = EntityState.Modified;
    }

    public async Task RemoveAsync(RoleScope access, CancellationToken cancellation)
    {
        found.Clear();
        var db = await session.CommandAsync(cancellation);
        var stored = await Of(db.Policies.AsTracking(), access).FirstOrDefaultAsync(cancellation);
        if (stored is not null)
        {
            session.Change().Remove(stored);
        }
    }

    private static IQueryable<PolicyRow> Of(IQueryable<PolicyRow> policies, RoleScope access) =>
        policies.Where(policy => policy.Role == access.Role && policy.Scope == access.Scope);
}
