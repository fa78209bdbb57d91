using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using PimBot.Channel.Settings;

namespace PimBot.Channel.Connector;

/// <summary>The configured credential, which was checked at start.</summary>
internal sealed class BotCredential(
    IHttpClientFactory clients,
    IOptions<BotOptions> options,
    ChannelTrust trust,
    TimeProvider time
) : IBotCredential
{
    private readonly BotOptions bot = options.Value;

    public ConfidentialClientApplicationBuilder AddTo(ConfidentialClientApplicationBuilder application) =>
        bot switch
        {
            { CertificatePath: { } path } => application.WithClientAssertion(
                (AssertionRequestOptions request) => Task.FromResult(AssertionBy(path, request))
            ),
            { ManagedIdentityClientId: { } id } => WithManagedIdentity(application, id),
            { AssertionFile: { } path } => application.WithClientAssertion(
                (AssertionRequestOptions _) => Task.FromResult(AssertionIn(path))
            ),
            _ => application.WithClientSecret(bot.ClientSecret),
        };

    private string AssertionBy(string certificatePath, AssertionRequestOptions request)
    {
        var now = time.GetUtcNow();
        var reading = ClientCertificate.Read(certificatePath, bot.CertificatePassword, now);
        using var certificate =
            reading.Certificate
            ?? throw new MsalClientException("certificate_unusable", $"Bot:CertificatePath: it {reading.Fault}.");
        return CertificateAssertion.Sign(certificate, request.ClientID, request.TokenEndpoint, now);
    }

    private ConfidentialClientApplicationBuilder WithManagedIdentity(
        ConfidentialClientApplicationBuilder application,
        string id
    )
    {
        var identity = new ManagedIdentityTokens(clients, id, time);
        return application.WithClientAssertion(options =>
            identity.AssertionAsync(trust.TokenExchange, options.CancellationToken)
        );
    }

    private static string AssertionIn(string path) =>
        AssertionFile.TryRead(path)
        ?? throw new MsalClientException("assertion_file_unreadable", "Bot:AssertionFile holds no assertion.");
}
