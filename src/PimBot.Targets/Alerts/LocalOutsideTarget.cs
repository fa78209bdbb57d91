using PimBot.Application.Access;
using PimBot.Application.Alerts;
using PimBot.Domain.Alerts;

namespace PimBot.Targets.Alerts;

/// <summary>What somebody else added to the table of the <c>local</c> target.</summary>
internal sealed class LocalOutsideTarget(ILocalOutsideAccess table) : IOutsideAccessTarget
{
    public async Task<IReadOnlyList<OutsideAccess>?> ListAsync(CancellationToken cancellation) =>
        await table.ListAsync(cancellation);

    public async Task<TargetResult> EnsureRemovedAsync(OutsideAccess access, CancellationToken cancellation) =>
        await table.RemoveAsync(access.Id, cancellation)
            ? TargetResult.Done
            : new TargetResult(TargetOutcome.RetryLater, "row-present-after-removal");
}
