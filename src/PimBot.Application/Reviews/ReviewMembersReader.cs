using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>
/// Reads the members of a role at a scope at this moment: each standing assignment of the type that is reviewed, a
/// group's as one. Activations end by themselves and are no members, but count for what is recommended.
/// </summary>
internal static class ReviewMembersReader
{
    private const int PageSize = 500;

    public static async Task<ReviewMembers> ReadAsync(
        IPimUnitOfWork work,
        AccessReview review,
        CancellationToken cancellation
    )
    {
        var assignments = await AssignmentsAsync(work, review, cancellation);
        var context = await ContextAsync(work, review, assignments, cancellation);
        var items = assignments
            .OrderBy(a => context.NameOf(a.Principal), StringComparer.OrdinalIgnoreCase)
            .ThenBy(a => a.Type)
            .ThenBy(a => a.Id)
            .Select((assignment, index) => context.Item(review, assignment, index + 1, work.Now))
            .ToList();
        return new ReviewMembers(items, await ReviewersAsync(work, review, context, items, cancellation));
    }

    private static async Task<List<Assignment>> AssignmentsAsync(
        IPimUnitOfWork work,
        AccessReview review,
        CancellationToken cancellation
    )
    {
        var found = new List<Assignment>();
        var filter = new AssignmentFilter
        {
            Role = review.Access.Role,
            Scope = review.Access.Scope,
            Type = review.Settings.Type,
        };
        IReadOnlyList<Assignment> page;
        do
        {
            page = await work.Assignments.ListAsync(filter, PageSize, cancellation);
            found.AddRange(page.Where(a => a.HoldsAt(work.Now)));
            filter = page is [.., var last] ? filter with { After = last.Id } : filter;
        } while (page.Count == PageSize);

        return found;
    }

    private static async Task<ReviewContext> ContextAsync(
        IPimUnitOfWork work,
        AccessReview review,
        List<Assignment> assignments,
        CancellationToken cancellation
    )
    {
        var groupIds = assignments.Select(a => a.Group).OfType<GroupId>().ToHashSet();
        var groups = await work.Directory.GroupsAsync(groupIds, cancellation);
        var members = await HolderReader.MembersAsync(work, groupIds, cancellation);
        var ids = assignments.Select(a => a.Person).OfType<PersonId>().Concat(members.Values.SelectMany(m => m));
        var people = (await work.Directory.PeopleAsync([.. ids.ToHashSet()], cancellation)).ToDictionary(p => p.Id);
        var managers = people.Values.Select(p => p.Manager).OfType<PersonId>().ToHashSet();
        return new ReviewContext
        {
            Kind = review.Settings.Reviewers,
            People = people,
            Groups = groups.ToDictionary(g => g.Id),
            Members = members,
            Managers = (await work.Directory.PeopleAsync(managers, cancellation)).ToDictionary(p => p.Id),
            Chosen =
                review.Settings.Reviewers is ReviewerKind.Chosen
                    ? await work.Directory.PeopleAsync([.. review.Settings.Chosen.Distinct()], cancellation)
                    : [],
            Activations = await ActivationsAsync(work, review.Access, cancellation),
        };
    }

    // A role that is held at a scope may be activated below it.
    private static async Task<IReadOnlyDictionary<PersonId, DateTimeOffset>> ActivationsAsync(
        IPimUnitOfWork work,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var newest = new Dictionary<PersonId, DateTimeOffset>();
        var isBelow = new Dictionary<ScopeId, bool>();
        foreach (var start in await work.Grants.LastStartsAsync(access.Role, cancellation))
        {
            if (!isBelow.TryGetValue(start.Scope, out var counts))
            {
                var path = await work.Directory.ScopePathAsync(start.Scope, cancellation);
                counts = isBelow[start.Scope] = path.Any(scope => scope.Id == access.Scope);
            }

            if (counts && (!newest.TryGetValue(start.Person, out var known) || known < start.At))
            {
                newest[start.Person] = start.At;
            }
        }

        return newest;
    }

    private static async Task<IReadOnlyList<Reviewer>> ReviewersAsync(
        IPimUnitOfWork work,
        AccessReview review,
        ReviewContext context,
        List<ReviewItem> items,
        CancellationToken cancellation
    )
    {
        var alone = items
            .Select(item => item.Reviewer)
            .OfType<PersonId>()
            .Distinct()
            .Select(person => new Reviewer(review.Id, person, ReviewerPool.One));
        var chosen = context
            .Chosen.Where(ReviewRules.MayReview)
            .Select(person => new Reviewer(review.Id, person.Id, ReviewerPool.Chosen));
        var left = items
            .Where(item => item.Pool is ReviewerPool.Fallback)
            .Select(item => context.Member(item.Principal))
            .ToList();
        var fallback =
            left.Count == 0
                ? []
                : await FallbackReviewers.ReadAsync(work, review, left, new HashSet<PersonId>(), cancellation);
        return [.. alone, .. chosen, .. fallback];
    }
}
