using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Reads the names that items are shown with, all at once.</summary>
internal static class ReviewViews
{
    public static async Task<IReadOnlyList<ReviewItemView>> OfAsync(
        IPimUnitOfWork work,
        IReadOnlyList<ReviewItem> items,
        CancellationToken cancellation,
        int membersSkipped = 0
    )
    {
        var assignees = await Assignee.ReadAsync(work, items.Select(item => item.Principal), cancellation);
        var groups = items.Select(item => item.Principal.Group).OfType<GroupId>().ToHashSet();
        var members = await HolderReader.MembersAsync(work, groups, cancellation);
        var named = items
            .Select(item => item.Answer?.By)
            .OfType<PersonId>()
            .Concat(members.Values.SelectMany(m => m))
            .ToHashSet();
        var names = (await work.Directory.PeopleAsync(named, cancellation)).ToDictionary(p => p.Id, p => p.Name);
        return
        [
            .. items.Select(item => new ReviewItemView(
                item,
                assignees[item.Principal],
                item.Answer is { } answer ? names.GetValueOrDefault(answer.By, "someone who left") : null,
                MembersOf(item).Count,
                [
                    .. MembersOf(item)
                        .Select(member => names.GetValueOrDefault(member))
                        .OfType<string>()
                        .Order(StringComparer.OrdinalIgnoreCase)
                        .Skip(membersSkipped)
                        .Take(ReviewItemView.MostMembers),
                ]
            )
            {
                MembersSkipped = membersSkipped,
            }),
        ];

        IReadOnlySet<PersonId> MembersOf(ReviewItem item) =>
            item.Principal.Group is { } group && members.TryGetValue(group, out var known)
                ? known
                : new HashSet<PersonId>();
    }
}
