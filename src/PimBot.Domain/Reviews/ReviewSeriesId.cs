namespace PimBot.Domain.Reviews;

/// <summary>The id of a series of access reviews; Graph's <c>accessReviewScheduleDefinition</c>.</summary>
public readonly record struct ReviewSeriesId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
