using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Alerts;

/// <summary>
/// Fixes of what somebody else gave at the target: it is taken away there, or becomes an assignment of PimBot's, which
/// takes its place. The target is asked by the outbox, so that an order that was given is carried out once, whatever
/// happens.
/// </summary>
internal static class OutsideFixes
{
    public static async Task<FixOutcome> RemoveAsync(
        IPimUnitOfWork work,
        FixAlertCommand command,
        AlertIncident incident,
        CancellationToken cancellation
    )
    {
        if (await ObstacleAsync(work, command.Actor, incident, cancellation) is { } refusal)
        {
            return Refuse(work, command, incident, refusal);
        }

        if (!command.IsValidationOnly)
        {
            work.RemoveOutside(new OutsideRemoval(AccessOf(incident), incident.Id, command.Actor));
            work.Alerts.Update(incident with { RemovalOrderedAt = work.Now });
            work.Audit.Append(
                AlertEvents.Of(
                    AuditAction.OutsideAccessRemovalOrdered,
                    incident,
                    command.Actor,
                    reason: command.Justification
                )
            );
        }

        return new FixOutcome(incident);
    }

    public static async Task<FixOutcome> AdoptAsync(
        IPimUnitOfWork work,
        FixAlertCommand command,
        AlertIncident incident,
        CancellationToken cancellation
    )
    {
        if (incident.RemovalOrderedAt is not null)
        {
            return Refuse(work, command, incident, Refusal.Because(ReasonCode.RemovalOrderedAlready));
        }

        var policy = await work.Directory.PolicyAsync(incident.Access, cancellation);
        var decision = await ChangeAssignment.RunAsync(
            work,
            new AssignmentCommand
            {
                Action = RequestAction.AdminAssign,
                Actor = command.Actor,
                Principal = AlertReader.PrincipalOf(incident),
                Access = incident.Access,
                IsVerified = command.IsVerified,
                IsValidationOnly = command.IsValidationOnly,
                Ask = new AssignmentAsk
                {
                    Type = AssignmentType.Active,
                    End = command.End ?? (work.Now + policy.Active.Maximum),
                    Justification = command.Justification,
                },
            },
            cancellation
        );
        if (!decision.IsAllowed)
        {
            return new FixOutcome(incident, decision.Refusal);
        }

        // What waits for another administrator takes nothing's place yet: the incident stays.
        if (!command.IsValidationOnly && !decision.Value.IsPending)
        {
            TakeOver(work, command, incident, decision.Value.Assignment);
        }

        return new FixOutcome(incident, IsWaiting: decision.Value.IsPending);
    }

    private static void TakeOver(IPimUnitOfWork work, FixAlertCommand command, AlertIncident incident, Guid assignment)
    {
        work.RemoveOutside(new OutsideRemoval(AccessOf(incident), incident.Id, command.Actor, assignment));
        work.Alerts.Update(incident with { RemovalOrderedAt = work.Now });
        work.Audit.Append(
            AlertEvents.Of(
                AuditAction.OutsideAccessAdopted,
                incident,
                command.Actor,
                $"assignment={assignment:D}",
                command.Justification
            )
        );
    }

    private static async Task<Refusal?> ObstacleAsync(
        IPimUnitOfWork work,
        PersonId actor,
        AlertIncident incident,
        CancellationToken cancellation
    )
    {
        if (incident.RemovalOrderedAt is not null)
        {
            return Refusal.Because(ReasonCode.RemovalOrderedAlready);
        }

        if (
            await AdministratorRights.OverAsync(work, actor, incident.Access, cancellation)
            is not AdministrationRight.Manage
        )
        {
            return Refusal.Because(ReasonCode.NotAdministrator);
        }

        return await IsEmergencyAsync(work, incident, cancellation)
            ? Refusal.Because(ReasonCode.OutsideAccessOfEmergencyAccount)
            : await LastHolderAsync(work, incident, cancellation);
    }

    // Where PimBot gives the same access, nothing is lost.
    private static async Task<bool> IsEmergencyAsync(
        IPimUnitOfWork work,
        AlertIncident incident,
        CancellationToken cancellation
    ) =>
        incident.Person is { } id
        && await work.Directory.FindPersonAsync(id, cancellation) is { Kind: PersonKind.Emergency }
        && !(await work.Assignments.OfAsync(id, cancellation)).Any(a =>
            a.Type is AssignmentType.Active && a.Access == incident.Access && a.HoldsAt(work.Now)
        );

    // Who is left is who holds the role by PimBot: on others' word of access nobody can rely.
    private static async Task<Refusal?> LastHolderAsync(
        IPimUnitOfWork work,
        AlertIncident incident,
        CancellationToken cancellation
    )
    {
        await work.Assignments.LockAsync(incident.Access.Role, cancellation);
        var role = await work.Directory.FindRoleAsync(incident.Access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([incident.Access.Scope], cancellation)).SingleOrDefault();
        if (role is null || scope is null || !LastHolderGuard.Watches(role))
        {
            return null;
        }

        var scopes = new HashSet<ScopeId> { scope.Id };
        IEnumerable<PersonId> left =
            role.Kind is RoleKind.GroupOwner
                ? await AdministratorRights.OwnersAsync(work, scope, Supposing.Nothing, cancellation)
                : (await HolderReader.ReadAsync(work, role.Id, scopes, Supposing.Nothing, cancellation)).OnGround;
        var enabled = (await work.Directory.PeopleAsync([.. left], cancellation)).Count(p =>
            p is { Enabled: true, Kind: not PersonKind.ServiceAccount }
        );
        return LastHolderGuard.MayGo(role, AssignmentType.Active, new RemainingHolders(1, enabled, enabled));
    }

    private static FixOutcome Refuse(
        IPimUnitOfWork work,
        FixAlertCommand command,
        AlertIncident incident,
        Refusal refusal
    )
    {
        if (!command.IsValidationOnly)
        {
            work.Audit.Append(
                AlertEvents.Of(
                    AuditAction.AlertChangeRefused,
                    incident,
                    command.Actor,
                    $"{(command.IsAdoption ? "Adopt" : "Remove")}:{refusal.Code}"
                )
            );
        }

        return new FixOutcome(incident, refusal);
    }

    private static OutsideAccess AccessOf(AlertIncident incident) =>
        new(incident.Outside!, incident.Person, incident.Group, incident.Access, incident.Since);
}
