using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>People, groups, roles, scopes and policies.</summary>
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

    /// <summary>The policy that was set for this role at this scope; null where the default holds.</summary>
    Task<RolePolicy?> FindPolicyAsync(RoleScope access, CancellationToken cancellation);

    /// <summary>Every policy that was set, by role and scope.</summary>
    Task<IReadOnlyList<RolePolicy>> AllPoliciesAsync(CancellationToken cancellation);

    /// <summary>Every scope, by name.</summary>
    Task<IReadOnlyList<Scope>> AllScopesAsync(CancellationToken cancellation);

    /// <summary>Every group, with members and owners, by name.</summary>
    Task<IReadOnlyList<Group>> AllGroupsAsync(CancellationToken cancellation);

    /// <summary>The groups that the person is an owner, or a member, of.</summary>
    Task<IReadOnlyList<GroupId>> GroupsOfAsync(PersonId person, bool asOwner, CancellationToken cancellation);

    /// <summary>
    /// People whose name, user principal name or mail contains the text, without regard to case, or whose id it is;
    /// by name, at most <paramref name="most"/>.
    /// </summary>
    Task<IReadOnlyList<Person>> SearchPeopleAsync(string text, int most, CancellationToken cancellation);

    Task<IReadOnlyList<Group>> GroupsAsync(IReadOnlyCollection<GroupId> ids, CancellationToken cancellation);

    /// <summary>Replaces a person, group or policy; for administration. The old value must exist.</summary>
    Task UpdateAsync(Person person, CancellationToken cancellation);

    /// <inheritdoc cref="UpdateAsync(Person, CancellationToken)"/>
    Task UpdateAsync(Group group, CancellationToken cancellation);

    /// <summary>Sets the policy of its role and scope; the store gives it the next version.</summary>
    Task UpdateAsync(RolePolicy policy, CancellationToken cancellation);

    /// <summary>Adds what is not there yet; for administration.</summary>
    void Add(Person person);

    /// <inheritdoc cref="Add(Person)"/>
    void Add(Group group);

    /// <inheritdoc cref="Add(Person)"/>
    void Add(Scope scope);

    /// <inheritdoc cref="Add(Person)"/>
    void Add(Role role);

    /// <summary>Replaces a scope; the old one must exist.</summary>
    Task UpdateAsync(Scope scope, CancellationToken cancellation);

    /// <summary>Replaces a role; the old one must exist.</summary>
    Task UpdateAsync(Role role, CancellationToken cancellation);

    /// <summary>Removes the policy of its own that a role has at a scope: the default holds from then on.</summary>
    Task RemovePolicyAsync(RoleScope access, CancellationToken cancellation);
}
