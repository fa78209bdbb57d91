using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Storage.Policies;

internal sealed class PolicyRow
{
    public required RoleId Role { get; init; }

    public required ScopeId Scope { get; init; }

    public required int Version { get; set; }

    public required RolePolicy Body { get; set; }

    public static PolicyRow Of(RolePolicy policy) =>
        new()
        {
            Role = policy.Access.Role,
            Scope = policy.Access.Scope,
            Version = policy.Version,
            Body = policy,
        };
}
