using PimBot.Application.Access;
using PimBot.Application.Policies;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Alerts;
using PimBot.Domain.Policies;

namespace PimBot.Application.Alerts;

/// <summary>Fixes of what is in the store.</summary>
internal static class IncidentFixes
{
    public static async Task<FixOutcome> RemoveAsync(
        IPimUnitOfWork work,
        FixAlertCommand command,
        AlertIncident incident,
        CancellationToken cancellation
    )
    {
        var decision = await ChangeAssignment.RunAsync(
            work,
            new AssignmentCommand
            {
                Action = RequestAction.AdminRemove,
                Actor = command.Actor,
                Assignment = incident.Assignment,
                IsVerified = command.IsVerified,
                IsValidationOnly = command.IsValidationOnly,
                // For a removal only the justification counts.
                Ask = new AssignmentAsk { Type = AssignmentType.Eligible, Justification = command.Justification },
            },
            cancellation
        );
        return decision.IsAllowed
            ? new FixOutcome(incident, IsWaiting: decision.Value.IsPending)
            : new FixOutcome(incident, decision.Refusal);
    }

    public static async Task<FixOutcome> RequireMfaAsync(
        IPimUnitOfWork work,
        FixAlertCommand command,
        AlertIncident incident,
        CancellationToken cancellation
    )
    {
        var policy = await work.Directory.PolicyAsync(incident.Access, cancellation);
        if (policy.Activation.RequiresVerification)
        {
            return new FixOutcome(incident, Refusal.Because(ReasonCode.IncidentOver));
        }

        var stricter = policy with
        {
            Activation = policy.Activation with { Require = policy.Activation.Require | ActivationRequirements.Mfa },
        };
        if (command.IsValidationOnly)
        {
            return new FixOutcome(incident, await CheckAsync(work, stricter, cancellation));
        }

        var saved = await ChangePolicy.RunAsync(
            work,
            new ChangePolicyCommand(command.Actor, stricter, policy.Version),
            cancellation
        );
        return new FixOutcome(incident, saved.Refusal);
    }

    private static async Task<Refusal?> CheckAsync(
        IPimUnitOfWork work,
        RolePolicy policy,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(policy.Access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([policy.Access.Scope], cancellation)).SingleOrDefault();
        return role is null || scope is null
            ? Refusal.Because(ReasonCode.UnknownAccess)
            : await ChangePolicy.CheckAsync(work, policy, role, scope, cancellation);
    }
}
