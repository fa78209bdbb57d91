namespace PimBot.Api.Reviews;

/// <summary>Who reviews (Graph's <c>accessReviewReviewerScope</c>).</summary>
/// <param name="Query"><c>/users/{id}</c>, or <c>./manager</c>: each member's manager.</param>
internal sealed record ReviewerScope(string Query);
