using PimBot.Application.Access;

namespace PimBot.Targets.Access;

/// <summary>The <c>local</c> target: a table of PimBot's own that says who holds what now. Each grant has its own row, so that one never takes another's access away.</summary>
internal sealed class LocalTarget(ILocalAccessTable table, TimeProvider time) : IAccessTarget
{
    public async Task<TargetResult> EnsureGrantedAsync(TargetGrant grant, CancellationToken cancellation)
    {
        await table.EnsureAsync(grant, time.GetUtcNow(), cancellation);
        return await table.HoldsAsync(grant.Id, cancellation)
            ? TargetResult.Done
            : new TargetResult(TargetOutcome.RetryLater, "row-missing-after-grant");
    }

    public async Task<TargetResult> EnsureRevokedAsync(TargetGrant grant, CancellationToken cancellation)
    {
        await table.RemoveAsync(grant.Id, cancellation);
        return await table.HoldsAsync(grant.Id, cancellation)
            ? new TargetResult(TargetOutcome.RetryLater, "row-present-after-revoke")
            : TargetResult.Done;
    }
}
