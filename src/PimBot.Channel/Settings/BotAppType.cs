namespace PimBot.Channel.Settings;

/// <summary>How the bot's registration signs in to Microsoft Entra ID; the names are those of Azure Bot Service.</summary>
public enum BotAppType
{
    SingleTenant = 1,
    UserAssignedManagedIdentity = 2,
    MultiTenant = 3,
}
