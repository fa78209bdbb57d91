using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>
/// An administrator makes, changes or removes an assignment, or a holder asks for more time. What is allowed is carried
/// out at once, unless it must wait for an administrator.
/// </summary>
public static class ChangeAssignment
{
    public static async Task<Decision<AssignmentRequest>> RunAsync(
        IPimUnitOfWork work,
        AssignmentCommand command,
        CancellationToken cancellation
    )
    {
        var existing = command.Assignment is { } id ? await work.Assignments.FindAsync(id, cancellation) : null;
        if (!command.IsValidationOnly)
        {
            existing = await AssignmentEnding.SettleAsync(work, existing, cancellation);
        }

        if (Draft(work, command, existing) is not { } draft)
        {
            return RefuseUnknown(work, command);
        }

        var right =
            command.IsByOperator || command.Review is not null
                ? AdministrationRight.Manage
                : await AdministratorRights.OverAsync(work, command.Actor, draft.Access, cancellation);
        if (IsHidden(command, existing, right))
        {
            return Refuse(work, command, draft, Refusal.Because(ReasonCode.UnknownAssignment));
        }

        var facts = await AssignmentFactsReader.ReadAsync(
            work,
            draft,
            existing,
            right,
            command.IsVerified,
            cancellation
        );
        if (facts is null)
        {
            return Refuse(work, command, draft, await UnknownAsync(work, command.Actor, cancellation));
        }

        return await DecideAsync(work, command, draft, facts, cancellation);
    }

    private static async Task<Decision<AssignmentRequest>> DecideAsync(
        IPimUnitOfWork work,
        AssignmentCommand command,
        AssignmentRequest draft,
        AssignmentFacts facts,
        CancellationToken cancellation
    )
    {
        var refusal = AssignmentRules.Check(facts);
        var waitsFor = await WaitsForAsync(work, facts, refusal, cancellation);
        if (refusal is not null && waitsFor is null)
        {
            return Refuse(work, command, draft, refusal);
        }

        if (waitsFor is not null && facts.Pending is { } other)
        {
            return Refuse(
                work,
                command,
                draft,
                Refusal.Because(ReasonCode.AssignmentRequestPending, other.CreatedBy, other.CreatedAt)
            );
        }

        if (command.IsValidationOnly)
        {
            return draft;
        }

        return waitsFor is { } reason
            ? await AssignmentProgress.WaitAsync(work, draft, reason, facts, cancellation)
            : await AssignmentProgress.CarryOutAsync(work, null, draft, facts, cancellation);
    }

    private static async Task<PendingReason?> WaitsForAsync(
        IPimUnitOfWork work,
        AssignmentFacts facts,
        Refusal? refusal,
        CancellationToken cancellation
    ) =>
        facts.Action switch
        {
            _ when refusal is not null && !IsLastOwner(facts, refusal) => null,
            RequestAction.SelfExtend or RequestAction.SelfRenew => PendingReason.AdministratorDecision,
            _ when await TouchesEmergencyAsync(work, facts, cancellation) => PendingReason.SecondAdministrator,
            _ => refusal is null ? null : PendingReason.AnotherOwner,
        };

    private static bool IsLastOwner(AssignmentFacts facts, Refusal refusal) =>
        facts.Action is RequestAction.AdminRemove && refusal.Code is ReasonCode.LastGroupOwner;

    private static async Task<bool> TouchesEmergencyAsync(
        IPimUnitOfWork work,
        AssignmentFacts facts,
        CancellationToken cancellation
    )
    {
        if (facts.Assignee is { } person)
        {
            return person.Kind is PersonKind.Emergency;
        }

        if (facts.Existing?.Group is not { } group)
        {
            return false;
        }

        var members = (await HolderReader.MembersAsync(work, [group], cancellation)).Values.SelectMany(m => m);
        return (await work.Directory.PeopleAsync([.. members], cancellation)).Any(p => p.Kind is PersonKind.Emergency);
    }

    // An outsider does not learn which roles and scopes there are.
    private static async Task<Refusal> UnknownAsync(
        IPimUnitOfWork work,
        PersonId actor,
        CancellationToken cancellation
    ) =>
        await AdministratorRights.FactsAsync(work, actor, cancellation) is { } facts
        && AdministrationRules.OverDirectory(facts) is not AdministrationRight.None
            ? Refusal.Because(ReasonCode.UnknownAccess)
            : Refusal.Because(ReasonCode.NotAdministrator);

    // Whoever sees nothing of a scope learns nothing of what exists there.
    private static bool IsHidden(AssignmentCommand command, Assignment? existing, AdministrationRight right) =>
        command.Action switch
        {
            RequestAction.SelfExtend or RequestAction.SelfRenew => existing?.Person != command.Actor,
            RequestAction.AdminAssign => false,
            _ => existing is null || right is AdministrationRight.None,
        };

    private static AssignmentRequest? Draft(IPimUnitOfWork work, AssignmentCommand command, Assignment? existing)
    {
        var principal = command.Action is RequestAction.AdminAssign ? command.Principal : existing?.Principal;
        var access = command.Action is RequestAction.AdminAssign ? command.Access : existing?.Access;
        if (principal is not { } whom || access is not { } what)
        {
            return null;
        }

        var ask =
            command.Action is RequestAction.AdminRemove
                ? new AssignmentAsk
                {
                    Type = existing!.Type,
                    Start = existing.Start,
                    End = existing.End,
                }
                : command.Ask;
        return new AssignmentRequest
        {
            Id = new RequestId(Guid.CreateVersion7(work.Now)),
            Action = command.Action,
            CreatedBy = command.Actor,
            CreatedAt = work.Now,
            Principal = whom,
            Access = what,
            Assignment = existing?.Id ?? Guid.CreateVersion7(work.Now),
            Review = command.Review,
            State = RequestState.PendingScheduleCreation,
            Ask = ask with
            {
                Start = ask.Start <= work.Now && command.Action is not RequestAction.AdminRemove ? null : ask.Start,
                Justification = InertText.Clean(command.Ask.Justification, ActivationAsk.LongestJustification),
            },
        };
    }

    private static Refusal RefuseUnknown(IPimUnitOfWork work, AssignmentCommand command)
    {
        if (!command.IsValidationOnly)
        {
            work.Audit.Append(
                new AuditEvent
                {
                    Action = AuditAction.AssignmentRefused,
                    Actor = command.Actor,
                    Detail = $"{command.Action}:{ReasonCode.UnknownAssignment} {command.Assignment}".TrimEnd(),
                }
            );
        }

        return Refusal.Because(ReasonCode.UnknownAssignment);
    }

    private static Refusal Refuse(
        IPimUnitOfWork work,
        AssignmentCommand command,
        AssignmentRequest draft,
        Refusal refusal
    )
    {
        if (!command.IsValidationOnly)
        {
            work.Audit.Append(
                AuditEvents.Of(
                    AuditAction.AssignmentRefused,
                    draft,
                    command.Review is null ? command.Actor : null,
                    $"{draft.Action}:{AuditEvents.Codes(refusal)}"
                )
            );
        }

        return refusal;
    }
}
