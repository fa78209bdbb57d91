using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;
using Xunit;

namespace PimBot.Domain.Tests.Reviews;

public sealed class ReviewOutcomeTests
{
    private static readonly AccessReview Review = Reviewed.Review();

    [Theory]
    [InlineData(SilenceRule.NoChange, ReviewVerdict.NotReviewed, ReviewItemResult.Kept)]
    [InlineData(SilenceRule.Remove, ReviewVerdict.Deny, ReviewItemResult.ToRemove)]
    [InlineData(SilenceRule.Approve, ReviewVerdict.Approve, ReviewItemResult.Kept)]
    [InlineData(SilenceRule.TakeRecommendation, ReviewVerdict.Deny, ReviewItemResult.ToRemove)]
    public void Silence_means_what_is_set(SilenceRule silence, ReviewVerdict decided, ReviewItemResult result)
    {
        var item = ReviewOutcome.Completed(Reviewed.Item(Review), silence, couldBeAnswered: true);
        Assert.Equal((decided, result, true), (item.Decided, item.Result, item.IsBySilence));
    }

    [Fact]
    public void Where_nobody_could_be_asked_nothing_changes()
    {
        foreach (var silence in Enum.GetValues<SilenceRule>())
        {
            var item = ReviewOutcome.Completed(Reviewed.Item(Review), silence, couldBeAnswered: false);
            Assert.Equal((ReviewVerdict.NotReviewed, ReviewItemResult.Kept), (item.Decided, item.Result));
        }
    }

    [Fact]
    public void Silence_keeps_who_is_recommended_to_stay()
    {
        var item = Reviewed.Item(Review) with
        {
            Recommendation = new(ReviewVerdict.Approve, RecommendationReason.SignedInLately),
        };
        Assert.Equal(
            ReviewItemResult.Kept,
            ReviewOutcome.Completed(item, SilenceRule.TakeRecommendation, couldBeAnswered: true).Result
        );
    }

    [Theory]
    [InlineData(ReviewVerdict.Approve, ReviewItemResult.Kept)]
    [InlineData(ReviewVerdict.Deny, ReviewItemResult.ToRemove)]
    [InlineData(ReviewVerdict.DontKnow, ReviewItemResult.Kept)]
    public void An_answer_counts_whatever_silence_means(ReviewVerdict verdict, ReviewItemResult result)
    {
        foreach (var silence in Enum.GetValues<SilenceRule>())
        {
            var item = ReviewOutcome.Completed(
                Reviewed.Item(Review) with
                {
                    Answer = Reviewed.Answer(verdict),
                },
                silence,
                couldBeAnswered: false
            );
            Assert.Equal((verdict, result, false), (item.Decided, item.Result, item.IsBySilence));
        }
    }

    [Fact]
    public void Only_what_was_reviewed_is_removed()
    {
        var assignment = Given.Eligible(end: Given.Now.AddDays(30));
        var item = Reviewed.Item(Review, assignment);

        Assert.Null(Meanwhile(assignment));
        Assert.Null(Meanwhile(assignment with { End = null, Version = 9 }));
        Assert.Equal(ReviewItemResult.Gone, Meanwhile(null));
        Assert.Equal(ReviewItemResult.Gone, Meanwhile(assignment with { End = Given.Now.AddDays(20) }));
        Assert.Equal(ReviewItemResult.Changed, Meanwhile(assignment with { Type = AssignmentType.Active }));
        Assert.Equal(ReviewItemResult.Changed, Meanwhile(assignment with { Person = Given.Bob.Id }));
        Assert.Equal(ReviewItemResult.Changed, Meanwhile(assignment with { Start = Given.Now.AddDays(1) }));

        ReviewItemResult? Meanwhile(Assignment? existing) =>
            ReviewOutcome.Meanwhile(item, Review, existing, Given.Now.AddDays(20));
    }

    [Theory]
    [InlineData(ReasonCode.LastAdministrator)]
    [InlineData(ReasonCode.LastApprover)]
    [InlineData(ReasonCode.AssignmentRequestPending)]
    public void What_the_door_refuses_is_recorded_with_its_reason(ReasonCode code)
    {
        var item = ReviewOutcome.Removed(Denied(), Refusal.Because(code));
        Assert.Equal((ReviewItemResult.Refused, code), (item.Result, item.Reason));
    }

    [Fact]
    public void What_is_too_young_is_tried_again()
    {
        var at = Given.Now.AddMinutes(3);
        var item = ReviewOutcome.Removed(Denied(), Refusal.Because(ReasonCode.AssignmentTooYoung, at: at));
        Assert.Equal((ReviewItemResult.ToRemove, at), (item.Result, item.RetryAt));
    }

    [Theory]
    [InlineData(PendingReason.SecondAdministrator, ReasonCode.AnotherAdministratorNeeded)]
    [InlineData(PendingReason.AnotherOwner, ReasonCode.LastGroupOwner)]
    public void What_waits_is_recorded_as_waiting(PendingReason waitsFor, ReasonCode code)
    {
        var order = AssignmentRequestLife.Wait(Order(), waitsFor, Given.Now);
        var item = ReviewOutcome.Removed(Denied(), order);
        Assert.Equal((ReviewItemResult.Waiting, code, order.Id), (item.Result, item.Reason, item.Removal!.Value));
    }

    [Fact]
    public void What_was_carried_out_is_removed()
    {
        var item = ReviewOutcome.Removed(Denied(), AssignmentRequestLife.Done(Order(), Given.Now));
        Assert.Equal((ReviewItemResult.Removed, (ReasonCode?)null), (item.Result, item.Reason));
    }

    private static ReviewItem Denied() =>
        ReviewOutcome.Completed(Reviewed.Item(Review), SilenceRule.Remove, couldBeAnswered: true);

    private static AssignmentRequest Order() =>
        new()
        {
            Id = new RequestId(Guid.NewGuid()),
            Action = RequestAction.AdminRemove,
            CreatedBy = Given.Bob.Id,
            CreatedAt = Given.Now,
            Principal = Principal.Of(Given.Alice.Id),
            Access = Given.Access,
            Assignment = Guid.NewGuid(),
            Ask = new AssignmentAsk { Type = AssignmentType.Eligible },
            State = RequestState.PendingScheduleCreation,
        };
}
