using PimBot.Application.Access;
using PimBot.Application.Alerts;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Notifications;

/// <summary>Reads the past week as one administrator may see it: nothing of roles that they may not view.</summary>
internal sealed class WeekReader(IPimUnitOfWork work, AdministratorFacts administrator)
{
    private const int Page = 200;
    private const int MostPages = 20;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly Dictionary<RoleScope, bool> visible = [];

    public async Task<WeekView> ReadAsync(CancellationToken cancellation)
    {
        var since = work.Now - Week;
        var activations = await ActivationsAsync(since, cancellation);
        var assigned = await AssignedAsync(since, cancellation);
        var ending = await EndingSoonAsync(cancellation);
        var approvals = await work.Requests.PendingApprovalAsync(Page, cancellation);
        var wishes = await work.AssignmentRequests.PendingAsync(Page, cancellation);
        var names = await NamesAsync(
            [.. assigned.Select(a => a.Principal), .. ending.Select(a => a.Principal)],
            cancellation
        );
        var roles = (await work.Directory.RolesAsync(cancellation)).ToDictionary(r => r.Id, r => r.Name);
        string RoleOf(RoleScope access) => roles.GetValueOrDefault(access.Role, "a role that is gone");
        return new WeekView
        {
            Since = since,
            Now = work.Now,
            Activations =
            [
                .. activations
                    .CountBy(r => RoleOf(r.Access), StringComparer.Ordinal)
                    .OrderByDescending(a => a.Value)
                    .ThenBy(a => a.Key, StringComparer.Ordinal)
                    .Select(a => (a.Key, a.Value)),
            ],
            Assigned =
            [
                .. assigned.Select(a =>
                    (
                        RoleOf(a.Access),
                        names(a.Principal),
                        a.Ask.Type is AssignmentType.Eligible ? "eligible" : "active"
                    )
                ),
            ],
            Alerts =
            [
                .. (await AlertReader.ListAsync(work, administrator.Person.Id, cancellation))?.Alerts.Where(a =>
                    a.IsActive
                ) ?? [],
            ],
            WaitingForApproval = (await VisibleAsync(approvals, r => r.Access, cancellation)).Count,
            WaitingForAdministrators = (await VisibleAsync(wishes, r => r.Access, cancellation)).Count,
            EndingSoon = [.. ending.Select(a => (RoleOf(a.Access), names(a.Principal), a.End!.Value))],
        };
    }

    private async Task<IReadOnlyList<ActivationRequest>> ActivationsAsync(
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var found = await NewestAsync(
            (before, stop) => work.Requests.ListAsync(before, Page, stop),
            r => (r.Id, r.CreatedAt),
            since,
            cancellation
        );
        return await VisibleAsync(
            [.. found.Where(r => r is { Grant: not null, Extends: null })],
            r => r.Access,
            cancellation
        );
    }

    private async Task<IReadOnlyList<AssignmentRequest>> AssignedAsync(
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var found = await NewestAsync(
            (before, stop) => work.AssignmentRequests.ListAsync(before, Page, stop),
            r => (r.Id, r.CreatedAt),
            since,
            cancellation
        );
        var done = found.Where(r =>
            r is { Action: RequestAction.AdminAssign, State: RequestState.Provisioned or RequestState.ScheduleCreated }
        );
        return await VisibleAsync([.. done], r => r.Access, cancellation);
    }

    private async Task<IReadOnlyList<Assignment>> EndingSoonAsync(CancellationToken cancellation)
    {
        var (found, filter) = (
            new List<Assignment>(),
            new AssignmentFilter { EndsBefore = work.Now + Assignment.ExtendBefore }
        );
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await work.Assignments.ListAsync(filter, Page, cancellation);
            found.AddRange(page);
            if (page.Count < Page)
            {
                break;
            }

            filter = filter with { After = page[^1].Id };
        }

        return [.. (await VisibleAsync(found, a => a.Access, cancellation)).OrderBy(a => a.End)];
    }

    private static async Task<IReadOnlyList<T>> NewestAsync<T>(
        Func<RequestId?, CancellationToken, Task<IReadOnlyList<T>>> list,
        Func<T, (RequestId Id, DateTimeOffset At)> of,
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var (found, before) = (new List<T>(), (RequestId?)null);
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await list(before, cancellation);
            found.AddRange(page.Where(item => of(item).At >= since));
            if (page.Count < Page || of(page[^1]).At < since)
            {
                break;
            }

            before = of(page[^1]).Id;
        }

        return found;
    }

    private async Task<IReadOnlyList<T>> VisibleAsync<T>(
        IReadOnlyList<T> items,
        Func<T, RoleScope> of,
        CancellationToken cancellation
    )
    {
        var seen = new List<T>();
        foreach (var item in items)
        {
            if (await IsVisibleAsync(of(item), cancellation))
            {
                seen.Add(item);
            }
        }

        return seen;
    }

    private async Task<bool> IsVisibleAsync(RoleScope access, CancellationToken cancellation)
    {
        if (!visible.TryGetValue(access, out var known))
        {
            var right = await AdministratorRights.OverAsync(work, administrator, access, cancellation);
            known = right is not AdministrationRight.None;
            visible[access] = known;
        }

        return known;
    }

    private async Task<Func<Principal, string>> NamesAsync(
        IReadOnlyCollection<Principal> principals,
        CancellationToken cancellation
    )
    {
        var ids = principals.Select(p => p.Person).OfType<PersonId>().ToHashSet();
        var groupIds = principals.Select(p => p.Group).OfType<GroupId>().ToHashSet();
        var people = (await work.Directory.PeopleAsync(ids, cancellation)).ToDictionary(p => p.Id, p => p.Name);
        var groups = (await work.Directory.GroupsAsync(groupIds, cancellation)).ToDictionary(g => g.Id, g => g.Name);
        return principal =>
            principal.Person is { } person
                ? people.GetValueOrDefault(person, "somebody who is gone")
                : $"the group {groups.GetValueOrDefault(principal.Group!.Value, "that is gone")}";
    }
}
