using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>
/// Who held what, at any time since the record began, also what is gone and forgotten by now. The store keeps it by
/// itself, in the commit of each change of an assignment or group.
/// </summary>
public interface IAccessHistory
{
    /// <summary>Since when the record has every change; null: there is nothing yet. What holds from before that is only known as it was then.</summary>
    Task<DateTimeOffset?> BeginAsync(CancellationToken cancellation);

    /// <summary>The times of assignments of these roles that overlap the span, oldest first, at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<AssignmentPeriod>> AssignmentsAsync(
        IReadOnlyCollection<RoleId> roles,
        DateTimeOffset from,
        DateTimeOffset until,
        int most,
        CancellationToken cancellation
    );

    /// <summary>The activations of these roles that overlap the span, oldest first, at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<Grant>> ActivationsAsync(
        IReadOnlyCollection<RoleId> roles,
        DateTimeOffset from,
        DateTimeOffset until,
        int most,
        CancellationToken cancellation
    );

    /// <summary>The memberships in these groups that overlap the span.</summary>
    Task<IReadOnlyList<MembershipPeriod>> MembershipsAsync(
        IReadOnlyCollection<GroupId> groups,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    );
}
