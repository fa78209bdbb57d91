using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>A review as its administrators see it.</summary>
/// <param name="Review">The review.</param>
/// <param name="Role">Its role.</param>
/// <param name="Scope">Its scope.</param>
/// <param name="Totals">The review in numbers.</param>
public sealed record ReviewSummary(AccessReview Review, Role Role, Scope Scope, ReviewTotals Totals);
