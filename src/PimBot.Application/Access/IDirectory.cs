using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>People, groups, roles, scopes, policies and standing assignments.</summary>
public interface IDirectory
{
    Task<bool> IsEmptyAsync(CancellationToken cancellation);

    /// <summary>Saves a whole directory into an empty store, in this unit of work.</summary>
    Task LoadAsync(DirectoryContents contents, CancellationToken cancellation);

    Task<Person?> FindPersonAsync(PersonId id, CancellationToken cancellation);

    /// <summary>Those of the ids that exist, in no particular order.</summary>
    Task<IReadOnlyList<Person>> PeopleAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellation);

    /// <summary>Everybody; for the playground and small directories.</summary>
    Task<IReadOnlyList<Person>> AllPeopleAsync(CancellationToken cancellation);

    Task<Role?> FindRoleAsync(RoleId id, CancellationToken cancellation);

    Task<IReadOnlyList<Role>> RolesAsync(CancellationToken cancellation);

    /// <summary>The scope and everything above it, nearest first; empty when the scope is unknown.</summary>
    Task<IReadOnlyList<Scope>> ScopePathAsync(ScopeId id, CancellationToken cancellation);

    Task<IReadOnlyList<Scope>> ScopesAsync(IReadOnlyCollection<ScopeId> ids, CancellationToken cancellation);

    /// <summary>The policy of this role at this scope; Microsoft's published default where there is none.</summary>
    Task<RolePolicy> PolicyAsync(RoleScope access, CancellationToken cancellation);

    /// <summary>As <see cref="PolicyAsync"/>, for several at once: there is one for each that is asked for.</summary>
    Task<IReadOnlyDictionary<RoleScope, RolePolicy>> PoliciesAsync(
        IReadOnlyCollection<RoleScope> accesses,
        CancellationToken cancellation
    );

    /// <summary>A person's assignments of both types, direct and through groups, over or not.</summary>
    Task<IReadOnlyList<Assignment>> AssignmentsOfAsync(PersonId person, CancellationToken cancellation);

    /// <summary>All assignments of a role, at any scope, to people and groups.</summary>
    Task<IReadOnlyList<Assignment>> AssignmentsToAsync(RoleId role, CancellationToken cancellation);

    Task<IReadOnlyList<Group>> GroupsAsync(IReadOnlyCollection<GroupId> ids, CancellationToken cancellation);

    /// <summary>Replaces a person, group or policy; for administration. The old value must exist.</summary>
    Task UpdateAsync(Person person, CancellationToken cancellation);

    /// <inheritdoc cref="UpdateAsync(Person, CancellationToken)"/>
    Task UpdateAsync(Group group, CancellationToken cancellation);

    /// <summary>Sets the policy of its role and scope; the store gives it the next version.</summary>
    Task UpdateAsync(RolePolicy policy, CancellationToken cancellation);

    void Add(Assignment assignment);

    Task RemoveAssignmentAsync(Guid id, CancellationToken cancellation);
}
