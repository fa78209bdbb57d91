using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Storage.Conversions;
using PimBot.Storage.Policies;
using PimBot.Storage.Work;

namespace PimBot.Storage.Access;

internal sealed class StoredDirectory(Session session, StoredAssignments assignments) : IDirectory
{
    /// <summary>Deeper than any scope tree; ends the walk if a loop was ever stored.</summary>
    private const int DeepestScope = 32;

    private const string Search = """
        SELECT * FROM people
        WHERE id = {{0}} OR {0}(name) LIKE {0}({{1}}) ESCAPE '\'
            OR {0}(upn) LIKE {0}({{1}}) ESCAPE '\' OR {0}(mail) LIKE {0}({{1}}) ESCAPE '\'
        """;

    private readonly StoredPolicies policies = new(session);
    private readonly StoredGroups groups = new(session);

    // What nearly every step of a turn asks for again.
    private readonly Dictionary<ScopeId, IReadOnlyList<Scope>> paths = [];
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
        db.AddRange(contents.Scopes);
        db.AddRange(contents.Roles);
        foreach (var group in contents.Groups)
        {
            groups.Add(group);
        }

        policies.Load(contents.Policies);
        assignments.Load(contents.Assignments);
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

    public async Task<IReadOnlyList<Person>> SearchPeopleAsync(string text, int most, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var sought = StoredText.Clean(text);
        return await db
            .People.FromSql(
                FormattableStringFactory.Create(
                    string.Format(null, Search, session.Dialect.FoldCase),
                    sought,
                    LikePattern.Containing(sought)
                )
            )
            .OrderBy(person => person.Name)
            .ThenBy(person => person.Id)
            .Take(most)
            .ToListAsync(cancellation);
    }

    public async Task<Role?> FindRoleAsync(RoleId id, CancellationToken cancellation) =>
        (await RolesAsync(cancellation)).FirstOrDefault(role => role.Id == id);

    public async Task<IReadOnlyList<Role>> RolesAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return roles ??= await session.Queries.Roles(db).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Scope>> ScopePathAsync(ScopeId id, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        if (paths.TryGetValue(id, out var known))
        {
            return known;
        }

        var path = new List<Scope>();
        for (ScopeId? next = id; next is { } wanted && path.Count < DeepestScope; next = path[^1].Parent)
        {
            if (await db.Scopes.FirstOrDefaultAsync(scope => scope.Id == wanted, cancellation) is not { } found)
            {
                break;
            }

            path.Add(found);
        }

        return paths[id] = path;
    }

    public async Task<IReadOnlyList<Scope>> ScopesAsync(
        IReadOnlyCollection<ScopeId> ids,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        return ids.Count == 0 ? [] : await db.Scopes.Where(scope => ids.Contains(scope.Id)).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Scope>> AllScopesAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await db.Scopes.OrderBy(scope => scope.Name).ThenBy(scope => scope.Id).ToListAsync(cancellation);
    }

    public async Task<RolePolicy> PolicyAsync(RoleScope access, CancellationToken cancellation) =>
        await policies.FindAsync(access, cancellation) ?? RolePolicy.Default(access);

    public Task<RolePolicy?> FindPolicyAsync(RoleScope access, CancellationToken cancellation) =>
        policies.FindAsync(access, cancellation);

    public Task<IReadOnlyDictionary<RoleScope, RolePolicy>> PoliciesAsync(
        IReadOnlyCollection<RoleScope> accesses,
        CancellationToken cancellation
    ) => policies.OfAsync(accesses, cancellation);

    public Task<IReadOnlyList<RolePolicy>> AllPoliciesAsync(CancellationToken cancellation) =>
        policies.AllAsync(cancellation);

    public Task<IReadOnlyList<Group>> GroupsAsync(IReadOnlyCollection<GroupId> ids, CancellationToken cancellation) =>
        groups.FindAsync(ids, cancellation);

    public Task<IReadOnlyList<Group>> AllGroupsAsync(CancellationToken cancellation) => groups.AllAsync(cancellation);

    public Task<IReadOnlyList<GroupId>> GroupsOfAsync(PersonId person, bool asOwner, CancellationToken cancellation) =>
        groups.OfAsync(person, asOwner, cancellation);

    public void Add(Person person) => Change().Add(person);

    public void Add(Group group)
    {
        assignments.Forget();
        groups.Add(group);
    }

    public void Add(Scope scope) => Change().Add(scope);

    public void Add(Role role) => Change().Add(role);

    public Task UpdateAsync(Person person, CancellationToken cancellation) =>
        ReplaceAsync(person, row => row.Id == person.Id, cancellation);

    public Task UpdateAsync(Group group, CancellationToken cancellation)
    {
        assignments.Forget();
        return groups.UpdateAsync(group, cancellation);
    }

    public Task UpdateAsync(Scope scope, CancellationToken cancellation) =>
        ReplaceAsync(scope, row => row.Id == scope.Id, cancellation);

    public Task UpdateAsync(Role role, CancellationToken cancellation) =>
        ReplaceAsync(role, row => row.Id == role.Id, cancellation);

    public Task UpdateAsync(RolePolicy policy, CancellationToken cancellation) =>
        policies.UpdateAsync(policy, cancellation);

    public Task RemovePolicyAsync(RoleScope access, CancellationToken cancellation) =>
        policies.RemoveAsync(access, cancellation);

    private async Task ReplaceAsync<T>(T next, Expression<Func<T, bool>> old, CancellationToken cancellation)
        where T : class
    {
        var db = await session.CommandAsync(cancellation);
        if (!await db.Set<T>().AnyAsync(old, cancellation))
        {
            throw new InvalidOperationException($"The {typeof(T).Name} to be changed does not exist.");
        }

        Session.Forget(db, old.Compile());
        Change().Update(next);
    }

    private PimContext Change()
    {
        assignments.Forget();
        paths.Clear();
        roles = null;
        return session.Change();
    }
}
