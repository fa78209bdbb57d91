namespace PimBot.Domain.Access;

/// <summary>What the role is a role of.</summary>
public enum RoleKind
{
    DirectoryRole = 1,
    AzureRole = 2,
    GroupMember = 3,
    GroupOwner = 4,
}
