using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Domain.Tests.Reviews;

/// <summary>A review of Exchange Administrator that began on <see cref="Given.Now"/> for two weeks; Bob reviews Alice.</summary>
internal static class Reviewed
{
    public static readonly ReviewSettings Settings = new()
    {
        Reviewers = ReviewerKind.Chosen,
        Chosen = [Given.Bob.Id],
        Days = 14,
    };

    public static AccessReview Review(ReviewSettings? settings = null) =>
        ReviewLife.Begin(Ahead(settings), Given.Now, TimeZoneInfo.Utc, items: 1);

    public static AccessReview Ahead(ReviewSettings? settings = null) =>
        ReviewLife.Schedule(Series(settings), new ReviewId(Guid.NewGuid()), 1, Given.Now);

    public static ReviewSeries Series(ReviewSettings? settings = null) =>
        new()
        {
            Id = new ReviewSeriesId(Guid.NewGuid()),
            Name = "Exchange",
            Access = Given.Access,
            CreatedBy = Given.Bob.Id,
            CreatedAt = Given.Now,
            First = Given.Now,
            Settings = settings ?? Settings,
            State = ReviewSeriesState.Active,
        };

    public static ReviewItem Item(AccessReview review, Assignment? assignment = null) =>
        new()
        {
            Id = Guid.NewGuid(),
            Review = review.Id,
            Number = 1,
            Assignment = assignment?.Id ?? Guid.NewGuid(),
            Principal = assignment?.Principal ?? Principal.Of(Given.Alice.Id),
            Type = assignment?.Type ?? AssignmentType.Eligible,
            Recommendation = new(ReviewVerdict.Deny, RecommendationReason.NeverSeen),
            Pool = ReviewerPool.Chosen,
            Result = ReviewItemResult.Open,
        };

    public static ReviewAnswer Answer(ReviewVerdict verdict) => new(verdict, Given.Bob.Id, Given.Now, "asked her");
}
