using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Reads standing assignments for people's eyes. Who may see them is the caller's matter.</summary>
public static class AssignmentViewReader
{
    /// <summary>Those of these whose role and scope are known, in the same order.</summary>
    public static async Task<IReadOnlyList<AssignmentView>> ViewAsync(
        IPimUnitOfWork work,
        IReadOnlyCollection<Assignment> assignments,
        CancellationToken cancellation
    )
    {
        var roles = (await work.Directory.RolesAsync(cancellation)).ToDictionary(r => r.Id);
        var scopes = (
            await work.Directory.ScopesAsync([.. assignments.Select(a => a.Access.Scope).Distinct()], cancellation)
        ).ToDictionary(s => s.Id);
        var assignees = await Assignee.ReadAsync(work, assignments.Select(a => a.Principal), cancellation);
        var views = new List<AssignmentView>(assignments.Count);
        foreach (var assignment in assignments)
        {
            if (
                !roles.TryGetValue(assignment.Access.Role, out var role)
                || !scopes.TryGetValue(assignment.Access.Scope, out var scope)
            )
            {
                continue;
            }

            views.Add(
                new AssignmentView
                {
                    Now = work.Now,
                    Assignment = assignment,
                    Role = role,
                    Scope = scope,
                    Assignee = assignees[assignment.Principal],
                    Running = await RunningAsync(work, assignment, assignees[assignment.Principal], cancellation),
                    Pending = await work.AssignmentRequests.FindPendingAsync(assignment.Id, cancellation),
                }
            );
        }

        return views;
    }

    /// <summary>Null when there is no such assignment.</summary>
    public static async Task<AssignmentView?> FindAsync(IPimUnitOfWork work, Guid id, CancellationToken cancellation) =>
        await work.Assignments.FindAsync(id, cancellation) is { } found
            ? (await ViewAsync(work, [found], cancellation)).SingleOrDefault()
            : null;

    /// <summary>
    /// The assignments of a role that are not over, at these scopes, in the order of the scopes' and the assignees'
    /// names; cut to <paramref name="most"/> from <paramref name="skip"/> on.
    /// </summary>
    /// <returns>The part, and how many there are in all.</returns>
    public static async Task<(IReadOnlyList<AssignmentView> Part, int All)> OfRoleAsync(
        IPimUnitOfWork work,
        RoleId role,
        IReadOnlyList<Scope> scopes,
        int skip,
        int most,
        CancellationToken cancellation
    )
    {
        var names = scopes.ToDictionary(s => s.Id, s => s.Name);
        var all = (await work.Assignments.ToAsync(role, cancellation))
            .Where(a => names.ContainsKey(a.Access.Scope) && !a.IsOverAt(work.Now))
            .ToList();
        var assignees = await Assignee.ReadAsync(work, all.Select(a => a.Principal), cancellation);
        var part = all.OrderBy(a => names[a.Access.Scope], StringComparer.OrdinalIgnoreCase)
            .ThenBy(a => assignees[a.Principal].Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(a => a.Id)
            .Skip(skip)
            .Take(most)
            .ToList();
        return (await ViewAsync(work, part, cancellation), all.Count);
    }

    /// <summary>A person's own direct assignments whose holder may ask for more time now, or waits for an answer.</summary>
    public static async Task<IReadOnlyList<AssignmentView>> NearEndAsync(
        IPimUnitOfWork work,
        PersonId person,
        CancellationToken cancellation
    )
    {
        var own = (await work.Assignments.OfAsync(person, cancellation)).Where(a =>
            a.Person == person && a.End is { } end && work.Now >= end - Assignment.ExtendBefore
        );
        return
        [
            .. (await ViewAsync(work, [.. own], cancellation))
                .Where(v => v.CanExtend || v.CanRenew || v.Pending is not null)
                .OrderBy(v => v.Assignment.End),
        ];
    }

    private static async Task<IReadOnlyList<Grant>> RunningAsync(
        IPimUnitOfWork work,
        Assignment assignment,
        Assignee assignee,
        CancellationToken cancellation
    )
    {
        if (assignment.Type is not AssignmentType.Eligible)
        {
            return [];
        }

        IReadOnlyList<PersonId> people = assignment.Person is { } person ? [person] : assignee.Group?.Members ?? [];
        var running = new List<Grant>();
        foreach (var grant in await work.Grants.OpenOfRoleAsync(assignment.Access.Role, cancellation))
        {
            if (!people.Contains(grant.Person) || !grant.IsActiveAt(work.Now))
            {
                continue;
            }

            var grounds = await EligibilityReader.ForAsync(work, grant.Person, grant.Access, cancellation);
            if (grounds.Where(g => g.HoldsAt(work.Now)).All(g => g.Id == assignment.Id))
            {
                running.Add(grant);
            }
        }

        return running;
    }
}
