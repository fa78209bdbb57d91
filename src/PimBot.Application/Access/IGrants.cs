using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Grants, past and present. At most one open grant per person, role and scope: a unique index stands behind it.</summary>
public interface IGrants
{
    Task<Grant?> FindAsync(GrantId id, CancellationToken cancellation);

    /// <summary>The grant of this access that is being given or is active.</summary>
    Task<Grant?> FindOpenAsync(PersonId person, RoleScope access, CancellationToken cancellation);

    /// <summary>All open grants of one person.</summary>
    Task<IReadOnlyList<Grant>> OpenOfAsync(PersonId person, CancellationToken cancellation);

    /// <summary>All open grants of one role at any scope.</summary>
    Task<IReadOnlyList<Grant>> OpenOfRoleAsync(RoleId role, CancellationToken cancellation);

    /// <summary>Up to <paramref name="most"/> active grants with an id above <paramref name="after"/>, in the store's order: for a sweep through all.</summary>
    Task<IReadOnlyList<Grant>> ActivePageAsync(GrantId? after, int most, CancellationToken cancellation);

    /// <summary>Each activation that began at or after <paramref name="since"/>, oldest first.</summary>
    Task<IReadOnlyList<ActivationStart>> StartedSinceAsync(DateTimeOffset since, CancellationToken cancellation);

    /// <summary>The newest activation of a role by each person at each scope, over or not.</summary>
    Task<IReadOnlyList<LastActivation>> LastStartsAsync(RoleId role, CancellationToken cancellation);

    void Add(Grant grant);

    /// <summary>Saves the next version if id, state and version are still those that were loaded; otherwise the unit of work is run again.</summary>
    void Update(Grant before, Grant after);

    /// <summary>
    /// Takes up to <paramref name="most"/> grants with <see cref="Grant.NextDue"/> in the past for
    /// <paramref name="lease"/>, most overdue first. An update ends the lease.
    /// </summary>
    Task<IReadOnlyList<Grant>> ClaimDueAsync(int most, TimeSpan lease, CancellationToken cancellation);
}
