using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Reads the role and the scope that policies and assignments are about.</summary>
internal static class DirectoryRoleScopeReader
{
    /// <summary>Null when one of the two leads nowhere. A role at a scope of the wrong kind is a fault.</summary>
    public static (RoleScope Access, Role? Role)? Read(DirectoryFields fields, DirectoryReading reading)
    {
        var at = fields.Required("scope");
        var hasRole = reading.Roles.TryFollow(fields.Required("role"), out var roleId, out var role);
        var hasScope = reading.Scopes.TryFollow(at, out var scopeId, out var scope);
        if (!hasRole || !hasScope)
        {
            return null;
        }

        if (role is not null && scope is not null && !Scope.Fits(role.Kind, scope.Kind))
        {
            at?.Fault(
                $"{DirectoryWords.Quote(role.Name)} is {Where(role.Kind)}, and can't be held at "
                    + $"{DirectoryWords.Quote(scope.Name)}"
            );
        }

        return (new RoleScope(new RoleId(roleId!), new ScopeId(scopeId!)), role);
    }

    private static string Where(RoleKind role) =>
        role switch
        {
            RoleKind.DirectoryRole => "a role of the directory",
            RoleKind.AzureRole => "a role of Azure resources",
            _ => "a role of a group",
        };
}
