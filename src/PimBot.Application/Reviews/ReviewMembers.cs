using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Whom a review is about, and who reviews.</summary>
/// <param name="Items">By number.</param>
/// <param name="Reviewers">Everybody who is asked.</param>
internal sealed record ReviewMembers(IReadOnlyList<ReviewItem> Items, IReadOnlyList<Reviewer> Reviewers);
