using Microsoft.EntityFrameworkCore;
using PimBot.Application.Access;
using PimBot.Domain.Access;

namespace PimBot.Storage.Access;

/// <summary>Counts the people who hold roles: those assigned directly, and the members of groups who are not.</summary>
internal static class AssignmentCounting
{
    private enum Sort
    {
        Permanent = 0,
        TimeBound = 1,
        Eligible = 2,
    }

    public static async Task<IReadOnlyList<AssignmentCount>> CountAsync(
        PimContext db,
        IQueryable<AssignmentRow> assignments,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var holding = assignments.Where(row =>
            (row.Start == null || row.Start <= now) && (row.End == null || row.End > now)
        );
        // COUNT(DISTINCT) passes over the absent person of a group's assignment.
        var direct = await holding
            .GroupBy(row => new { row.Role, row.Scope })
            .OrderBy(group => group.Key.Role)
            .ThenBy(group => group.Key.Scope)
            .Select(group => new
            {
                group.Key,
                Permanent = group
                    .Where(row => row.Type == AssignmentType.Active && row.End == null)
                    .Select(row => row.Person)
                    .Distinct()
                    .Count(),
                TimeBound = group
                    .Where(row => row.Type == AssignmentType.Active && row.End != null)
                    .Select(row => row.Person)
                    .Distinct()
                    .Count(),
                Eligible = group
                    .Where(row => row.Type == AssignmentType.Eligible)
                    .Select(row => row.Person)
                    .Distinct()
                    .Count(),
                Groups = group.Count(row => row.Person == null),
            })
            .ToListAsync(cancellation);
        var through = direct.Exists(count => count.Groups > 0)
            ? await ThroughGroupsAsync(db, holding, cancellation)
            : [];
        return direct.ConvertAll(count =>
        {
            var access = new RoleScope(count.Key.Role, count.Key.Scope);
            int Members(Sort sort) => through.GetValueOrDefault((access, sort));
            return new AssignmentCount(
                access,
                count.Permanent + Members(Sort.Permanent),
                count.TimeBound + Members(Sort.TimeBound),
                count.Eligible + Members(Sort.Eligible)
            );
        });
    }

    private static async Task<Dictionary<(RoleScope Access, Sort Sort), int>> ThroughGroupsAsync(
        PimContext db,
        IQueryable<AssignmentRow> holding,
        CancellationToken cancellation
    )
    {
        var members = await holding
            .Where(row => row.Group != null)
            .Join(
                db.GroupMembers.Where(member => !member.IsOwner),
                row => row.Group,
                member => member.GroupId,
                (row, member) =>
                    new
                    {
                        row.Role,
                        row.Scope,
                        row.Type,
                        IsPermanent = row.End == null,
                        member.PersonId,
                    }
            )
            .Where(held =>
                !holding.Any(row =>
                    row.Person == held.PersonId
                    && row.Role == held.Role
                    && row.Scope == held.Scope
                    && row.Type == held.Type
                    && (row.Type == AssignmentType.Eligible || (row.End == null) == held.IsPermanent)
                )
            )
            .Select(held => new
            {
                held.Role,
                held.Scope,
                held.PersonId,
                Sort = held.Type == AssignmentType.Eligible ? Sort.Eligible
                : held.IsPermanent ? Sort.Permanent
                : Sort.TimeBound,
            })
            .Distinct()
            .GroupBy(held => new
            {
                held.Role,
                held.Scope,
                held.Sort,
            })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellation);
        return members.ToDictionary(m => (new RoleScope(m.Key.Role, m.Key.Scope), m.Key.Sort), m => m.Count);
    }
}
