namespace PimBot.Domain.Reviews;

/// <summary>What it means that nobody answered; Graph's <c>defaultDecision</c>.</summary>
public enum SilenceRule
{
    NoChange = 1,
    Remove = 2,
    Approve = 3,
    TakeRecommendation = 4,
}
