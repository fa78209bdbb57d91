namespace PimBot.Channel.Settings;

/// <summary>Which credentials are configured.</summary>
public static class BotCredentials
{
    internal const string Allowed =
        "Bot:ClientSecret, Bot:CertificatePath, Bot:ManagedIdentityClientId or Bot:AssertionFile";

    /// <summary>Whether there is one; a bot may do without only where unauthenticated loopback is allowed in Development.</summary>
    public static bool Exist(BotOptions bot) => In(bot).Count > 0;

    /// <summary>The keys of those that have a value.</summary>
    internal static IReadOnlyList<string> In(BotOptions bot) =>
        [
            .. new[]
            {
                (Key: "Bot:ClientSecret", Value: bot.ClientSecret),
                (Key: "Bot:CertificatePath", Value: bot.CertificatePath),
                (Key: "Bot:ManagedIdentityClientId", Value: bot.ManagedIdentityClientId),
                (Key: "Bot:AssertionFile", Value: bot.AssertionFile),
            }
                .Where(credential => !string.IsNullOrWhiteSpace(credential.Value))
                .Select(credential => credential.Key),
        ];
}
