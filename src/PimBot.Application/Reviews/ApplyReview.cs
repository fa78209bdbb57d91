using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>An administrator lets the results of a completed review be applied. The removals follow by themselves.</summary>
public static class ApplyReview
{
    public static async Task<Decision<AccessReview>> RunAsync(
        IPimUnitOfWork work,
        PersonId actor,
        ReviewId id,
        CancellationToken cancellation
    )
    {
        var (review, refusal) = await ReviewAdministration.FindAsync(work, actor, id, "apply", cancellation);
        refusal ??= ReviewRules.MayApply(review!);
        if (refusal is not null)
        {
            return refusal;
        }

        var applying = ReviewLife.Apply(review!, actor);
        work.Reviews.Update(review!, applying);
        work.Audit.Append(AuditEvents.Of(AuditAction.ReviewApplying, applying, actor));
        return applying;
    }
}
