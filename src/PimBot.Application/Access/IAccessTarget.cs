namespace PimBot.Application.Access;

/// <summary>
/// What really grants and revokes access. Both operations are idempotent by the grant's id, are called at least once,
/// and after an unknown outcome look up what is there instead of guessing.
/// </summary>
public interface IAccessTarget
{
    /// <summary>The access is there when this says <see cref="TargetOutcome.Done"/>.</summary>
    Task<TargetResult> EnsureGrantedAsync(TargetGrant grant, CancellationToken cancellation);

    /// <summary>
    /// What this grant gave is gone when this says <see cref="TargetOutcome.Done"/>, also when it never was there.
    /// Access that another grant or assignment holds stays.
    /// </summary>
    Task<TargetResult> EnsureRevokedAsync(TargetGrant grant, CancellationToken cancellation);
}
