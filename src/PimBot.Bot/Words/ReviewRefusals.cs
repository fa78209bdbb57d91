using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Wording;

/// <summary>Why a review was not started, answered, stopped, reset or applied, and the way out.</summary>
internal static class ReviewRefusals
{
    public static string Say(ReasonCode code, Refusal refusal, RefusalContext context) =>
        code switch
        {
            ReasonCode.ReviewStartInPast =>
                "A review can’t begin in the past. Give a day that is still to come, or leave it out to begin now.",
            ReasonCode.ReviewStartTooFarAhead => "A review can begin a year from now at the latest.",
            ReasonCode.ReviewDurationOutOfRange =>
                $"A review lasts a day at least. At most: {Days(RecurrencePattern.Weekly)} days when it comes weekly, {Days(RecurrencePattern.Monthly)} monthly, {Days(RecurrencePattern.Quarterly)} quarterly, {Days(RecurrencePattern.OneTime)} otherwise.",
            ReasonCode.ReviewRecurrenceEndInvalid =>
                "A series ends never, on a day after its start, or after at least one review. Choose one of these.",
            ReasonCode.UnknownTimeZone => "I don’t know that time zone. Give one such as “Europe/Oslo”.",
            ReasonCode.ReviewersMissing => "Choose at least one reviewer.",
            ReasonCode.TooManyReviewers =>
                $"At most {ReviewSettings.MostReviewers} reviewers can be chosen. Choose fewer.",
            ReasonCode.UnknownReviewer =>
                $"{context.Name(refusal.By)} can’t review: reviewers are people with an enabled account. Choose somebody else.",
            ReasonCode.ReviewAlreadyRunning =>
                $"A review of {context.Role} runs already, until {context.Moment(refusal.At)}. Stop it first, or wait for its end.",
            ReasonCode.NothingToReview => $"Nobody has {context.Role} here in that way, so there is nothing to review.",
            ReasonCode.ReviewNotInProgress when refusal.At > context.Now =>
                $"This review begins {context.Moment(refusal.At)}. Come back then.",
            ReasonCode.ReviewNotInProgress =>
                $"This review is over since {context.Moment(refusal.At)}, so nothing about it can be changed.",
            ReasonCode.ReviewNotCompleted => "There are no results of this review that wait to be applied.",
            ReasonCode.ReviewOfOneself =>
                "Nobody decides about themselves, also not through another account. Another reviewer answers this one.",
            ReasonCode.ReviewReasonRequired => "This review needs a reason with each answer. Say why.",
            ReasonCode.RecommendationsNotShown =>
                "This review is held without recommendations. Please answer one by one.",
            _ => "There is no such review for you. Say “reviews” to see what waits for you.",
        };

    private static int Days(RecurrencePattern pattern) => ReviewCalendar.LongestDays(pattern);
}
