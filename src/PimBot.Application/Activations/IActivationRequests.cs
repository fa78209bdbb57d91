using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Activations;

/// <summary>Requests, past and present. At most one pending request per person, role and scope: a unique index stands behind it.</summary>
public interface IActivationRequests
{
    Task<ActivationRequest?> FindAsync(RequestId id, CancellationToken cancellation);

    /// <summary>The pending request of this person for this access.</summary>
    Task<ActivationRequest?> FindPendingAsync(PersonId person, RoleScope access, CancellationToken cancellation);

    /// <summary>All pending requests of this person, at most one for each access.</summary>
    Task<IReadOnlyList<ActivationRequest>> PendingOfAsync(PersonId person, CancellationToken cancellation);

    /// <summary>A person's requests: the pending ones first, then newest first.</summary>
    Task<IReadOnlyList<ActivationRequest>> OfAsync(PersonId person, int most, CancellationToken cancellation);

    /// <summary>Everything that waits for approval, oldest first.</summary>
    Task<IReadOnlyList<ActivationRequest>> PendingApprovalAsync(int most, CancellationToken cancellation);

    /// <summary>The requests that led to this grant or prolonged it, oldest first.</summary>
    Task<IReadOnlyList<ActivationRequest>> OfGrantAsync(GrantId grant, CancellationToken cancellation);

    /// <summary>Everything that is pending for a role at a scope, whoever asked.</summary>
    Task<IReadOnlyList<ActivationRequest>> PendingForAsync(RoleScope access, CancellationToken cancellation);

    /// <summary>Everything that is pending, oldest first, from the one after <paramref name="after"/> on.</summary>
    Task<IReadOnlyList<ActivationRequest>> PendingAsync(RequestId? after, int most, CancellationToken cancellation);

    /// <summary>All requests, newest first, from the one after <paramref name="before"/> on; null: from the newest.</summary>
    Task<IReadOnlyList<ActivationRequest>> ListAsync(RequestId? before, int most, CancellationToken cancellation);

    void Add(ActivationRequest request);

    /// <summary>Saves the next version if id, state and version are still those that were loaded; otherwise the unit of work is run again.</summary>
    void Update(ActivationRequest before, ActivationRequest after);

    /// <summary>
    /// Takes up to <paramref name="most"/> requests with <see cref="ActivationRequest.NextDue"/> in the past for
    /// <paramref name="lease"/>, most overdue first. An update ends the lease.
    /// </summary>
    Task<IReadOnlyList<ActivationRequest>> ClaimDueAsync(int most, TimeSpan lease, CancellationToken cancellation);
}
