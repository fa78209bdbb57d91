using Microsoft.EntityFrameworkCore;
using PimBot.Application.Alerts;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Storage.Access;
using PimBot.Storage.Work;

namespace PimBot.Storage.Alerts;

internal sealed class LocalOutsideAccess(ITransactions transactions) : ILocalOutsideAccess
{
    public Task<IReadOnlyList<OutsideAccess>> ListAsync(CancellationToken cancellation) =>
        transactions.ReadAsync<IReadOnlyList<OutsideAccess>>(
            async (unit, stop) =>
            {
                var db = await unit.Session.QueryAsync(stop);
                var rows = await db.LocalAccess.Where(row => row.Outside).ToListAsync(stop);
                return
                [
                    .. rows.Select(row => new OutsideAccess(
                        $"{row.GrantId}",
                        row.Person,
                        row.Group,
                        new RoleScope(row.Role, row.Scope),
                        row.Since
                    )),
                ];
            },
            cancellation
        );

    public Task AddAsync(OutsideAccess access, CancellationToken cancellation) =>
        transactions.WriteAsync(
            (unit, _) =>
            {
                unit.Session.Change()
                    .Add(
                        new LocalAccessRow
                        {
                            GrantId = new GrantId(Guid.Parse(access.Id)),
                            Person = access.Person,
                            Group = access.Group,
                            Role = access.Access.Role,
                            Scope = access.Access.Scope,
                            Since = access.Since ?? unit.Now,
                            Outside = true,
                        }
                    );
                return Task.FromResult(true);
            },
            cancellation
        );

    public Task<bool> RemoveAsync(string id, CancellationToken cancellation) =>
        transactions.WriteAsync(
            async (unit, stop) =>
            {
                if (!Guid.TryParse(id, out var known))
                {
                    return true;
                }

                var db = await unit.Session.CommandAsync(stop);
                var row = new GrantId(known);
                await db.LocalAccess.Where(r => r.GrantId == row && r.Outside).ExecuteDeleteAsync(stop);
                return !await db.LocalAccess.AnyAsync(r => r.GrantId == row && r.Outside, stop);
            },
            cancellation
        );
}
