using Microsoft.EntityFrameworkCore;
using PimBot.Application.Alerts;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;
using PimBot.Storage.Access;
using PimBot.Storage.Work;

namespace PimBot.Storage.Alerts;

internal sealed class StoredAlertFacts(Session session) : IAlertFacts
{
    /// <summary>By which an alert may come or go; what scans and fixes record themselves is not among them.</summary>
    private static readonly AuditAction[] Changes =
    [
        AuditAction.DirectoryLoaded,
        AuditAction.DirectoryChanged,
        AuditAction.AccessGranted,
        AuditAction.AccessEnded,
        AuditAction.AssignmentAdded,
        AuditAction.AssignmentChanged,
        AuditAction.AssignmentRemoved,
        AuditAction.AssignmentEnded,
        AuditAction.AssignmentDeprovisioned,
        AuditAction.AssignmentProvisioned,
        AuditAction.PolicyChanged,
        AuditAction.SetUp,
        AuditAction.OutsideAccessRemoved,
    ];

    public async Task<IReadOnlyList<UnusedEligibility>> UnusedAsync(
        IReadOnlyCollection<RoleId> roles,
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var now = session.Now;
        var found = await Holding(db, roles)
            .Where(row =>
                row.Type == AssignmentType.Eligible
                && row.Person != null
                && (row.CreatedAt == null || row.CreatedAt <= since)
                && (row.Start == null || row.Start <= since)
            )
            .Select(row => new
            {
                Row = row,
                Last = db
                    .Grants.Where(grant =>
                        grant.Person == row.Person && grant.Role == row.Role && grant.Scope == row.Scope
                    )
                    .Max(grant => grant.ActiveFrom),
                IsActive = db.Grants.Any(grant =>
                    grant.Person == row.Person
                    && grant.Role == row.Role
                    && grant.Scope == row.Scope
                    && grant.State == GrantState.Active
                    && grant.ActiveUntil > now
                ),
            })
            .Where(found => found.Last == null || found.Last <= since)
            .ToListAsync(cancellation);
        return found.ConvertAll(f => new UnusedEligibility(f.Row.ToAssignment(), f.Last, f.IsActive));
    }

    public async Task<IReadOnlyList<SignedInHolder>> NotSignedInAsync(
        IReadOnlyCollection<RoleId> roles,
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var found = await Holding(db, roles)
            .Join(
                db.People.Where(person => person.LastSignIn <= since),
                row => row.Person,
                person => (PersonId?)person.Id,
                (row, person) =>
                    new
                    {
                        Row = row,
                        person.Kind,
                        person.LastSignIn,
                    }
            )
            .ToListAsync(cancellation);
        return found.ConvertAll(f => new SignedInHolder(f.Row.ToAssignment(), f.Kind, f.LastSignIn));
    }

    public async Task<IReadOnlyList<RepeatedActivation>> ActivatedAsync(
        IReadOnlyCollection<RoleId> roles,
        DateTimeOffset since,
        int times,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var found = await db
            .Grants.Where(grant => grant.ActiveFrom > since && roles.Contains(grant.Role))
            .GroupBy(grant => new
            {
                grant.Person,
                grant.Role,
                grant.Scope,
            })
            .Where(group => group.Count() >= times)
            .Select(group => new
            {
                group.Key,
                Times = group.Count(),
                Newest = group.Max(grant => grant.ActiveFrom),
            })
            .ToListAsync(cancellation);
        return found.ConvertAll(f => new RepeatedActivation(
            f.Key.Person,
            new RoleScope(f.Key.Role, f.Key.Scope),
            f.Times,
            f.Newest!.Value
        ));
    }

    public async Task<IReadOnlyList<Assignment>> RepeatedAsync(
        IReadOnlyCollection<RoleId> roles,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var now = session.Now;
        var eligible = db.Assignments.Where(row =>
            row.Type == AssignmentType.Eligible && roles.Contains(row.Role) && (row.End == null || row.End > now)
        );
        // Of each principal there are few: found by the index, where groups of all would be made anew for each row.
        var rows = await eligible
            .Where(row =>
                row.Person != null
                && eligible.Any(other =>
                    other.Person != null && other.Person == row.Person && other.Role == row.Role && other.Id != row.Id
                )
            )
            .Concat(
                eligible.Where(row =>
                    row.Group != null
                    && eligible.Any(other =>
                        other.Group != null && other.Group == row.Group && other.Role == row.Role && other.Id != row.Id
                    )
                )
            )
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => row.ToAssignment());
    }

    public async Task<long> LastAuditSequenceAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await db.AuditHeads.Select(head => head.Sequence).SingleAsync(cancellation);
    }

    public async Task<bool> HasChangedSinceAsync(long auditSequence, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await db.AuditEntries.AnyAsync(
            entry => entry.Sequence > auditSequence && Changes.Contains(entry.Action),
            cancellation
        );
    }

    private IQueryable<AssignmentRow> Holding(PimContext db, IReadOnlyCollection<RoleId> roles)
    {
        var now = session.Now;
        return db.Assignments.Where(row =>
            roles.Contains(row.Role) && (row.Start == null || row.Start <= now) && (row.End == null || row.End > now)
        );
    }
}
