namespace PimBot.Domain.Reviews;

/// <summary>The id of one occurrence of a review; Graph's <c>accessReviewInstance</c>.</summary>
public readonly record struct ReviewId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
