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
    /// <param name="unreachable">Who can't be reached.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<IReadOnlyList<Reviewer>> ReadAsync(
        IPimUnitOfWork work,
        AccessReview review,
        IReadOnlyCollection<Person?> members,
        IReadOnlySet<PersonId> unreachable,
        CancellationToken cancellation
    )
    {
        var named = await work.Directory.PeopleAsync([.. review.Settings.Fallback.Distinct()], cancellation);
        var able = named.Where(IsAble).OrderBy(person => person.Id.Value, StringComparer.Ordinal).ToList();
        if (members.Any(member => !able.Exists(person => ReviewerChoice.CanJudge(person, member))))
        {
            var managers = await AdministratorRights.ManagersAsync(work, review.Access, cancellation);
            able.AddRange(managers.Where(IsAble).ExceptBy(able.Select(person => person.Id), person => person.Id));
        }

        return able.ConvertAll(person => new Reviewer(review.Id, person.Id, ReviewerPool.Fallback));

        bool IsAble(Person person) => ReviewRules.MayReview(person) && !unreachable.Contains(person.Id);
    }
}
