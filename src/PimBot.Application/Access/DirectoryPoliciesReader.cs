using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

internal static class DirectoryPoliciesReader
{
    private static readonly string[] Keys = ["role", "scope", "activation", "eligible", "active", "notify"];

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
            var policy = Policy(fields, about, reading);
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
        DirectoryFields fields,
        (RoleScope Access, Role? Role)? about,
        DirectoryReading reading
    )
    {
        var published = RolePolicy.Default(about?.Access ?? default);
        var activation = fields.Optional("activation");
        var notify = fields.Optional("notify");
        return published with
        {
            Activation = activation is null
                ? published.Activation
                : DirectoryActivationReader.Read(activation, about, reading),
            Eligible = DirectoryAssignmentPolicyReader.Read(fields.Optional("eligible"), published.Eligible),
            Active = DirectoryAssignmentPolicyReader.Read(fields.Optional("active"), published.Active),
            Notify = notify is null
                ? published.Notify
                : notify.Words(DirectoryVocabulary.Events)?.Aggregate(NotificationEvents.None, (all, one) => all | one)
                    ?? published.Notify,
        };
    }
}
