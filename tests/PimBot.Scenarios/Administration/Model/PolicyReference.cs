using PimBot.Application.Policies;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>What the rules say to a change of a role's settings.</summary>
internal sealed class PolicyReference(Realm realm)
{
    private const ActivationRequirements OnAssignment =
        ActivationRequirements.Mfa | ActivationRequirements.Justification;

    public HashSet<ReasonCode> Change(ChangePolicyCommand change)
    {
        var (policy, access) = (change.Policy, change.Policy.Access);
        var right = realm.Right(change.Actor, access);
        if (right is not AdministrationRight.Manage)
        {
            return [right is AdministrationRight.None ? ReasonCode.UnknownAccess : ReasonCode.NotAdministrator];
        }

        var against = new HashSet<ReasonCode>();
        if (change.ExpectedVersion is { } version && version != realm.PolicyOf(access).Version)
        {
            against.Add(ReasonCode.ChangedMeanwhile);
        }

        var needsApproval = policy.Activation.Requires(ActivationRequirements.Approval);
        if (!IsPossible(policy, realm.Roles[access.Role]))
        {
            against.Add(ReasonCode.PolicyInvalid);
        }
        else if (needsApproval && realm.Approvers(policy.Activation, access).Count == 0)
        {
            against.UnionWith([ReasonCode.PolicyInvalid, ReasonCode.LastApprover]);
        }

        return against;
    }

    /// <summary>It holds for what comes later; what others asked for already feels only what is stricter.</summary>
    public void Save(ChangePolicyCommand change, int version, ActivationReference activations)
    {
        var access = change.Policy.Access;
        var pending = realm
            .Activations.Where(a => a.IsPending && (a.Access == access || activations.Ground(a) == access))
            .Select(a => (Activation: a, Before: activations.Settings(a)))
            .ToList();
        realm.Policies[access] = change.Policy with { Version = version };
        foreach (var (asked, before) in pending)
        {
            if (realm.AreOneHuman(asked.Person.Id, change.Actor))
            {
                (asked.Policy, asked.IsFrozen) = (before, true);
            }
            else if (asked.IsFrozen)
            {
                var approvers = asked.Policy.Approvers;
                var hadApproval = asked.Policy.Requires(ActivationRequirements.Approval);
                asked.Policy = ActivationReference.Stricter(asked.Policy, change.Policy.Activation);
                asked.Policy = hadApproval ? asked.Policy with { Approvers = approvers } : asked.Policy;
            }

            Hurry(asked, change);
        }
    }

    /// <summary>A shorter window counts from when approvers were asked.</summary>
    private void Hurry(Activation asked, ChangePolicyCommand change)
    {
        if (
            asked.State is Domain.Activations.RequestState.PendingApproval
            && !realm.AreOneHuman(asked.Person.Id, change.Actor)
            && asked.AskedAt + change.Policy.Activation.Window is { } closes
            && closes < asked.DecideBy
        )
        {
            asked.DecideBy = closes < realm.Now ? realm.Now : closes;
        }
    }

    private static bool IsPossible(RolePolicy policy, Role role)
    {
        var activation = policy.Activation;
        var needsApproval = activation.Requires(ActivationRequirements.Approval);
        return activation.Maximum >= TimeSpan.FromMinutes(5)
            && activation.Maximum <= TimeSpan.FromHours(24)
            && activation.Maximum.Ticks % TimeSpan.TicksPerMinute == 0
            && (activation.RequiresVerification || !MfaLockedRoles.Has(role.Id))
            && (!needsApproval || activation.Approvers.Count > 0 || role.Kind is RoleKind.DirectoryRole)
            && (needsApproval || activation.Approvers.Count == 0)
            && activation.Window >= TimeSpan.FromHours(1)
            && activation.Window <= TimeSpan.FromDays(14)
            && IsPossible(policy.Eligible)
            && IsPossible(policy.Active);
    }

    private static bool IsPossible(AssignmentPolicy policy) =>
        !(policy.Maximum < TimeSpan.FromMinutes(5)) && (policy.Require & ~OnAssignment) is ActivationRequirements.None;
}
