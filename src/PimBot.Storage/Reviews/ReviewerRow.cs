using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Storage.Reviews;

internal sealed class ReviewerRow
{
    public required ReviewId Review { get; init; }

    public required PersonId Person { get; init; }

    public required ReviewerPool Pool { get; init; }

    public bool IsUnreachable { get; init; }

    public static ReviewerRow Of(Reviewer reviewer) =>
        new()
        {
            Review = reviewer.Review,
            Person = reviewer.Person,
            Pool = reviewer.Pool,
            IsUnreachable = reviewer.IsUnreachable,
        };

    public Reviewer ToReviewer() => new(Review, Person, Pool, IsUnreachable);
}
