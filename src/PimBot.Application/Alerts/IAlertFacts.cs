using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>
/// What a scan looks at, found by the database in one query each, however many assignments there are. Whatever can be no
/// incident is left out.
/// </summary>
public interface IAlertFacts
{
    /// <summary>Eligible assignments of people for these roles that hold now and of which no activation began after <paramref name="since"/>.</summary>
    Task<IReadOnlyList<UnusedEligibility>> UnusedAsync(
        IReadOnlyCollection<RoleId> roles,
        DateTimeOffset since,
        CancellationToken cancellation
    );

    /// <summary>Assignments of these roles that hold now, of people whose last sign-in is known and not after <paramref name="since"/>.</summary>
    Task<IReadOnlyList<SignedInHolder>> NotSignedInAsync(
        IReadOnlyCollection<RoleId> roles,
        DateTimeOffset since,
        CancellationToken cancellation
    );

    /// <summary>Who activated one of these roles at least <paramref name="times"/> times since then.</summary>
    Task<IReadOnlyList<RepeatedActivation>> ActivatedAsync(
        IReadOnlyCollection<RoleId> roles,
        DateTimeOffset since,
        int times,
        CancellationToken cancellation
    );

    /// <summary>Eligible assignments of these roles that are not over, of principals who have the same role more than once.</summary>
    Task<IReadOnlyList<Assignment>> RepeatedAsync(IReadOnlyCollection<RoleId> roles, CancellationToken cancellation);

    /// <summary>The number of the last audit entry; 0 before the first.</summary>
    Task<long> LastAuditSequenceAsync(CancellationToken cancellation);

    /// <summary>Whether one of the audit entries after this number is of a change by which an alert may come or go.</summary>
    Task<bool> HasChangedSinceAsync(long auditSequence, CancellationToken cancellation);
}
