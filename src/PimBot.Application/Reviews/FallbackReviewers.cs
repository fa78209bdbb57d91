using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Finds who reviews what has nobody else: the fallback reviewers; where none of them can, who manages the scope.</summary>
internal static class FallbackReviewers
{
    /// <param name="work">The unit of work.</param>
    /// <param name="review">The review.</param>
    /// <param name="members">Who is under review; null: a group, or somebody who left.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<IReadOnlyList<Reviewer>> ReadAsync(
        IPimUnitOfWork work,
        AccessReview review,
        IReadOnlyCollection<Person?> members,
        CancellationToken cancellation
    )
    {
        var named = await work.Directory.PeopleAsync([.. review.Settings.Fallback.Distinct()], cancellation);
        IEnumerable<Person> able = named.Where(ReviewRules.MayReview).OrderBy(person => person.Id.Value);
        if (members.Any(member => !able.Any(person => ReviewerChoice.CanJudge(person, member))))
        {
            var managers = await AdministratorRights.ManagersAsync(work, review.Access, cancellation);
            able = able.Concat(managers.Where(ReviewRules.MayReview)).DistinctBy(person => person.Id);
        }

        return [.. able.Select(person => new Reviewer(review.Id, person.Id, ReviewerPool.Fallback))];
    }
}
