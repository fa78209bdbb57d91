using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Access;

/// <summary>Orders and wishes to change assignments, past and present.</summary>
public interface IAssignmentRequests
{
    Task<AssignmentRequest?> FindAsync(RequestId id, CancellationToken cancellation);

    /// <summary>The request for this assignment that waits for something; at most one: a unique index stands behind it.</summary>
    Task<AssignmentRequest?> FindPendingAsync(Guid assignment, CancellationToken cancellation);

    /// <summary>Everything that waits for an administrator, oldest first.</summary>
    Task<IReadOnlyList<AssignmentRequest>> PendingAsync(int most, CancellationToken cancellation);

    /// <summary>Everything that waits, for an administrator or for another owner, oldest first.</summary>
    Task<IReadOnlyList<AssignmentRequest>> WaitingAsync(int most, CancellationToken cancellation);

    /// <summary>The requests about one assignment, oldest first.</summary>
    Task<IReadOnlyList<AssignmentRequest>> OfAssignmentAsync(Guid assignment, CancellationToken cancellation);

    /// <summary>What a person asked for, newest first.</summary>
    Task<IReadOnlyList<AssignmentRequest>> ByAsync(PersonId person, int most, CancellationToken cancellation);

    /// <summary>All requests, newest first, from the one after <paramref name="before"/> on; null: from the newest.</summary>
    Task<IReadOnlyList<AssignmentRequest>> ListAsync(RequestId? before, int most, CancellationToken cancellation);

    void Add(AssignmentRequest request);

    /// <summary>Saves the next version if id, state and version are still those that were loaded; otherwise the unit of work is run again.</summary>
    void Update(AssignmentRequest before, AssignmentRequest after);

    /// <summary>
    /// Takes up to <paramref name="most"/> requests with <see cref="AssignmentRequest.NextDue"/> in the past for
    /// <paramref name="lease"/>, most overdue first. An update ends the lease.
    /// </summary>
    Task<IReadOnlyList<AssignmentRequest>> ClaimDueAsync(int most, TimeSpan lease, CancellationToken cancellation);
}
