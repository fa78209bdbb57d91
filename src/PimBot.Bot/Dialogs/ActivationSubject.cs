using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs;

/// <summary>What an activation is about: the role, where, under which policy, and which running activation it extends.</summary>
internal sealed record ActivationSubject(Role Role, Scope Scope, RolePolicy Policy, GrantId? Extends)
{
    public RoleScope Access => new(Role.Id, Scope.Id);

    /// <summary>Null when the role or the scope is unknown.</summary>
    public static async Task<ActivationSubject?> FindAsync(
        IPimUnitOfWork work,
        RoleScope access,
        GrantId? extends,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(access.Role, cancellation);
        var scopes = await work.Directory.ScopesAsync([access.Scope], cancellation);
        return role is null || scopes.Count == 0
            ? null
            : new ActivationSubject(
                role,
                scopes[0],
                await work.Directory.PolicyAsync(access, cancellation),
                extends
            );
    }
}
