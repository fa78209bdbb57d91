using System.Security.Cryptography;

namespace PimBot.Testing;

/// <summary>How the bot is registered with the fake channel.</summary>
/// <param name="AppId">The bot's application id.</param>
/// <param name="TenantId">The one tenant in which it is installed.</param>
/// <param name="ClientSecret">New for each scene, so that it can be looked for in logs.</param>
public sealed record BotIdentity(string AppId, string TenantId, string ClientSecret)
{
    /// <summary>The bot's id on the channel.</summary>
    public string ChannelId => "28:" + AppId;

    /// <summary>Fixed ids and a new secret.</summary>
    public static BotIdentity Create() =>
        new(
            "3c9d4f1e-6a52-4b0e-9d6b-2f8f7a1b5c01",
            "7e0f2a44-18c3-4f5d-8b57-0d1c9a6e4f02",
            "secret~" + Convert.ToHexString(RandomNumberGenerator.GetBytes(16))
        );
}
