using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Reviews;

/// <summary>What is decided about an item at the end, and what becomes of it, as pure functions.</summary>
public static class ReviewOutcome
{
    /// <summary>The answer; where there is none, what silence means.</summary>
    public static ReviewVerdict Decide(ReviewItem item, SilenceRule silence) =>
        item.Answer?.Verdict
        ?? silence switch
        {
            SilenceRule.Remove => ReviewVerdict.Deny,
            SilenceRule.Approve => ReviewVerdict.Approve,
            SilenceRule.TakeRecommendation => item.Recommendation.Verdict,
            _ => ReviewVerdict.NotReviewed,
        };

    /// <summary>
    /// The item with what is decided. Only a denial removes: who is not known to need it no longer stays. Where nobody
    /// could be asked, nobody kept silent, and nothing changes.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="silence">What it means that nobody answered.</param>
    /// <param name="couldBeAnswered">Whether there was anybody who may answer.</param>
    public static ReviewItem Completed(ReviewItem item, SilenceRule silence, bool couldBeAnswered)
    {
        var decided = Decide(item, couldBeAnswered ? silence : SilenceRule.NoChange);
        return item with
        {
            Decided = decided,
            Result = decided is ReviewVerdict.Deny ? ReviewItemResult.ToRemove : ReviewItemResult.Kept,
        };
    }

    /// <summary>
    /// Null while the assignment is the one that was reviewed; otherwise what has become of it. A longer or shorter end
    /// makes it no other; another kind, another holder, or a new beginning after its end does.
    /// </summary>
    public static ReviewItemResult? Meanwhile(
        ReviewItem item,
        AccessReview review,
        Assignment? existing,
        DateTimeOffset now
    ) =>
        existing switch
        {
            null => ReviewItemResult.Gone,
            _ when existing.IsOverAt(now) => ReviewItemResult.Gone,
            _ when existing.Type != item.Type
                    || existing.Principal != item.Principal
                    || existing.Access != review.Access
                    || existing.Start > review.StartedAt => ReviewItemResult.Changed,
            _ => null,
        };

    /// <summary>The item with the result of its removal.</summary>
    /// <param name="item">The item.</param>
    /// <param name="removal">What the order to remove it led to.</param>
    public static ReviewItem Removed(ReviewItem item, Decision<AssignmentRequest> removal) =>
        removal switch
        {
            { Refusal: { Code: ReasonCode.AssignmentTooYoung, At: { } from } } => item with
            {
                Reason = ReasonCode.AssignmentTooYoung,
                RetryAt = from,
            },
            { Refusal: { } refusal } => item with
            {
                Result = ReviewItemResult.Refused,
                Reason = refusal.Code,
                RetryAt = null,
            },
            _ => Settled(item, removal.Value!) with { Removal = removal.Value!.Id, RetryAt = null },
        };

    /// <summary>The item with what its removal waits for, or came to.</summary>
    /// <param name="item">The item.</param>
    /// <param name="removal">The order to remove it, as it is now.</param>
    public static ReviewItem Settled(ReviewItem item, AssignmentRequest removal) =>
        removal switch
        {
            { IsPending: true } => item with
            {
                Result = ReviewItemResult.Waiting,
                Reason =
                    removal.WaitsFor is PendingReason.AnotherOwner
                        ? ReasonCode.LastGroupOwner
                        : ReasonCode.AnotherAdministratorNeeded,
            },
            { State: RequestState.Revoked } => item with { Result = ReviewItemResult.Removed, Reason = null },
            _ => item with { Result = ReviewItemResult.Refused, Reason = removal.Outcome?.Code ?? item.Reason },
        };
}
