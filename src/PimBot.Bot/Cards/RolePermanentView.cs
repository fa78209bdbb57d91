using System.Security.Cryptography;
using System.Text;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Cards;

/// <summary>Everybody who is eligible for a role at a scope, as making all of them permanent would find them.</summary>
internal sealed record RolePermanentView(
    Role Role,
    Scope Scope,
    RolePolicy Policy,
    IReadOnlyList<AssignmentView> Eligible
)
{
    /// <summary>The role, and its scope where that is not the whole directory.</summary>
    public string Name =>
        SafeText.Clean(Role.Kind is RoleKind.DirectoryRole ? Role.Name : $"{Role.Name} at {Scope.Name}", 80);

    public RoleScope Access => new(Role.Id, Scope.Id);

    /// <summary>The same while nobody came, went or was changed.</summary>
    public string Seen =>
        Convert.ToHexString(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(',', Eligible.Select(e => $"{e.Assignment.Id:N}/{e.Assignment.Version}").Order())
                )
            )
        )[..16];

    /// <summary>Null where there is no such role or scope.</summary>
    public static async Task<RolePermanentView?> ReadAsync(
        IPimUnitOfWork work,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(access.Role, cancellation);
        var scopes = await work.Directory.ScopesAsync([access.Scope], cancellation);
        if (role is null || scopes is not [var scope])
        {
            return null;
        }

        var filter = new AssignmentFilter
        {
            Role = access.Role,
            Scope = access.Scope,
            Type = AssignmentType.Eligible,
        };
        var eligible = await work.Assignments.ListAsync(filter, MakeRolePermanent.Most, cancellation);
        return new RolePermanentView(
            role,
            scope,
            await work.Directory.PolicyAsync(access, cancellation),
            [
                .. (await AssignmentViewReader.ViewAsync(work, eligible, cancellation)).OrderBy(
                    v => v.Assignee.Name,
                    StringComparer.OrdinalIgnoreCase
                ),
            ]
        );
    }
}
