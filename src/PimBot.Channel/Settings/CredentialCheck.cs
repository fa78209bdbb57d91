using Microsoft.Extensions.Options;

namespace PimBot.Channel.Settings;

/// <summary>Checks at start that there is exactly one credential and that it can be used. Shows no secret.</summary>
internal sealed class CredentialCheck(IOptions<ChannelOptions> channel, TimeProvider time)
{
    /// <param name="bot">The settings.</param>
    /// <param name="mayHaveNone">Whether the bot may do without, on loopback in Development.</param>
    public IEnumerable<string> Faults(BotOptions bot, bool mayHaveNone)
    {
        var given = BotCredentials.In(bot);
        return NumberFaults(bot, given, mayHaveNone)
            .Concat(CombinationFaults(bot, given))
            .Concat(FileFaults(bot))
            .OfType<string>();
    }

    private static IEnumerable<string> NumberFaults(BotOptions bot, IReadOnlyList<string> given, bool mayHaveNone)
    {
        if (given.Count == 0 && !mayHaveNone)
        {
            yield return bot.AppType is BotAppType.UserAssignedManagedIdentity
                ? "Bot:ManagedIdentityClientId is missing: a UserAssignedManagedIdentity registration signs in with it."
                : $"Bot:ClientSecret is missing: the bot cannot get a token to send with. Set one of {BotCredentials.Allowed}.";
        }

        if (given.Count > 1)
        {
            yield return $"{given[0]} is set, and so is {string.Join(" and ", given.Skip(1))}: allowed is one credential.";
        }
    }

    private IEnumerable<string> CombinationFaults(BotOptions bot, IReadOnlyList<string> given)
    {
        foreach (var key in given)
        {
            if (
                bot.AppType is BotAppType.UserAssignedManagedIdentity
                && string.IsNullOrWhiteSpace(bot.ManagedIdentityClientId)
            )
            {
                yield return $"{key} is set and Bot:AppType is 'UserAssignedManagedIdentity': that signs in with Bot:ManagedIdentityClientId.";
            }

            if (channel.Value.TokenEndpoint is not null && key is not "Bot:ClientSecret")
            {
                yield return $"{key} is set and Channel:TokenEndpoint is '{channel.Value.TokenEndpoint}': a plain endpoint takes Bot:ClientSecret only.";
            }
        }

        if (bot.CertificatePassword is not null && string.IsNullOrWhiteSpace(bot.CertificatePath))
        {
            yield return "Bot:CertificatePassword is set and Bot:CertificatePath is not: leave the password out, or name the certificate.";
        }
    }

    private IEnumerable<string?> FileFaults(BotOptions bot)
    {
        if (!string.IsNullOrWhiteSpace(bot.CertificatePath))
        {
            var reading = ClientCertificate.Read(bot.CertificatePath, bot.CertificatePassword, time.GetUtcNow());
            reading.Certificate?.Dispose();
            yield return reading.Fault is { } fault
                ? $"Bot:CertificatePath is '{bot.CertificatePath}': it {fault}."
                : null;
        }

        if (!string.IsNullOrWhiteSpace(bot.AssertionFile) && AssertionFile.TryRead(bot.AssertionFile) is null)
        {
            yield return $"Bot:AssertionFile is '{bot.AssertionFile}': it cannot be read, or does not hold just one assertion.";
        }
    }
}
