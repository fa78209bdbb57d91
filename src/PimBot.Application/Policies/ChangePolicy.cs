using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Approvals;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Policies;

/// <summary>
/// An administrator saves a role's settings. They hold for later requests; requests under way feel what became stricter,
/// except for those of the administrator who made the change.
/// </summary>
public static class ChangePolicy
{
    public static async Task<Decision<RolePolicy>> RunAsync(
        IPimUnitOfWork work,
        ChangePolicyCommand command,
        CancellationToken cancellation
    )
    {
        var access = command.Policy.Access;
        var role = await work.Directory.FindRoleAsync(access.Role, cancellation);
        var path = await work.Directory.ScopePathAsync(access.Scope, cancellation);
        var right = command.IsByOperator
            ? AdministrationRight.Manage
            : await AdministratorRights.OverAsync(work, command.Actor, access, cancellation);
        if (role is null || path is not [var scope, ..] || right is AdministrationRight.None)
        {
            return Refuse(work, command, Refusal.Because(ReasonCode.UnknownAccess));
        }

        var refusal = right is not AdministrationRight.Manage
            ? Refusal.Because(ReasonCode.NotAdministrator)
            : await CheckAsync(work, command.Policy, role, scope, cancellation);
        if (refusal is not null)
        {
            return Refuse(work, command, refusal);
        }

        var before = await work.Directory.PolicyAsync(access, cancellation);
        if (command.ExpectedVersion is { } expected && expected != before.Version)
        {
            return Refusal.Because(ReasonCode.ChangedMeanwhile);
        }

        return await SaveAsync(work, command.Actor, before, command.Policy, cancellation);
    }

    /// <summary>What is wrong with settings, before anybody saves them; null: nothing.</summary>
    public static async Task<Refusal?> CheckAsync(
        IPimUnitOfWork work,
        RolePolicy policy,
        Role role,
        Scope scope,
        CancellationToken cancellation
    )
    {
        if (!Scope.Fits(role.Kind, scope.Kind))
        {
            return Refusal.Because(ReasonCode.RoleDoesNotFitScope);
        }

        IReadOnlyList<PolicyFault> faults =
        [
            .. PolicyValidation.Check(policy, role),
            .. await ApproverFaultsAsync(work, policy.Activation.Approvers, cancellation),
        ];
        if (faults.Count > 0)
        {
            return Refusal.Because(ReasonCode.PolicyInvalid) with { Faults = faults };
        }

        return
            policy.Activation.Requires(ActivationRequirements.Approval)
            && (await ApproverReader.AllAsync(work, policy, Supposing.Nothing, cancellation)).Count == 0
            ? Refusal.Because(ReasonCode.LastApprover)
            : null;
    }

    private static async Task<IReadOnlyList<PolicyFault>> ApproverFaultsAsync(
        IPimUnitOfWork work,
        IReadOnlyList<ApproverReference> approvers,
        CancellationToken cancellation
    )
    {
        var people = (
            await work.Directory.PeopleAsync([.. approvers.Select(a => a.Person).OfType<PersonId>()], cancellation)
        ).Select(p => p.Id);
        var groups = (
            await work.Directory.GroupsAsync([.. approvers.Select(a => a.Group).OfType<GroupId>()], cancellation)
        ).Select(g => g.Id);
        var roles = (await work.Directory.RolesAsync(cancellation)).Select(r => r.Id);
        return
        [
            .. approvers
                .Where(a =>
                    a.Person is { } person ? !people.Contains(person)
                    : a.Group is { } group ? !groups.Contains(group)
                    : a.Role is not { } role || !roles.Contains(role)
                )
                .Select(a => new PolicyFault(
                    PolicyRuleIds.ActivationApproval,
                    "UnknownApprover",
                    $"There is no approver “{InertText.Clean(a.Person?.Value ?? a.Group?.Value ?? a.Role?.Value, 80)}”."
                )),
        ];
    }

    private static async Task<RolePolicy> SaveAsync(
        IPimUnitOfWork work,
        PersonId actor,
        RolePolicy before,
        RolePolicy after,
        CancellationToken cancellation
    )
    {
        var changes = PolicyChanges.Between(before, after);
        if (changes.Count == 0)
        {
            return before;
        }

        var governed = await GovernedRequests.ReadAsync(work, after.Access, cancellation);
        await work.Directory.UpdateAsync(after, cancellation);
        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.PolicyChanged,
                Actor = actor,
                Access = after.Access,
                Detail = string.Join("; ", changes),
            }
        );
        foreach (var (request, settings) in governed)
        {
            await JudgeAnewAsync(work, actor, request, settings, after, cancellation);
        }

        return await work.Directory.PolicyAsync(after.Access, cancellation);
    }

    private static async Task JudgeAnewAsync(
        IPimUnitOfWork work,
        PersonId actor,
        ActivationRequest request,
        RolePolicy before,
        RolePolicy after,
        CancellationToken cancellation
    )
    {
        var people = await work.Directory.PeopleAsync([actor, request.Requester], cancellation);
        var isOwn =
            people.FirstOrDefault(p => p.Id == actor) is { } changer
            && people.FirstOrDefault(p => p.Id == request.Requester) is { } requester
            && changer.IsSameHumanAs(requester);
        var next = isOwn ? RequestLife.Freeze(request, before) : RequestLife.Tighten(request, after, work.Now);
        if (next != request)
        {
            RequestProgress.Rejudge(work, request, next);
        }

        if (!isOwn)
        {
            await TellAsync(work, request, before, next, cancellation);
        }
    }

    /// <summary>Tells whoever waits what the change means for the request: once, and only where it means something.</summary>
    private static async Task TellAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        RolePolicy held,
        ActivationRequest next,
        CancellationToken cancellation
    )
    {
        var ground = await EligibilityReader.ForAsync(work, next.Requester, next.Access, cancellation);
        var holds = await ActivationFactsReader.PolicyOfAsync(work, next, ground, cancellation);
        var added = StricterRules.Added(request, held, next, holds, work.Now);
        if (added.Count > 0)
        {
            work.Tell(NoticeKind.RulesStricter, next.Requester, next.Id, $"stricter/{work.Now.UtcTicks}");
        }
    }

    private static Refusal Refuse(IPimUnitOfWork work, ChangePolicyCommand command, Refusal refusal)
    {
        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.PolicyChangeRefused,
                Actor = command.Actor,
                Access = command.Policy.Access,
                Detail =
                    refusal.Faults.Count == 0
                        ? refusal.Code.ToString()
                        : string.Join(',', refusal.Faults.Select(f => $"{f.Rule}:{f.Code}")),
            }
        );
        return refusal;
    }
}
