using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access.AsCode;

/// <summary>Reads everything that a directory file can say from the store.</summary>
public static class DirectoryExport
{
    private const int PageSize = 5000;

    /// <summary>One consistent state. Assignments that are over are not part of it.</summary>
    public static async Task<DirectoryContents> ReadAsync(IPimUnitOfWork work, CancellationToken cancellation) =>
        new(
            await work.Directory.AllPeopleAsync(cancellation),
            await work.Directory.AllGroupsAsync(cancellation),
            await work.Directory.AllScopesAsync(cancellation),
            await work.Directory.RolesAsync(cancellation),
            await work.Directory.AllPoliciesAsync(cancellation),
            await AssignmentsAsync(work, cancellation)
        )
        {
            ReadAt = work.Now,
        };

    private static async Task<IReadOnlyList<Assignment>> AssignmentsAsync(
        IPimUnitOfWork work,
        CancellationToken cancellation
    )
    {
        var all = new List<Assignment>();
        IReadOnlyList<Assignment> page;
        do
        {
            var filter = new AssignmentFilter { After = all.Count == 0 ? null : all[^1].Id };
            page = await work.Assignments.ListAsync(filter, PageSize, cancellation);
            all.AddRange(page);
        } while (page.Count == PageSize);

        return all;
    }
}
