using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

internal static class DirectoryPoliciesReader
{
    private static readonly string[] Keys =
    [
        "role",
        "scope",
        "activation",
        "eligible",
        "active",
        "notify",
        "notifications",
    ];

    public static IReadOnlyList<RolePolicy> Read(DirectoryCursor? section, DirectoryReading reading)
    {
        var policies = new List<RolePolicy>();
        var lines = new Dictionary<RoleScope, int>();
        foreach (var item in section?.Items() ?? [])
        {
            if (DirectoryFields.Of(item, Keys) is not { } fields)
            {
                continue;
            }

            var about = DirectoryRoleScopeReader.Read(fields, reading);
            var policy = Policy(item, fields, about, reading);
            if (about is not { Access: var access })
            {
                continue;
            }

            if (!lines.TryAdd(access, item.Line))
            {
                item.Fault($"is a second policy for the same role and scope, after the one in line {lines[access]}");
                continue;
            }

            reading.Policies.Add(access, policy);
            policies.Add(policy);
        }

        return policies;
    }

    private static RolePolicy Policy(
        DirectoryCursor item,
        DirectoryFields fields,
        (RoleScope Access, Role? Role)? about,
        DirectoryReading reading
    )
    {
        var published = RolePolicy.Default(about?.Access ?? default);
        var check = new DirectoryPolicyCheck(item);
        var notify = fields.Optional("notify");
        var (eligible, active) = (fields.Optional("eligible"), fields.Optional("active"));
        var policy = published with
        {
            Activation = fields.Optional("activation") is { } activation
                ? DirectoryActivationReader.Read(activation, published.Activation, check, reading)
                : published.Activation,
            Eligible = DirectoryAssignmentPolicyReader.Read(eligible, published.Eligible),
            Active = DirectoryAssignmentPolicyReader.Read(active, published.Active),
            Notify = notify is null
                ? published.Notify
                : notify.Words(DirectoryVocabulary.Events)?.Aggregate(NotificationEvents.None, (all, one) => all | one)
                    ?? published.Notify,
            Notifications = DirectoryNotificationsReader.Read(fields.Optional("notifications"), check),
        };
        check.Eligible(eligible);
        check.Active(active);
        if (about?.Role is { } role)
        {
            check.Run(policy, role);
        }

        return policy;
    }
}
