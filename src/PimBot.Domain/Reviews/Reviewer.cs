using PimBot.Domain.Access;

namespace PimBot.Domain.Reviews;

/// <summary>Somebody who reviews in one occurrence.</summary>
/// <param name="Review">The occurrence.</param>
/// <param name="Person">Who.</param>
/// <param name="Pool">Of which items; one person may be in several pools.</param>
/// <param name="IsUnreachable">Whether no word reaches them: others answer in their place.</param>
public sealed record Reviewer(ReviewId Review, PersonId Person, ReviewerPool Pool, bool IsUnreachable = false);
