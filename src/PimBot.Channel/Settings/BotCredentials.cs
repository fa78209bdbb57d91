namespace PimBot.Channel.Settings;

/// <summary>Which credentials are configured.</summary>
internal static class BotCredentials
{
    public const string Allowed =
        "Bot:ClientSecret, Bot:CertificatePath, Bot:ManagedIdentityClientId or Bot:AssertionFile";

    /// <summary>The keys of those that have a value.</summary>
    public static IReadOnlyList<string> In(BotOptions bot) =>
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
