using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>The privileged roles of the directory, and how far the organization is on the way to no standing access.</summary>
public sealed record WizardOverview
{
    /// <summary>How many accounts of the organization should be able to hold each of these, whatever is changed (PIM's warnings).</summary>
    public const int FewestGlobalAdministrators = 1;

    /// <inheritdoc cref="FewestGlobalAdministrators"/>
    public const int FewestPrivilegedRoleAdministrators = 2;

    /// <summary>Emergency accounts that are advised to hold Global Administrator permanently.</summary>
    public const int FewestEmergencyAccounts = 2;

    /// <summary>Whether somebody set PimBot up.</summary>
    public required bool IsSetUp { get; init; }

    /// <summary>The privileged directory roles that somebody holds, by name.</summary>
    public required IReadOnlyList<ManagedAccess> Roles { get; init; }

    /// <summary>How many further privileged roles there are, which nobody holds.</summary>
    public required int Unheld { get; init; }

    /// <summary>Permanently active assignments of privileged roles, without those of emergency accounts.</summary>
    public required int Standing { get; init; }

    /// <summary>Emergency accounts that hold Global Administrator permanently.</summary>
    public required int EmergencyAccounts { get; init; }

    /// <summary>Whether the goal is reached: nobody but the emergency accounts has standing access.</summary>
    public bool IsGoalReached => Standing == 0 && EmergencyAccounts >= FewestEmergencyAccounts;
}
