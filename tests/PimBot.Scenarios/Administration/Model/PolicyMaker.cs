using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>Random settings of a role: possible ones, and those with something wrong.</summary>
internal static class PolicyMaker
{
    public static RolePolicy Possible(Random random, Realm realm, RoleScope access)
    {
        var require = ActivationRequirements.None;
        require |=
            MfaLockedRoles.Has(access.Role) || random.Next(4) == 0
                ? ActivationRequirements.Mfa
                : ActivationRequirements.None;
        require |= random.Next(3) == 0 ? ActivationRequirements.Justification : ActivationRequirements.None;
        require |= random.Next(3) == 0 ? ActivationRequirements.Approval : ActivationRequirements.None;
        return new RolePolicy
        {
            Access = access,
            Activation = new ActivationPolicy
            {
                Maximum = TimeSpan.FromMinutes(30 * random.Next(1, 17)),
                Require = require,
                Approvers = require.HasFlag(ActivationRequirements.Approval) ? Approvers(random, realm, access) : [],
                Window = TimeSpan.FromHours(random.Next(1, 48)),
                IsDecisionReasonRequired = random.Next(4) > 0,
            },
            Eligible = Assigning(random),
            Active = Assigning(random),
        };
    }

    /// <summary>With one thing changed that is mostly wrong.</summary>
    public static RolePolicy Doubtful(Random random, Realm realm, RoleScope access)
    {
        var policy = Possible(random, realm, access);
        var activation = policy.Activation;
        return random.Next(7) switch
        {
            0 => policy with { Activation = activation with { Maximum = TimeSpan.FromHours(25) } },
            1 => policy with { Activation = activation with { Maximum = TimeSpan.FromSeconds(3601) } },
            2 => policy with
            {
                Activation = activation with { Require = activation.Require & ~ActivationRequirements.Mfa },
            },
            3 => policy with
            {
                Activation = activation with
                {
                    Require = activation.Require | ActivationRequirements.Approval,
                    Approvers = [],
                },
            },
            4 => policy with { Active = policy.Active with { Require = ActivationRequirements.Ticket } },
            5 => policy with { Eligible = policy.Eligible with { Maximum = TimeSpan.FromMinutes(4) } },
            _ => policy with { Activation = activation with { Window = TimeSpan.FromDays(15) } },
        };
    }

    private static AssignmentPolicy Assigning(Random random) =>
        new()
        {
            Maximum = random.Next(3) == 0 ? TimeSpan.FromDays(random.Next(1, 60)) : null,
            Require =
                (random.Next(4) == 0 ? ActivationRequirements.Justification : ActivationRequirements.None)
                | (random.Next(8) == 0 ? ActivationRequirements.Mfa : ActivationRequirements.None),
        };

    private static List<ApproverReference> Approvers(Random random, Realm realm, RoleScope access)
    {
        var isDirectory = realm.Roles[access.Role].Kind is RoleKind.DirectoryRole;
        var chosen = new List<ApproverReference>();
        for (var count = random.Next(isDirectory ? 0 : 1, 3); count > 0; count--)
        {
            chosen.Add(
                random.Next(3) switch
                {
                    0 => new ApproverReference { Person = Pick(random, realm.People.Keys) },
                    1 => new ApproverReference { Group = Pick(random, realm.Groups.Keys) },
                    _ => new ApproverReference { Role = Pick(random, realm.Roles.Keys) },
                }
            );
        }

        return [.. chosen.Distinct()];
    }

    private static T Pick<T>(Random random, IReadOnlyCollection<T> all) => all.ElementAt(random.Next(all.Count));
}
