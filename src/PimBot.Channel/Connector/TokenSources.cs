using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using PimBot.Channel.Settings;

namespace PimBot.Channel.Connector;

/// <summary>Chooses the token source by the configured credential, which was checked at start.</summary>
internal sealed class TokenSources(
    IHttpClientFactory clients,
    IOptions<BotOptions> options,
    ChannelTrust trust,
    TimeProvider time
)
{
    private readonly BotOptions bot = options.Value;

    public ITokenSource Create() =>
        (trust.TokenEndpoint, bot) switch
        {
            ({ } endpoint, _) => new TokenEndpointClient(clients, endpoint, bot.AppId, bot.ClientSecret ?? "", time),
            (_, { AppType: BotAppType.UserAssignedManagedIdentity, ManagedIdentityClientId: { } id }) =>
                new ManagedIdentityTokens(clients, id, time),
            _ => new ConfidentialClientTokens(clients, trust.Authority, bot.AppId, WithCredential(), time),
        };

    private Func<ConfidentialClientApplicationBuilder, ConfidentialClientApplicationBuilder> WithCredential() =>
        bot switch
        {
            { CertificatePath: { } path } => client => WithCertificate(client, path),
            { ManagedIdentityClientId: { } id } => WithManagedIdentity(new ManagedIdentityTokens(clients, id, time)),
            { AssertionFile: { } path } => client =>
                client.WithClientAssertion((AssertionRequestOptions _) => Task.FromResult(AssertionIn(path))),
            _ => client => client.WithClientSecret(bot.ClientSecret),
        };

    /// <summary>The certificate is sent along (<c>x5c</c>), so that registrations which trust its issuer and subject take a renewed one.</summary>
    private ConfidentialClientApplicationBuilder WithCertificate(
        ConfidentialClientApplicationBuilder client,
        string path
    )
    {
        var reading = ClientCertificate.Read(path, bot.CertificatePassword, time.GetUtcNow());
        return reading.Certificate is { } certificate
            ? client.WithCertificate(certificate, sendX5C: true)
            : throw new CryptographicException(reading.Fault);
    }

    private Func<ConfidentialClientApplicationBuilder, ConfidentialClientApplicationBuilder> WithManagedIdentity(
        ManagedIdentityTokens identity
    ) =>
        client =>
            client.WithClientAssertion(options =>
                identity.AssertionAsync(trust.TokenExchange, options.CancellationToken)
            );

    private static string AssertionIn(string path) =>
        AssertionFile.TryRead(path)
        ?? throw new MsalClientException("assertion_file_unreadable", "Bot:AssertionFile holds no assertion.");
}
