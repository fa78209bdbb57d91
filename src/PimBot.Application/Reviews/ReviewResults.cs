namespace PimBot.Application.Reviews;

/// <summary>A part of a review's results, for its administrators.</summary>
/// <param name="Summary">The review.</param>
/// <param name="Items">By number.</param>
/// <param name="HasMore">Whether there are more after these.</param>
public sealed record ReviewResults(ReviewSummary Summary, IReadOnlyList<ReviewItemView> Items, bool HasMore);
