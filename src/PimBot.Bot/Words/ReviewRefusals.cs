using PimBot.Domain.Policies;

namespace PimBot.Bot.Wording;

/// <summary>Why something about an access review was refused, and the way out.</summary>
internal static class ReviewRefusals
{
    public static string Say(ReasonCode code, Refusal refusal, RefusalContext context) =>
        code switch
        {
            ReasonCode.ReviewStartInPast =>
                "That start has passed. Give a day that is still to come, or leave it out to start now.",
            ReasonCode.ReviewStartTooFarAhead => "That start is too far ahead: a year at most.",
            ReasonCode.ReviewDurationOutOfRange =>
                "The review must end before the next one begins: 1 to 180 days, weekly at most 6, monthly at most 27, quarterly at most 88.",
            ReasonCode.ReviewRecurrenceEndInvalid =>
                "Say when it stops in one way: after a number of times, or with a day after the first review. Or let it go on for ever.",
            ReasonCode.UnknownTimeZone => "I don’t know that time zone.",
            ReasonCode.ReviewersMissing => "Say who reviews: name at least one person.",
            ReasonCode.TooManyReviewers => "That is too many reviewers: 100 at most.",
            ReasonCode.UnknownReviewer =>
                "Somebody you named can’t review: only people with an enabled account of their own can, no service or emergency accounts.",
            ReasonCode.ReviewAlreadyRunning when refusal.At is { } end =>
                $"A review of {context.Role} is running here already, until {context.Moment(end)}. Say “reviews” to see it.",
            ReasonCode.ReviewAlreadyRunning =>
                $"A review of {context.Role} is running here already. Say “reviews” to see it.",
            ReasonCode.NothingToReview =>
                $"Nobody has {context.Role} here in that way, so there is nothing to review.",
            ReasonCode.ReviewNotInProgress when refusal.At > context.Now =>
                $"This review has not begun: it starts {context.Moment(refusal.At)}.",
            ReasonCode.ReviewNotInProgress =>
                $"This review is over since {context.Moment(refusal.At)}; nothing can be answered or changed any more.",
            ReasonCode.ReviewNotCompleted => "This review has no results that wait to be applied.",
            ReasonCode.ReviewOfOneself => "Nobody answers about themselves here. Another reviewer must.",
            ReasonCode.ReviewReasonRequired => "This review asks for a reason with each answer.",
            ReasonCode.RecommendationsNotShown => "This review gives no recommendations. Answer one by one.",
            _ => "There is no such review for you. Say “reviews” to see what there is.",
        };
}
