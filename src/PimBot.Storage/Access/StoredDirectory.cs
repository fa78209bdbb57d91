using Microsoft.EntityFrameworkCore;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Storage.Policies;
using PimBot.Storage.Work;

namespace PimBot.Storage.Access;

internal sealed class StoredDirectory(Session session) : IDirectory
{
    /// <summary>Deeper than any scope tree; ends the walk if a loop was ever stored.</summary>
    private const int DeepestScope = 32;

    // What nearly every step of a turn asks for again.
    private readonly Dictionary<PersonId, IReadOnlyList<Assignment>> assignments = [];
    private IReadOnlyList<Role>? roles;

    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return !await db.People.AnyAsync(cancellation) && !await db.Roles.AnyAsync(cancellation);
    }

    public async Task LoadAsync(DirectoryContents contents, CancellationToken cancellation)
    {
        if (!await IsEmptyAsync(cancellation))
        {
            throw new InvalidOperationException("A directory is loaded into an empty store only.");
        }

        var db = Change();
        db.AddRange(contents.People);
        db.AddRange(contents.Groups.Select(group => new GroupRow { Id = group.Id, Name = group.Name }));
        db.AddRange(contents.Groups.SelectMany(GroupMemberRow.Of));
        db.AddRange(contents.Scopes);
        db.AddRange(contents.Roles);
        db.AddRange(contents.Policies.Select(PolicyRow.Of));
        db.AddRange(contents.Assignments.Select(AssignmentRow.Of));
    }

    public async Task<Person?> FindPersonAsync(PersonId id, CancellationToken cancellation) =>
        await session.Queries.Person(await session.QueryAsync(cancellation), id, cancellation);

    public async Task<IReadOnlyList<Person>> PeopleAsync(
        IReadOnlyCollection<PersonId> ids,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        return ids.Count == 0 ? [] : await db.People.Where(person => ids.Contains(person.Id)).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Person>> AllPeopleAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await db.People.OrderBy(person => person.Name).ThenBy(person => person.Id).ToListAsync(cancellation);
    }

    public async Task<Role?> FindRoleAsync(RoleId id, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await db.Roles.FirstOrDefaultAsync(role => role.Id == id, cancellation);
    }

    public async Task<IReadOnlyList<Role>> RolesAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return roles ??= await session.Queries.Roles(db).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Scope>> ScopePathAsync(ScopeId id, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var path = new List<Scope>();
        for (ScopeId? next = id; next is { } wanted && path.Count < DeepestScope; next = path[^1].Parent)
        {
            if (await db.Scopes.FirstOrDefaultAsync(scope => scope.Id == wanted, cancellation) is not { } found)
            {
                break;
            }

            path.Add(found);
        }

        return path;
    }

    public async Task<IReadOnlyList<Scope>> ScopesAsync(
        IReadOnlyCollection<ScopeId> ids,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        return ids.Count == 0 ? [] : await db.Scopes.Where(scope => ids.Contains(scope.Id)).ToListAsync(cancellation);
    }

    public async Task<RolePolicy> PolicyAsync(RoleScope access, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var row = await db.Policies.FirstOrDefaultAsync(
            policy => policy.Role == access.Role && policy.Scope == access.Scope,
            cancellation
        );
        return row?.Body ?? RolePolicy.Default(access);
    }

    public async Task<IReadOnlyDictionary<RoleScope, RolePolicy>> PoliciesAsync(
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

    public async Task<IReadOnlyList<Assignment>> AssignmentsOfAsync(PersonId person, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        if (assignments.TryGetValue(person, out var known))
        {
            return known;
        }

        var rows = await session.Queries.AssignmentsOf(db, person).ToListAsync(cancellation);
        return assignments[person] = rows.ConvertAll(row => row.ToAssignment());
    }

    public async Task<IReadOnlyList<Assignment>> AssignmentsToAsync(RoleId role, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var rows = await db.Assignments.Where(row => row.Role == role).OrderBy(row => row.Id).ToListAsync(cancellation);
        return [.. rows.Select(row => row.ToAssignment())];
    }

    public async Task<IReadOnlyList<Group>> GroupsAsync(
        IReadOnlyCollection<GroupId> ids,
        CancellationToken cancellation
    )
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var db = await session.QueryAsync(cancellation);
        var groups = await db.Groups.Where(group => ids.Contains(group.Id)).ToListAsync(cancellation);
        var members = await db
            .GroupMembers.Where(member => ids.Contains(member.GroupId))
            .OrderBy(member => member.Position)
            .ToListAsync(cancellation);
        var byGroup = members.ToLookup(member => (member.GroupId, member.IsOwner), member => member.PersonId);
        return
        [
            .. groups.Select(group => new Group
            {
                Id = group.Id,
                Name = group.Name,
                Members = [.. byGroup[(group.Id, false)]],
                Owners = [.. byGroup[(group.Id, true)]],
            }),
        ];
    }

    public async Task UpdateAsync(Person person, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        if (!await db.People.AnyAsync(row => row.Id == person.Id, cancellation))
        {
            throw Unknown("person");
        }

        Forget<Person>(db, row => row.Id == person.Id);
        Change().Update(person);
    }

    public async Task UpdateAsync(Group group, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        if (!await db.Groups.AnyAsync(row => row.Id == group.Id, cancellation))
        {
            throw Unknown("group");
        }

        Forget<GroupRow>(db, row => row.Id == group.Id);
        Forget<GroupMemberRow>(db, row => row.GroupId == group.Id);
        await db.GroupMembers.Where(member => member.GroupId == group.Id).ExecuteDeleteAsync(cancellation);
        Change().Update(new GroupRow { Id = group.Id, Name = group.Name });
        db.AddRange(GroupMemberRow.Of(group));
    }

    public async Task UpdateAsync(RolePolicy policy, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        var stored = await db
            .Policies.AsTracking()
            .FirstOrDefaultAsync(
                row => row.Role == policy.Access.Role && row.Scope == policy.Access.Scope,
                cancellation
            );
        // A role without a policy of its own was under version 1 of the default.
        var next = policy with
        {
            Version = (stored?.Version ?? RolePolicy.Default(policy.Access).Version) + 1,
        };
        if (stored is null)
        {
            Change().Add(PolicyRow.Of(next));
            return;
        }

        (stored.Version, stored.Body) = (next.Version, next);
        Change().Entry(stored).State = EntityState.Modified;
    }

    public void Add(Assignment assignment) => Change().Add(AssignmentRow.Of(assignment));

    public async Task RemoveAssignmentAsync(Guid id, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        await db.Assignments.Where(assignment => assignment.Id == id).ExecuteDeleteAsync(cancellation);
        assignments.Clear();
    }

    private PimContext Change()
    {
        assignments.Clear();
        roles = null;
        return session.Change();
    }

    // What this unit loaded or saved itself is written by now, and stands in the way of its next version.
    private static void Forget<T>(PimContext db, Func<T, bool> which)
        where T : class
    {
        foreach (var entry in db.ChangeTracker.Entries<T>().Where(entry => which(entry.Entity)).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    private static InvalidOperationException Unknown(string what) => new($"The {what} to be changed does not exist.");
}
