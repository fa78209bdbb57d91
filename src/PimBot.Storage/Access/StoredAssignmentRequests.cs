using Microsoft.EntityFrameworkCore;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Storage.Work;

namespace PimBot.Storage.Access;

internal sealed class StoredAssignmentRequests(Session session) : IAssignmentRequests
{
    private readonly GuardedRows<AssignmentRequestRow, RequestState> rows = new(session);

    public async Task<AssignmentRequest?> FindAsync(RequestId id, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return (await db.AssignmentRequests.FirstOrDefaultAsync(row => row.Id == id, cancellation))?.ToRequest();
    }

    public async Task<AssignmentRequest?> FindPendingAsync(Guid assignment, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var row = await db.AssignmentRequests.FirstOrDefaultAsync(
            row => row.Assignment == assignment && row.WaitsFor != null,
            cancellation
        );
        return row?.ToRequest();
    }

    public async Task<IReadOnlyList<AssignmentRequest>> WaitingAsync(int most, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(
            db.AssignmentRequests.Where(row => row.WaitsFor != null)
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .Take(most),
            cancellation
        );
    }

    public async Task<IReadOnlyList<AssignmentRequest>> PendingAsync(int most, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(
            db.AssignmentRequests.Where(row =>
                    row.WaitsFor == PendingReason.AdministratorDecision
                    || row.WaitsFor == PendingReason.SecondAdministrator
                )
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .Take(most),
            cancellation
        );
    }

    public async Task<IReadOnlyList<AssignmentRequest>> OfAssignmentAsync(
        Guid assignment,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(
            db.AssignmentRequests.Where(row => row.Assignment == assignment)
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id),
            cancellation
        );
    }

    public async Task<IReadOnlyList<AssignmentRequest>> ByAsync(
        PersonId person,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(
            db.AssignmentRequests.Where(row => row.CreatedBy == person)
                .OrderByDescending(row => row.CreatedAt)
                .ThenByDescending(row => row.Id)
                .Take(most),
            cancellation
        );
    }

    public async Task<IReadOnlyList<AssignmentRequest>> ListAsync(
        RequestId? before,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var older = before is { Value: var newer }
            ? db.AssignmentRequests.FromSql($"SELECT * FROM assignment_requests WHERE id < {newer}")
            : db.AssignmentRequests;
        return await ListAsync(older.OrderByDescending(row => row.Id).Take(most), cancellation);
    }

    public void Add(AssignmentRequest request) => rows.Add(AssignmentRequestRow.Of(request));

    public void Update(AssignmentRequest before, AssignmentRequest after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Id, before.Id);
        rows.Update(AssignmentRequestRow.Of(before), AssignmentRequestRow.Of(after));
    }

    public async Task<IReadOnlyList<AssignmentRequest>> ClaimDueAsync(
        int most,
        TimeSpan lease,
        CancellationToken cancellation
    )
    {
        var claimed = await DueRows.ClaimAsync(session, db => db.AssignmentRequests, most, lease, cancellation);
        return [.. claimed.Select(row => row.ToRequest())];
    }

    private static async Task<IReadOnlyList<AssignmentRequest>> ListAsync(
        IQueryable<AssignmentRequestRow> query,
        CancellationToken cancellation
    ) => (await query.ToListAsync(cancellation)).ConvertAll(row => row.ToRequest());
}
