using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Standing assignments, those that are over included for as long as they can be renewed.</summary>
public interface IAssignments
{
    Task<Assignment?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>Those of the ids that exist, in no particular order.</summary>
    Task<IReadOnlyList<Assignment>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    /// <summary>A person's assignments of both types, direct and through groups, over or not.</summary>
    Task<IReadOnlyList<Assignment>> OfAsync(PersonId person, CancellationToken cancellation);

    /// <summary>What is assigned to these groups, over or not.</summary>
    Task<IReadOnlyList<Assignment>> OfGroupsAsync(IReadOnlyCollection<GroupId> groups, CancellationToken cancellation);

    /// <summary>All assignments of a role, at any scope, to people and groups.</summary>
    Task<IReadOnlyList<Assignment>> ToAsync(RoleId role, CancellationToken cancellation);

    /// <summary>A part of the assignments that match, by id. All filters are optional.</summary>
    Task<IReadOnlyList<Assignment>> ListAsync(AssignmentFilter filter, int most, CancellationToken cancellation);

    /// <summary>How many people hold each role at each scope now, by type and permanence, directly or through a group. Counted by the database.</summary>
    Task<IReadOnlyList<AssignmentCount>> CountAsync(CancellationToken cancellation);

    /// <summary>The same, of these roles only.</summary>
    Task<IReadOnlyList<AssignmentCount>> CountAsync(IReadOnlyCollection<RoleId> roles, CancellationToken cancellation);

    /// <summary>
    /// Lets one unit of work at a time decide on what depends on who else holds the role: others that lock it wait
    /// until this one is over, and then see what it saved. To be called before what is decided upon is read; a read
    /// locks nothing.
    /// </summary>
    Task LockAsync(RoleId role, CancellationToken cancellation);

    void Add(Assignment assignment);

    /// <summary>Saves the next version if the version is still the one that was loaded; otherwise the unit of work is run again.</summary>
    void Update(Assignment before, Assignment after);

    /// <inheritdoc cref="Update"/>
    void Remove(Assignment assignment);

    /// <summary>
    /// Takes up to <paramref name="most"/> assignments with <see cref="Assignment.NextDue"/> in the past for
    /// <paramref name="lease"/>, most overdue first. An update ends the lease.
    /// </summary>
    Task<IReadOnlyList<Assignment>> ClaimDueAsync(int most, TimeSpan lease, CancellationToken cancellation);
}
