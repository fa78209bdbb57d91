using System.Globalization;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>An administrator takes back every answer of a review that runs; its reviewers are asked again.</summary>
public static class ResetReview
{
    public static async Task<Decision<AccessReview>> RunAsync(
        IPimUnitOfWork work,
        PersonId actor,
        ReviewId id,
        CancellationToken cancellation
    )
    {
        var (review, refusal) = await ReviewAdministration.FindAsync(work, actor, id, "reset", cancellation);
        refusal ??= ReviewRules.MayReset(review!, work.Now);
        if (refusal is not null)
        {
            return refusal;
        }

        // Against whoever ends it at the same time.
        work.Reviews.Update(review!, review!);
        var cleared = await work.ReviewItems.ClearAnswersAsync(review!.Id, cancellation);
        work.Audit.Append(AuditEvents.Of(AuditAction.ReviewReset, review, actor, $"answers={cleared}"));
        var reviewers = await work.ReviewItems.ReviewersAsync(review.Id, cancellation);
        var occasion = work.Now.UtcTicks.ToString(CultureInfo.InvariantCulture);
        ReviewWord.Tell(work, ReviewNoticeKind.Reset, review, reviewers.Select(r => r.Person), occasion);
        return review;
    }
}
