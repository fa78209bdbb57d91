using Microsoft.Identity.Client;

namespace PimBot.Channel.Connector;

/// <summary>The bot's own credential (section <c>Bot</c>), for whatever else the bot signs in to beside the channel.</summary>
public interface IBotCredential
{
    /// <summary>
    /// Has an application prove itself by the secret, the certificate, the managed identity's assertion or the assertion
    /// file. Files are read anew for each token; one that can't be used now is an <see cref="MsalClientException"/> there.
    /// </summary>
    ConfidentialClientApplicationBuilder AddTo(ConfidentialClientApplicationBuilder application);
}
