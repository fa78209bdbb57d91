using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>
/// The first Global or Privileged Role Administrator with an account of the organization sets PimBot up, and becomes
/// Security Administrator and Privileged Role Administrator (PIM's rule).
/// </summary>
public static class SetUpService
{
    private static readonly RoleId[] Given =
    [
        WellKnownRoles.SecurityAdministrator,
        WellKnownRoles.PrivilegedRoleAdministrator,
    ];

    /// <summary>Whether somebody set PimBot up already.</summary>
    public static async Task<bool> IsDoneAsync(IPimUnitOfWork work, CancellationToken cancellation) =>
        await work.Administration.FindMilestoneAsync(Milestone.SetUp, cancellation) is not null;

    /// <summary>Which of the roles that set-up gives the person holds already, by permanent assignment.</summary>
    public static async Task<IReadOnlyList<RoleId>> HeldAsync(
        IPimUnitOfWork work,
        PersonId person,
        CancellationToken cancellation
    )
    {
        var held = await work.Assignments.OfAsync(person, cancellation);
        return [.. Given.Where(role => held.Any(a => IsPermanentAt(a, role, work.Now)))];
    }

    public static async Task<Decision<SetUpResult>> RunAsync(
        IPimUnitOfWork work,
        PersonId actor,
        CancellationToken cancellation
    )
    {
        var facts = await AdministratorRights.FactsAsync(work, actor, cancellation);
        if (facts is null || AdministrationRules.OverDirectory(facts) is not AdministrationRight.Manage)
        {
            return Refuse(work, actor, ReasonCode.NotAdministrator);
        }

        if (await IsDoneAsync(work, cancellation))
        {
            return Refuse(work, actor, ReasonCode.SetUpAlready);
        }

        // Somebody from outside would lock the organization out of its own PIM.
        if (facts.Person.Kind is PersonKind.Personal or PersonKind.Guest or PersonKind.Emergency)
        {
            return Refuse(work, actor, ReasonCode.PersonalAccountNotAllowed);
        }

        work.Administration.Record(new Milestone(Milestone.SetUp, work.Now, actor));
        var given = new List<RoleId>();
        foreach (var role in Given.Except(await HeldAsync(work, actor, cancellation)))
        {
            if (await GiveAsync(work, actor, role, cancellation))
            {
                given.Add(role);
            }
        }

        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.SetUp,
                Actor = actor,
                Subject = actor,
                Detail = string.Join(',', given),
            }
        );
        return new SetUpResult(given);
    }

    private static async Task<bool> GiveAsync(
        IPimUnitOfWork work,
        PersonId actor,
        RoleId role,
        CancellationToken cancellation
    )
    {
        var access = new RoleScope(role, ScopeId.Directory);
        if (await work.Directory.FindRoleAsync(role, cancellation) is null)
        {
            return false;
        }

        var assignment = new Assignment
        {
            Id = Guid.CreateVersion7(work.Now),
            Person = actor,
            Access = access,
            Type = AssignmentType.Active,
            Start = work.Now,
            CreatedAt = work.Now,
        };
        work.Assignments.Add(assignment);
        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.AssignmentAdded,
                Subject = actor,
                Access = access,
                Detail = "set-up:Active:permanent",
            }
        );
        AssignmentProgress.OweTarget(work, null, assignment);
        return true;
    }

    private static bool IsPermanentAt(Assignment assignment, RoleId role, DateTimeOffset now) =>
        assignment.Access == new RoleScope(role, ScopeId.Directory)
        && assignment is { Type: AssignmentType.Active, End: null }
        && assignment.HoldsAt(now);

    private static Refusal Refuse(IPimUnitOfWork work, PersonId actor, ReasonCode code)
    {
        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.SetUpRefused,
                Actor = actor,
                Subject = actor,
                Detail = $"{code}",
            }
        );
        return Refusal.Because(code);
    }
}
