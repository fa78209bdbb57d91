using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>Who must never be lost: the last administrators, owners and approvers. Only enabled people count.</summary>
internal sealed class Guards(Realm realm)
{
    /// <summary>Enabled people who hold the role now.</summary>
    public HashSet<PersonId> Holders(RoleId role) => [.. Enabled(p => realm.Holds(p).Any(a => a.Role == role))];

    public HashSet<PersonId> Owners(GroupId group)
    {
        var owners = realm.Owners(group);
        return [.. Enabled(owners.Contains)];
    }

    /// <summary>What is lost when this happens; nothing stays changed.</summary>
    public HashSet<ReasonCode> Against(Standing standing, Action happens)
    {
        var isEligibleAdministrator =
            standing.Type is AssignmentType.Eligible
            && standing.Access.Role == WellKnownRoles.GlobalAdministrator
            && standing.HoldsAt(realm.Now);
        return Lost(happens, () => isEligibleAdministrator && !standing.HoldsAt(realm.Now) && !IsAssignedToSomebody());
    }

    /// <summary>What is lost when this activation ends, which counts also where it was kept beyond its eligibility.</summary>
    public HashSet<ReasonCode> Against(Activation activation)
    {
        var before = activation.State;
        realm.Spared = activation;
        try
        {
            return Lost(() => activation.State = RequestState.Revoked, () => false);
        }
        finally
        {
            activation.State = before;
            realm.Spared = null;
        }
    }

    private HashSet<ReasonCode> Lost(Action happens, Func<bool> isRefusedBesides)
    {
        realm.IsOnGround = true;
        try
        {
            var (roles, groups, policies) = Kept();
            happens();
            var (rolesAfter, groupsAfter, policiesAfter) = Kept();
            var lost = new HashSet<ReasonCode>();
            if (roles.Except(rolesAfter).Any() || isRefusedBesides())
            {
                lost.Add(ReasonCode.LastAdministrator);
            }

            if (groups.Except(groupsAfter).Any())
            {
                lost.Add(ReasonCode.LastGroupOwner);
            }

            if (policies.Except(policiesAfter).Any())
            {
                lost.Add(ReasonCode.LastApprover);
            }

            return lost;
        }
        finally
        {
            realm.IsOnGround = false;
        }
    }

    private (List<RoleId> Roles, List<GroupId> Groups, List<RoleScope> Policies) Kept() =>
        (
            [.. WellKnownRoles.Guarded.Where(r => Holders(r).Count > 0)],
            [.. realm.Groups.Keys.Where(g => Owners(g).Count > 0)],
            [
                .. realm
                    .Policies.Values.Where(p =>
                        p.Activation.Requires(ActivationRequirements.Approval)
                        && realm.Approvers(p.Activation, p.Access).Count > 0
                    )
                    .Select(p => p.Access),
            ]
        );

    private bool IsAssignedToSomebody() =>
        Enabled(p => realm.Assigned(p).Any(a => a.Role == WellKnownRoles.GlobalAdministrator)).Any();

    private IEnumerable<PersonId> Enabled(Func<PersonId, bool> which) =>
        realm.People.Keys.Where(p => realm.MayAct(p) && which(p));
}
