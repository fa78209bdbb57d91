using PimBot.Domain.Policies;

namespace PimBot.Domain.Access;

/// <summary>
/// The last active Global Administrator, Privileged Role Administrator and owner of a group stay; an eligible Global
/// Administrator stays while no assigned one is left (PIM's rules). Who holds a role through a group counts like anybody.
/// </summary>
public static class LastHolderGuard
{
    /// <summary>Null when this may go.</summary>
    /// <param name="role">The role.</param>
    /// <param name="type">What is to go; <see cref="AssignmentType.Active"/> also for an activation.</param>
    /// <param name="remaining">Who is left; null where nobody counts.</param>
    public static Refusal? MayGo(Role role, AssignmentType type, RemainingHolders? remaining) =>
        remaining switch
        {
            null => null,
            { AdministratorsAfter: false } => Refusal.Because(ReasonCode.LastAdministrator),
            { HeldBefore: > 0, HoldAfter: 0 } when IsGuarded(role) => Refusal.Because(ReasonCode.LastAdministrator),
            { HeldBefore: > 0, HoldAfter: 0 } when role.Kind is RoleKind.GroupOwner => Refusal.Because(
                ReasonCode.LastGroupOwner
            ),
            { AssignedAfter: 0 }
                when type is AssignmentType.Eligible && role.Id == WellKnownRoles.GlobalAdministrator =>
                Refusal.Because(ReasonCode.LastAdministrator),
            { ApproversAfter: false } => Refusal.Because(ReasonCode.LastApprover),
            _ => null,
        };

    /// <summary>Whether it matters who holds this role when one goes.</summary>
    public static bool Watches(Role role) => IsGuarded(role) || role.Kind is RoleKind.GroupOwner;

    private static bool IsGuarded(Role role) => WellKnownRoles.Guarded.Contains(role.Id);
}
