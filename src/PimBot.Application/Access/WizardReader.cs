using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Reads what the wizard shows, for those who manage the directory's roles.</summary>
public static class WizardReader
{
    /// <summary>Null for everybody else.</summary>
    public static async Task<WizardOverview?> OverviewAsync(
        IPimUnitOfWork work,
        PersonId person,
        CancellationToken cancellation
    )
    {
        var view = await AdministrationReader.ReadAsync(work, person, false, cancellation);
        if (view is not { ManagesDirectory: true })
        {
            return null;
        }

        var roles = view.Accesses.Where(a => a.Role is { Kind: RoleKind.DirectoryRole, Privileged: true }).ToList();
        var emergency = await EmergencyAccountsAsync(work, cancellation);
        var exempt = 0;
        foreach (var account in emergency)
        {
            var theirs = await work.Assignments.OfAsync(account, cancellation);
            exempt += theirs.Count(a =>
                a.Person == account && IsStanding(a, work.Now) && roles.Any(r => r.Access == a.Access)
            );
        }

        return new WizardOverview
        {
            IsSetUp = await SetUpService.IsDoneAsync(work, cancellation),
            Roles = [.. roles.Where(r => r.All > 0)],
            Unheld = roles.Count(r => r.All == 0),
            Standing = roles.Sum(r => r.Count.PermanentActive) - exempt,
            EmergencyAccounts = emergency.Count,
        };
    }

    /// <summary>Null for whoever does not manage the directory's roles, and for what is no privileged role of it.</summary>
    public static async Task<WizardRole?> RoleAsync(
        IPimUnitOfWork work,
        PersonId person,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var facts = await AdministratorRights.FactsAsync(work, person, cancellation);
        var role = await work.Directory.FindRoleAsync(access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([ScopeId.Directory], cancellation)).SingleOrDefault();
        if (
            facts is null
            || AdministrationRules.OverDirectory(facts) is not AdministrationRight.Manage
            || role is not { Kind: RoleKind.DirectoryRole, Privileged: true }
            || scope is null
            || access.Scope != ScopeId.Directory
        )
        {
            return null;
        }

        var policy = await work.Directory.PolicyAsync(access, cancellation);
        return new WizardRole(role, scope, policy, await HoldersAsync(work, access, cancellation));
    }

    /// <summary>
    /// Whether the wizard should show itself: the person manages the directory's roles with an account of the organization,
    /// and nobody has made changes in it yet. Asks nothing of the database for those who were never assigned such a role.
    /// </summary>
    public static async Task<bool> IsDueForAsync(IPimUnitOfWork work, Person person, CancellationToken cancellation)
    {
        if (person.Kind is not PersonKind.Member)
        {
            return false;
        }

        var assigned = await AssignmentReader.OfAsync(work, person.Id, cancellation);
        if (!assigned.Any(a => AdministrationRules.DirectoryManagers.Contains(a.Access.Role)))
        {
            return false;
        }

        return await work.Administration.FindMilestoneAsync(Milestone.WizardChanged, cancellation) is null
            && await AdministratorRights.FactsAsync(work, person.Id, cancellation) is { } facts
            && AdministrationRules.OverDirectory(facts) is AdministrationRight.Manage;
    }

    private static async Task<IReadOnlyList<WizardHolder>> HoldersAsync(
        IPimUnitOfWork work,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var assignments = (await work.Assignments.ToAsync(access.Role, cancellation))
            .Where(a => a.Access == access && a.HoldsAt(work.Now))
            .ToList();
        var people = (
            await work.Directory.PeopleAsync(
                [.. assignments.Select(a => a.Person).OfType<PersonId>().Distinct()],
                cancellation
            )
        ).ToDictionary(p => p.Id);
        var groups = (
            await work.Directory.GroupsAsync(
                [.. assignments.Select(a => a.Group).OfType<GroupId>().Distinct()],
                cancellation
            )
        ).ToDictionary(g => g.Id);
        return
        [
            .. assignments
                .Select(a => new WizardHolder(
                    a,
                    a.Person is { } person ? people.GetValueOrDefault(person) : null,
                    a.Group is { } group ? groups.GetValueOrDefault(group) : null
                ))
                .OrderBy(h => h.Assignment.Type is AssignmentType.Eligible)
                .ThenBy(h => !h.Assignment.IsPermanent)
                .ThenBy(h => h.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(h => h.Assignment.Id),
        ];
    }

    private static async Task<IReadOnlyList<PersonId>> EmergencyAccountsAsync(
        IPimUnitOfWork work,
        CancellationToken cancellation
    )
    {
        var standing = (await work.Assignments.ToAsync(WellKnownRoles.GlobalAdministrator, cancellation))
            .Where(a => IsStanding(a, work.Now) && a.Access.Scope == ScopeId.Directory)
            .Select(a => a.Person)
            .OfType<PersonId>()
            .Distinct()
            .ToList();
        var people = await work.Directory.PeopleAsync(standing, cancellation);
        return [.. people.Where(p => p is { Kind: PersonKind.Emergency, Enabled: true }).Select(p => p.Id)];
    }

    private static bool IsStanding(Assignment assignment, DateTimeOffset now) =>
        assignment is { Type: AssignmentType.Active, IsPermanent: true } && assignment.HoldsAt(now);
}
