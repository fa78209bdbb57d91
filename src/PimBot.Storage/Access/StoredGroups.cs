using Microsoft.EntityFrameworkCore;
using PimBot.Domain.Access;
using PimBot.Storage.Audit;
using PimBot.Storage.Work;

namespace PimBot.Storage.Access;

/// <summary>Groups with their members and owners, in the order in which they were given.</summary>
internal sealed class StoredGroups(Session session)
{
    private readonly AccessHistory history = new(session);

    public async Task<IReadOnlyList<Group>> FindAsync(IReadOnlyCollection<GroupId> ids, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return ids.Count == 0
            ? []
            : await ReadAsync(
                db.Groups.Where(group => ids.Contains(group.Id)),
                db.GroupMembers.Where(member => ids.Contains(member.GroupId)),
                cancellation
            );
    }

    public async Task<IReadOnlyList<Group>> AllAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await ReadAsync(
            db.Groups.OrderBy(group => group.Name).ThenBy(group => group.Id),
            db.GroupMembers,
            cancellation
        );
    }

    public async Task<IReadOnlyList<GroupId>> OfAsync(PersonId person, bool asOwner, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await db
            .GroupMembers.Where(member => member.PersonId == person && member.IsOwner == asOwner)
            .OrderBy(member => member.GroupId)
            .Select(member => member.GroupId)
            .ToListAsync(cancellation);
    }

    public void Add(Group group)
    {
        var db = session.Change();
        db.Add(new GroupRow { Id = group.Id, Name = group.Name });
        db.AddRange(GroupMemberRow.Of(group));
        history.Begin(group);
    }

    public async Task UpdateAsync(Group group, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        if (!await db.Groups.AnyAsync(row => row.Id == group.Id, cancellation))
        {
            throw new InvalidOperationException("The group to be changed does not exist.");
        }

        var members = await db
            .GroupMembers.Where(member => member.GroupId == group.Id && !member.IsOwner)
            .Select(member => member.PersonId)
            .ToListAsync(cancellation);
        await history.ChangeAsync(group, members.ToHashSet(), cancellation);
        Session.Forget<GroupRow>(db, row => row.Id == group.Id);
        Session.Forget<GroupMemberRow>(db, row => row.GroupId == group.Id);
        await db.GroupMembers.Where(member => member.GroupId == group.Id).ExecuteDeleteAsync(cancellation);
        session.Change().Update(new GroupRow { Id = group.Id, Name = group.Name });
        db.AddRange(GroupMemberRow.Of(group));
    }

    private static async Task<IReadOnlyList<Group>> ReadAsync(
        IQueryable<GroupRow> groups,
        IQueryable<GroupMemberRow> members,
        CancellationToken cancellation
    )
    {
        var found = await groups.ToListAsync(cancellation);
        var positions = await members.OrderBy(member => member.Position).ToListAsync(cancellation);
        var byGroup = positions.ToLookup(member => (member.GroupId, member.IsOwner), member => member.PersonId);
        return found.ConvertAll(group => new Group
        {
            Id = group.Id,
            Name = group.Name,
            Members = [.. byGroup[(group.Id, false)]],
            Owners = [.. byGroup[(group.Id, true)]],
        });
    }
}
