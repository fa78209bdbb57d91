using Microsoft.EntityFrameworkCore;
using PimBot.Domain.Access;
using PimBot.Storage.Work;

namespace PimBot.Storage.Audit;

/// <summary>Writes the times of assignments and memberships, together with the changes themselves.</summary>
internal sealed class AccessHistory(Session session)
{
    /// <summary>An assignment that is new to the store. Without a start it holds since before the record.</summary>
    public void Begin(Assignment assignment)
    {
        var now = session.Now;
        session.Later(
            (db, _) =>
            {
                db.Add(AssignmentPeriodRow.Of(assignment, assignment.Start, now));
                return Task.CompletedTask;
            }
        );
    }

    public void Change(Assignment before, Assignment after)
    {
        if (IsSame(before, after))
        {
            return;
        }

        var now = session.Now;
        if (GoesOn(before, after, now))
        {
            session.Later((db, stop) => MoveEndAsync(db, after, stop));
        }
        else
        {
            session.Later((db, stop) => ReplaceAsync(db, after, now, stop));
        }
    }

    public void End(Assignment assignment)
    {
        var now = session.Now;
        session.Later((db, stop) => CloseAsync(db, assignment.Id, now, stop));
    }

    /// <summary>A group that is new to the store: its members are since before the record.</summary>
    public void Begin(Group group) => AddMembers(group.Id, group.Members.Distinct(), null);

    /// <param name="group">What the group becomes.</param>
    /// <param name="before">Its members so far.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public async Task ChangeAsync(Group group, IReadOnlySet<PersonId> before, CancellationToken cancellation)
    {
        var now = session.Now;
        var gone = before.Except(group.Members).ToList();
        if (gone.Count > 0)
        {
            var db = await session.CommandAsync(cancellation);
            await db.Set<MembershipPeriodRow>()
                .Where(row => row.Group == group.Id && gone.Contains(row.Person) && row.Until == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, now), cancellation);
        }

        AddMembers(group.Id, group.Members.Distinct().Where(member => !before.Contains(member)), now);
    }

    private void AddMembers(GroupId group, IEnumerable<PersonId> members, DateTimeOffset? since) =>
        session
            .Change()
            .AddRange(
                members.Select(member => new MembershipPeriodRow
                {
                    Group = group,
                    Person = member,
                    RecordedAt = session.Now,
                    Since = since,
                })
            );

    private static bool IsSame(Assignment before, Assignment after) =>
        (before.Type, before.Start, before.End, before.Principal, before.Access)
        == (after.Type, after.Start, after.End, after.Principal, after.Access);

    // Only the end moves, of what has not ended: whoever is kept past the end because nobody else holds the role has not.
    private static bool GoesOn(Assignment before, Assignment after, DateTimeOffset now) =>
        (before.Type, before.Start, before.Principal, before.Access)
            == (after.Type, after.Start, after.Principal, after.Access)
        && (after.End is null || after.End > now)
        && (before.End is null || before.End > now || after.KeptSince is not null);

    private static async Task MoveEndAsync(PimContext db, Assignment after, CancellationToken cancellation)
    {
        await SaveAsync(db, cancellation);
        await Newest(db, after.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, after.End), cancellation);
    }

    private static async Task ReplaceAsync(
        PimContext db,
        Assignment after,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        await CloseAsync(db, after.Id, now, cancellation);
        if (after.End is null || after.End > now)
        {
            db.Add(AssignmentPeriodRow.Of(after, after.Start > now ? after.Start : now, now));
        }
    }

    // What would end in the instant in which it began never was.
    private static async Task CloseAsync(
        PimContext db,
        Guid assignment,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        await SaveAsync(db, cancellation);
        var open = Newest(db, assignment).Where(row => row.Until == null || row.Until > now);
        if (
            await open.Where(row => row.Since >= now || (row.Since == null && row.RecordedAt >= now))
                .ExecuteDeleteAsync(cancellation)
            is 0
        )
        {
            await open.ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, now), cancellation);
        }
    }

    // Statements see what this unit added before.
    private static async Task SaveAsync(PimContext db, CancellationToken cancellation)
    {
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellation);
        }
    }

    private static IQueryable<AssignmentPeriodRow> Newest(PimContext db, Guid assignment) =>
        db.Set<AssignmentPeriodRow>()
            .Where(row =>
                row.Sequence
                == db.Set<AssignmentPeriodRow>()
                    .Where(other => other.Assignment == assignment)
                    .Max(other => (long?)other.Sequence)
            );
}
