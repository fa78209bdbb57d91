using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Notifications;

/// <summary>What follows in the store when word of a review could be brought to nobody.</summary>
internal static class ReviewNoticeRecord
{
    /// <summary>Neither chat nor mail reached the person: that is audited, and who was to answer is replaced.</summary>
    public static async Task UnreachableAsync(
        IPimUnitOfWork work,
        ReviewNotice notice,
        string why,
        CancellationToken cancellation
    )
    {
        var review = await work.Reviews.FindAsync(notice.Review, cancellation);
        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.PersonUnreachable,
                Subject = notice.Person,
                Access = review?.Access,
                Request = new RequestId(notice.Review.Value),
                Detail = $"{notice.Kind}: {why}",
            }
        );
        if (
            notice.Kind
            is ReviewNoticeKind.Started
                or ReviewNoticeKind.SelfAsked
                or ReviewNoticeKind.TakenOver
                or ReviewNoticeKind.Reset
                or ReviewNoticeKind.Reminder
        )
        {
            await ReplaceReviewer.RunAsync(work, notice.Review, notice.Person, cancellation);
        }
    }
}
