using PimBot.Application.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>What a target holds besides what PimBot gave there.</summary>
public interface IOutsideAccessTarget
{
    /// <summary>All of it, as the target says now; null: the target can't be asked, which means nothing about what it holds.</summary>
    Task<IReadOnlyList<OutsideAccess>?> ListAsync(CancellationToken cancellation);

    /// <summary>
    /// This one is gone when it says <see cref="TargetOutcome.Done"/>, also when it was gone before. What PimBot gave
    /// stays. May be called again.
    /// </summary>
    Task<TargetResult> EnsureRemovedAsync(OutsideAccess access, CancellationToken cancellation);
}
