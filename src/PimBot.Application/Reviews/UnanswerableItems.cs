using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Finds what nobody can answer: where the only one who could is the one under review, or nobody is left who may review.</summary>
internal static class UnanswerableItems
{
    /// <param name="work">The unit of work.</param>
    /// <param name="items">Of one review.</param>
    /// <param name="reviewers">Its reviewers.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <returns>Those of the items, in their order.</returns>
    public static async Task<IReadOnlyList<ReviewItem>> AmongAsync(
        IPimUnitOfWork work,
        IReadOnlyList<ReviewItem> items,
        IReadOnlyList<Reviewer> reviewers,
        CancellationToken cancellation
    )
    {
        var members = items.Select(item => item.Principal.Person).OfType<PersonId>();
        var ids = members.Concat(reviewers.Select(reviewer => reviewer.Person)).ToHashSet();
        var people = (await work.Directory.PeopleAsync(ids, cancellation)).ToDictionary(person => person.Id);
        var able = reviewers
            .Where(reviewer => !reviewer.IsUnreachable && people.ContainsKey(reviewer.Person))
            .Select(reviewer => (people[reviewer.Person], reviewer.Pool))
            .ToList();
        return
        [
            .. items.Where(item =>
                !ReviewerChoice.IsAnswerable(
                    item,
                    item.Principal.Person is { } person ? people.GetValueOrDefault(person) : null,
                    able
                )
            ),
        ];
    }
}
