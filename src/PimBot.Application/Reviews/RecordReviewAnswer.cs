using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>A reviewer answers about one member, or changes an answer, until the review's end.</summary>
public static class RecordReviewAnswer
{
    public static async Task<Decision<ReviewItem>> RunAsync(
        IPimUnitOfWork work,
        RecordReviewAnswerCommand command,
        CancellationToken cancellation
    )
    {
        var review = await work.Reviews.FindAsync(command.Review, cancellation);
        var item = await work.ReviewItems.FindAsync(command.Item, cancellation);
        var reviewer = await work.Directory.FindPersonAsync(command.Actor, cancellation);
        if (review is null || item?.Review != review.Id || reviewer is null)
        {
            return Refusal.Because(ReasonCode.UnknownReview);
        }

        var member = item.Principal.Person is { } id ? await work.Directory.FindPersonAsync(id, cancellation) : null;
        var pools = await work.ReviewItems.PoolsOfAsync(review.Id, reviewer.Id, cancellation);
        var reason = InertText.Clean(command.Reason, ReviewRules.LongestReason);
        if (ReviewRules.MayAnswer(review, item, reviewer, member, pools, reason, work.Now) is { } refusal)
        {
            return Refuse(work, review, item, command, refusal);
        }

        return Save(work, review, item, new ReviewAnswer(command.Verdict, reviewer.Id, work.Now, reason ?? ""));
    }

    /// <summary>Saves an allowed answer. The same once more changes nothing.</summary>
    internal static ReviewItem Save(IPimUnitOfWork work, AccessReview review, ReviewItem item, ReviewAnswer answer)
    {
        if (answer.Verdict is ReviewVerdict.NotReviewed)
        {
            throw new ArgumentException("That is no answer.", nameof(answer));
        }

        if (
            item.Answer is { } known
            && (known.Verdict, known.By, known.Reason) == (answer.Verdict, answer.By, answer.Reason)
        )
        {
            return item;
        }

        var answered = item with { Answer = answer };
        work.ReviewItems.Update(item, answered);
        var detail = $"{answer.Verdict}" + (answer.IsBulk ? " recommended" : "");
        work.Audit.Append(
            AuditEvents.Of(AuditAction.ReviewAnswered, review, item, answer.By, detail) with
            {
                Reason = answer.Reason.Length == 0 ? null : answer.Reason,
            }
        );
        return answered;
    }

    // A click that comes too late, or without a reason, is no event of security; anything else is.
    private static Refusal Refuse(
        IPimUnitOfWork work,
        AccessReview review,
        ReviewItem item,
        RecordReviewAnswerCommand command,
        Refusal refusal
    )
    {
        if (refusal.Code is not (ReasonCode.ReviewNotInProgress or ReasonCode.ReviewReasonRequired))
        {
            var detail = $"{command.Verdict}:{refusal.Code}";
            work.Audit.Append(AuditEvents.Of(AuditAction.ReviewAnswerRefused, review, item, command.Actor, detail));
        }

        return refusal;
    }
}
