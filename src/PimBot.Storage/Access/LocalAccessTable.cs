using Microsoft.EntityFrameworkCore;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Storage.Conversions;
using PimBot.Storage.Work;

namespace PimBot.Storage.Access;

internal sealed class LocalAccessTable(ITransactions transactions) : ILocalAccessTable
{
    public Task EnsureAsync(TargetGrant grant, DateTimeOffset now, CancellationToken cancellation) =>
        transactions.WriteAsync(
            async (unit, stop) =>
            {
                var person = grant.Person is { } one ? StoredText.Clean(one.Value) : null;
                var group = grant.Group is { } many ? StoredText.Clean(many.Value) : null;
                var (role, scope) = (
                    StoredText.Clean(grant.Access.Role.Value),
                    StoredText.Clean(grant.Access.Scope.Value)
                );
                var db = await unit.Session.CommandAsync(stop);
                return await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO local_access (grant_id, person, "group", role, scope, since, outside)
                    VALUES ({grant.Id.Value}, {person}, {group}, {role}, {scope},
                        {unit.Session.Dialect.Instant(now)}, FALSE)
                    ON CONFLICT (grant_id) DO NOTHING
                    """,
                    stop
                );
            },
            cancellation
        );

    public Task RemoveAsync(GrantId grant, CancellationToken cancellation) =>
        transactions.WriteAsync(
            async (unit, stop) =>
            {
                var db = await unit.Session.CommandAsync(stop);
                return await db.LocalAccess.Where(row => row.GrantId == grant && !row.Outside).ExecuteDeleteAsync(stop);
            },
            cancellation
        );

    public Task<bool> HoldsAsync(GrantId grant, CancellationToken cancellation) =>
        transactions.ReadAsync(
            async (unit, stop) =>
                await (await unit.Session.QueryAsync(stop)).LocalAccess.AnyAsync(
                    row => row.GrantId == grant && !row.Outside,
                    stop
                ),
            cancellation
        );

    public Task<IReadOnlyList<LocalAccess>> HeldByAsync(PersonId person, CancellationToken cancellation) =>
        transactions.ReadAsync<IReadOnlyList<LocalAccess>>(
            async (unit, stop) =>
            {
                var db = await unit.Session.QueryAsync(stop);
                var rows = await db
                    .LocalAccess.Where(row =>
                        row.Person == person
                        || db.GroupMembers.Where(member => member.PersonId == person && !member.IsOwner)
                            .Select(member => (GroupId?)member.GroupId)
                            .Contains(row.Group)
                    )
                    .OrderBy(row => row.Since)
                    .ThenBy(row => row.GrantId)
                    .ToListAsync(stop);
                return [.. rows.Select(row => row.ToLocalAccess())];
            },
            cancellation
        );
}
