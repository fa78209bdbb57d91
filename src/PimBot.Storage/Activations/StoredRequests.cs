using Microsoft.EntityFrameworkCore;
using PimBot.Application.Activations;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Storage.Work;

namespace PimBot.Storage.Activations;

internal sealed class StoredRequests(Session session) : IActivationRequests
{
    private readonly GuardedRows<RequestRow, RequestState> rows = new(session);

    public async Task<ActivationRequest?> FindAsync(RequestId id, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return (await session.Queries.Request(db, id, cancellation))?.ToRequest();
    }

    public async Task<ActivationRequest?> FindPendingAsync(
        PersonId person,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var row = await Pending(db.Requests)
            .Where(row => row.Requester == person && row.Role == access.Role && row.Scope == access.Scope)
            .FirstOrDefaultAsync(cancellation);
        return row?.ToRequest();
    }

    public async Task<IReadOnlyList<ActivationRequest>> PendingOfAsync(PersonId person, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(Pending(db.Requests).Where(row => row.Requester == person), cancellation);
    }

    public async Task<IReadOnlyList<ActivationRequest>> OfAsync(
        PersonId person,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(
            db.Requests.Where(row => row.Requester == person)
                .OrderByDescending(row =>
                    row.State == RequestState.AwaitingVerification
                    || row.State == RequestState.PendingApproval
                    || row.State == RequestState.Granted
                    || row.State == RequestState.PendingProvisioning
                )
                .ThenByDescending(row => row.CreatedAt)
                .ThenByDescending(row => row.Id)
                .Take(most),
            cancellation
        );
    }

    public async Task<IReadOnlyList<ActivationRequest>> PendingApprovalAsync(int most, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(
            db.Requests.Where(row => row.State == RequestState.PendingApproval)
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .Take(most),
            cancellation
        );
    }

    public async Task<IReadOnlyList<ActivationRequest>> OfGrantAsync(GrantId grant, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(
            db.Requests.Where(row => row.GrantId == grant).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id),
            cancellation
        );
    }

    public async Task<IReadOnlyList<ActivationRequest>> PendingForAsync(
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(
            Pending(db.Requests)
                .Where(row => row.Role == access.Role && row.Scope == access.Scope)
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id),
            cancellation
        );
    }

    public async Task<IReadOnlyList<ActivationRequest>> PendingAsync(
        RequestId? after,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var newer = after is { Value: var older }
            ? db.Requests.FromSql($"SELECT * FROM activation_requests WHERE id > {older}")
            : db.Requests;
        return await ListAsync(Pending(newer).OrderBy(row => row.Id).Take(most), cancellation);
    }

    public async Task<IReadOnlyList<ActivationRequest>> ListAsync(
        RequestId? before,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var older = before is { Value: var newer }
            ? db.Requests.FromSql($"SELECT * FROM activation_requests WHERE id < {newer}")
            : db.Requests;
        return await ListAsync(older.OrderByDescending(row => row.Id).Take(most), cancellation);
    }

    public void Add(ActivationRequest request) => rows.Add(RequestRow.Of(request));

    public void Update(ActivationRequest before, ActivationRequest after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Id, before.Id);
        rows.Update(RequestRow.Of(before), RequestRow.Of(after));
    }

    public async Task<IReadOnlyList<ActivationRequest>> ClaimDueAsync(
        int most,
        TimeSpan lease,
        CancellationToken cancellation
    )
    {
        var claimed = await DueRows.ClaimAsync(session, db => db.Requests, most, lease, cancellation);
        return [.. claimed.Select(row => row.ToRequest())];
    }

    private static IQueryable<RequestRow> Pending(IQueryable<RequestRow> requests) =>
        requests.Where(row =>
            row.State == RequestState.AwaitingVerification
            || row.State == RequestState.PendingApproval
            || row.State == RequestState.Granted
            || row.State == RequestState.PendingProvisioning
        );

    private static async Task<IReadOnlyList<ActivationRequest>> ListAsync(
        IQueryable<RequestRow> query,
        CancellationToken cancellation
    ) => [.. (await query.ToListAsync(cancellation)).Select(row => row.ToRequest())];
}
