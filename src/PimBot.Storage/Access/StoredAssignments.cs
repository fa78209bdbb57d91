using Microsoft.EntityFrameworkCore;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Storage.Audit;
using PimBot.Storage.Conversions;
using PimBot.Storage.Work;

namespace PimBot.Storage.Access;

internal sealed class StoredAssignments(Session session) : IAssignments
{
    private readonly GuardedRows<AssignmentRow, AssignmentStage> rows = new(session);
    private readonly AccessHistory history = new(session);

    // What nearly every step of a turn asks for again.
    private readonly Dictionary<PersonId, IReadOnlyList<Assignment>> ofPeople = [];

    public async Task<Assignment?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return (await db.Assignments.FirstOrDefaultAsync(row => row.Id == id, cancellation))?.ToAssignment();
    }

    public async Task<IReadOnlyList<Assignment>> FindAsync(
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        return ids.Count == 0 ? [] : await ListAsync(db.Assignments.Where(row => ids.Contains(row.Id)), cancellation);
    }

    public async Task<IReadOnlyList<Assignment>> OfAsync(PersonId person, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        if (ofPeople.TryGetValue(person, out var known))
        {
            return known;
        }

        var found = await session.Queries.AssignmentsOf(db, person).ToListAsync(cancellation);
        return ofPeople[person] = found.ConvertAll(row => row.ToAssignment());
    }

    public async Task<IReadOnlyList<Assignment>> OfGroupsAsync(
        IReadOnlyCollection<GroupId> groups,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var ids = groups.Select(group => (GroupId?)group).ToList();
        return ids.Count == 0
            ? []
            : await ListAsync(
                db.Assignments.Where(row => ids.Contains(row.Group)).OrderBy(row => row.Id),
                cancellation
            );
    }

    public async Task<IReadOnlyList<Assignment>> ToAsync(RoleId role, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(db.Assignments.Where(row => row.Role == role).OrderBy(row => row.Id), cancellation);
    }

    public async Task<IReadOnlyList<Assignment>> ListAsync(
        AssignmentFilter filter,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var matching = Matching(db.Assignments, filter, session.Now);
        var ordered = filter.EndsBefore is null
            ? matching.OrderBy(row => row.Id)
            : matching.OrderBy(row => row.End).ThenBy(row => row.Id);
        return await ListAsync(ordered.Take(most), cancellation);
    }

    public async Task<IReadOnlyList<AssignmentCount>> CountAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await AssignmentCounting.CountAsync(db, db.Assignments, session.Now, cancellation);
    }

    public async Task<IReadOnlyList<AssignmentCount>> CountAsync(
        IReadOnlyCollection<RoleId> roles,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var wanted = db.Assignments.Where(row => roles.Contains(row.Role));
        return roles.Count == 0 ? [] : await AssignmentCounting.CountAsync(db, wanted, session.Now, cancellation);
    }

    public async Task LockAsync(RoleId role, CancellationToken cancellation)
    {
        if (session.IsReadOnly)
        {
            return;
        }

        Forget();
        var db = await session.CommandAsync(cancellation);
        var id = StoredText.Clean(role.Value);
        var locking = $"SELECT id FROM roles WHERE id = {{0}} {session.Dialect.ForUpdate}";
        await db.Database.SqlQueryRaw<string>(locking, id).ToListAsync(cancellation);
    }

    public void Add(Assignment assignment)
    {
        Forget();
        rows.Add(AssignmentRow.Of(assignment));
        history.Begin(assignment);
    }

    /// <summary>Adds what was there before PimBot. Notices whose time has passed are not caught up: a load tells nobody of anything.</summary>
    public void Load(IEnumerable<Assignment> assignments)
    {
        foreach (var assignment in assignments)
        {
            Add(assignment with { Stage = AssignmentLife.StageOf(assignment.Start, assignment.End, session.Now) });
        }
    }

    public void Update(Assignment before, Assignment after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Id, before.Id);
        Forget();
        rows.Update(AssignmentRow.Of(before), AssignmentRow.Of(after));
        history.Change(before, after);
    }

    public void Remove(Assignment assignment)
    {
        Forget();
        rows.Remove(AssignmentRow.Of(assignment));
        history.End(assignment);
    }

    /// <summary>Drops what was read: something that it depends on changes.</summary>
    public void Forget() => ofPeople.Clear();

    public async Task<IReadOnlyList<Assignment>> ClaimDueAsync(int most, TimeSpan lease, CancellationToken cancellation)
    {
        var claimed = await DueRows.ClaimAsync(session, db => db.Assignments, most, lease, cancellation);
        return [.. claimed.Select(row => row.ToAssignment())];
    }

    private static IQueryable<AssignmentRow> Matching(
        IQueryable<AssignmentRow> query,
        AssignmentFilter filter,
        DateTimeOffset now
    )
    {
        query = filter.After is { } after ? query.Where(row => row.Id > after) : query;
        query = filter.Type is { } type ? query.Where(row => row.Type == type) : query;
        query = filter.Role is { } role ? query.Where(row => row.Role == role) : query;
        query = filter.Scope is { } scope ? query.Where(row => row.Scope == scope) : query;
        query = filter.Person is { } person ? query.Where(row => row.Person == person) : query;
        query = filter.Group is { } group ? query.Where(row => row.Group == group) : query;
        query = filter.EndsBefore is { } before ? query.Where(row => row.End < before) : query;
        return filter.WithEnded ? query : query.Where(row => row.End == null || row.End > now);
    }

    private static async Task<IReadOnlyList<Assignment>> ListAsync(
        IQueryable<AssignmentRow> query,
        CancellationToken cancellation
    ) => (await query.ToListAsync(cancellation)).ConvertAll(row => row.ToAssignment());
}
