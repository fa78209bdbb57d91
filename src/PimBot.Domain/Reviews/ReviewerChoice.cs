using PimBot.Domain.Access;

namespace PimBot.Domain.Reviews;

/// <summary>Who answers for one item: a person, or a pool of them. Pure.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Person">The one person, where it is one.</param>
public sealed record ReviewerChoice(ReviewerPool Pool, PersonId? Person)
{
    private static readonly ReviewerChoice Fallback = new(ReviewerPool.Fallback, null);

    /// <summary>
    /// Nobody decides about themselves, also not through a linked account, unless members review themselves. What has
    /// nobody who could answer goes to the fallback reviewers.
    /// </summary>
    /// <param name="kind">Who reviews.</param>
    /// <param name="member">The person under review; null: a group, or somebody who left.</param>
    /// <param name="manager">The person's manager.</param>
    /// <param name="chosen">The chosen reviewers.</param>
    public static ReviewerChoice For(
        ReviewerKind kind,
        Person? member,
        Person? manager,
        IReadOnlyCollection<Person> chosen
    ) =>
        kind switch
        {
            ReviewerKind.Self when member is not null && ReviewRules.MayReview(member) => new(
                ReviewerPool.One,
                member.Id
            ),
            ReviewerKind.Manager when manager is not null && CanJudge(manager, member) => new(
                ReviewerPool.One,
                manager.Id
            ),
            ReviewerKind.Chosen when chosen.Any(reviewer => CanJudge(reviewer, member)) => new(
                ReviewerPool.Chosen,
                null
            ),
            _ => Fallback,
        };

    /// <summary>Whether somebody of those who review can answer for an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="member">The person under review; null: a group, or somebody who left.</param>
    /// <param name="reviewers">The reviewers of the review, with their pools.</param>
    public static bool IsAnswerable(
        ReviewItem item,
        Person? member,
        IEnumerable<(Person Person, ReviewerPool Pool)> reviewers
    ) =>
        reviewers.Any(reviewer =>
            item.Pool is ReviewerPool.One
                ? reviewer.Person.Id == item.Reviewer && ReviewRules.MayReview(reviewer.Person)
                : reviewer.Pool == item.Pool && CanJudge(reviewer.Person, member)
        );

    /// <summary>Whether somebody can answer about a person that is not themselves.</summary>
    public static bool CanJudge(Person reviewer, Person? member) =>
        ReviewRules.MayReview(reviewer) && member?.IsSameHumanAs(reviewer) is not true;
}
