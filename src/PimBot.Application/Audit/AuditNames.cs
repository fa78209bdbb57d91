using PimBot.Application.Access.AsCode;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>The present names of what entries mention; they are foreign text.</summary>
public sealed class AuditNames
{
    private readonly Dictionary<PersonId, Person> people;
    private readonly Dictionary<GroupId, Group> groups;
    private readonly Dictionary<RoleId, Role> roles;
    private readonly Dictionary<ScopeId, Scope> scopes;

    public AuditNames(
        IEnumerable<Person> people,
        IEnumerable<Group> groups,
        IEnumerable<Role> roles,
        IEnumerable<Scope> scopes
    )
    {
        this.people = people.ToDictionary(person => person.Id);
        this.groups = groups.ToDictionary(group => group.Id);
        this.roles = roles.ToDictionary(role => role.Id);
        this.scopes = scopes.ToDictionary(scope => scope.Id);
    }

    /// <summary>Reads the names of all that is mentioned at once.</summary>
    public static async Task<AuditNames> ReadAsync(
        IPimUnitOfWork work,
        IReadOnlyCollection<AuditEvent> events,
        CancellationToken cancellation
    )
    {
        var named = events.SelectMany(e => new[] { e.Actor, e.Subject }).OfType<PersonId>().ToHashSet();
        var mentioned = events.Select(AuditGroups.Of).OfType<GroupId>().ToHashSet();
        var places = events.Select(e => e.Place).OfType<ScopeId>().ToHashSet();
        return new AuditNames(
            await work.Directory.PeopleAsync(named, cancellation),
            await work.Directory.GroupsAsync(mentioned, cancellation),
            await work.Directory.RolesAsync(cancellation),
            await work.Directory.ScopesAsync(places, cancellation)
        );
    }

    public string Of(PersonId id) =>
        people.GetValueOrDefault(id)?.Name
        ?? (id == DirectoryOperator.Id ? DirectoryOperator.Name : "someone who left");

    public string Of(GroupId id) => groups.GetValueOrDefault(id)?.Name ?? "a group that is gone";

    public string Of(RoleId id) => roles.GetValueOrDefault(id)?.Name ?? "a role that is gone";

    public string Of(ScopeId id) => scopes.GetValueOrDefault(id)?.Name ?? "a place that is gone";

    /// <summary>The role, and its scope where that is not the whole directory.</summary>
    public string Of(RoleScope access) =>
        roles.GetValueOrDefault(access.Role)?.Kind is RoleKind.DirectoryRole
            ? Of(access.Role)
            : $"{Of(access.Role)} at {Of(access.Scope)}";

    /// <summary>Null where the person left; for exports, which name nobody that is not there.</summary>
    public string? Find(PersonId? id) => id is { } person ? people.GetValueOrDefault(person)?.Name : null;

    /// <inheritdoc cref="Find(PersonId?)"/>
    public string? Find(RoleId? id) => id is { } role ? roles.GetValueOrDefault(role)?.Name : null;

    /// <inheritdoc cref="Find(PersonId?)"/>
    public string? Find(ScopeId? id) => id is { } scope ? scopes.GetValueOrDefault(scope)?.Name : null;
}
