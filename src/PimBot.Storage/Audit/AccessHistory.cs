using Microsoft.EntityFrameworkCore;
using PimBot.Domain.Access;
using PimBot.Storage.Work;

namespace PimBot.Storage.Audit;

/// <summary>Writes the times of assignments and memberships, together with the changes themselves.</summary>
internal sealed class AccessHistory(Session session)
{
    // Written with one statement for all, and before whatever is recorded after them.
    private List<AssignmentPeriodRow>? begun;

    /// <summary>An assignment that is new to the store. Without a start it holds since before the record.</summary>
    public void Begin(Assignment assignment)
    {
        if (begun is null)
        {
            var batch = begun = [];
            session.Later((db, stop) => BeginAsync(db, batch, stop));
        }

        begun.Add(AssignmentPeriodRow.Of(assignment, assignment.Start, session.Now));
    }

    public void Change(Assignment before, Assignment after)
    {
        if (IsSame(before, after))
        {
            return;
        }

        begun = null;
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
        begun = null;
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

        var come = group.Members.Distinct().Where(member => !before.Contains(member)).ToList();
        if (come.Count > 0)
        {
            // Who left and came back at one instant was never away.
            var db = await session.CommandAsync(cancellation);
            await db.Set<MembershipPeriodRow>()
                .Where(row => row.Group == group.Id && come.Contains(row.Person) && row.RecordedAt == now)
                .ExecuteDeleteAsync(cancellation);
            Session.Forget<MembershipPeriodRow>(db, row => row.Group == group.Id);
        }

        AddMembers(group.Id, come, now);
    }

    // What ended and began again at the same instant, under the same id, is one period: the last.
    private async Task BeginAsync(PimContext db, List<AssignmentPeriodRow> batch, CancellationToken cancellation)
    {
        begun = null;
        var now = session.Now;
        var recorded = await db.Set<AssignmentPeriodRow>()
            .Where(row => row.RecordedAt == now)
            .Select(row => row.Assignment)
            .ToListAsync(cancellation);
        var again = batch.Select(row => row.Assignment).Intersect(recorded).ToList();
        if (again.Count > 0)
        {
            await db.Set<AssignmentPeriodRow>()
                .Where(row => row.RecordedAt == now && again.Contains(row.Assignment))
                .ExecuteDeleteAsync(cancellation);
        }

        Session.Forget<AssignmentPeriodRow>(db, _ => true);
        db.AddRange(batch.GroupBy(row => row.Assignment).Select(same => same.Last()));
        await db.SaveChangesAsync(cancellation);
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

    private static Task MoveEndAsync(PimContext db, Assignment after, CancellationToken cancellation) =>
        Newest(db, after.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, after.End), cancellation);

    private static async Task ReplaceAsync(
        PimContext db,
        Assignment after,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        await CloseAsync(db, after.Id, now, cancellation);
        if (after.End is { } end && end <= now)
        {
            return;
        }

        // Several changes in one unit of work are one: the last.
        await db.Set<AssignmentPeriodRow>()
            .Where(row => row.Assignment == after.Id && row.RecordedAt == now)
            .ExecuteDeleteAsync(cancellation);
        Session.Forget<AssignmentPeriodRow>(db, row => row.Assignment == after.Id);
        db.Add(AssignmentPeriodRow.Of(after, after.Start > now ? after.Start : now, now));
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task CloseAsync(
        PimContext db,
        Guid assignment,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var open = Newest(db, assignment).Where(row => row.Until == null || row.Until > now);
        await open.Where(row => row.Since >= now).ExecuteDeleteAsync(cancellation);
        await open.ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, now), cancellation);
    }

    private static IQueryable<AssignmentPeriodRow> Newest(PimContext db, Guid assignment) =>
        db.Set<AssignmentPeriodRow>()
            .Where(row =>
                row.Assignment == assignment
                && row.RecordedAt
                    == db.Set<AssignmentPeriodRow>()
                        .Where(other => other.Assignment == assignment)
                        .Max(other => other.RecordedAt)
            );
}
