namespace PimBot.Domain.Access;

/// <summary>That a group is made a member, or an owner, of another by assignment.</summary>
/// <param name="Holder">The group that is made one: its members share it.</param>
/// <param name="Over">The group whose member or owner it is.</param>
/// <param name="IsOwner">Owner, rather than member.</param>
public sealed record GroupHold(GroupId Holder, GroupId Over, bool IsOwner)
{
    /// <summary>Null where the assignment is not one of a group in, or over, a group.</summary>
    public static GroupHold? Of(RoleKind role, ScopeId scope, Principal principal) =>
        (role, principal.Group, Scope.GroupOf(scope)) switch
        {
            (RoleKind.GroupMember, { } holder, { } over) => new(holder, over, IsOwner: false),
            (RoleKind.GroupOwner, { } holder, { } over) => new(holder, over, IsOwner: true),
            _ => null,
        };
}
