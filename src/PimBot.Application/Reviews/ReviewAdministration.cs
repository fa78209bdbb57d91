using PimBot.Application.Access;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Finds a review for somebody who wants to administer it.</summary>
internal static class ReviewAdministration
{
    /// <summary>Whoever sees nothing of the scope learns nothing of what exists there.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="actor">Who.</param>
    /// <param name="id">The review.</param>
    /// <param name="what">What they want, for the audit.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <param name="isByOperator">Whether it is whoever operates the machine, who manages everything.</param>
    public static async Task<(AccessReview? Review, Refusal? Refusal)> FindAsync(
        IPimUnitOfWork work,
        PersonId actor,
        ReviewId id,
        string what,
        CancellationToken cancellation,
        bool isByOperator = false
    )
    {
        if (await work.Reviews.FindAsync(id, cancellation) is not { } review)
        {
            return (null, Refusal.Because(ReasonCode.UnknownReview));
        }

        var right = isByOperator
            ? AdministrationRight.Manage
            : await AdministratorRights.OverAsync(work, actor, review.Access, cancellation);
        var refusal = ReviewRules.MayView(right) ?? ReviewRules.MayManage(right);
        if (refusal is not null)
        {
            work.Audit.Append(AuditEvents.Of(AuditAction.ReviewRefused, review, actor, $"{what}:{refusal.Code}"));
        }

        return (review, refusal);
    }
}
