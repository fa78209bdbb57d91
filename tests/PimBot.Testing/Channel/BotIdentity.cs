using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace PimBot.Testing;

/// <summary>How the bot is registered with the fake channel.</summary>
/// <param name="AppId">The bot's application id.</param>
/// <param name="TenantId">The one tenant in which it is installed.</param>
/// <param name="ClientSecret">New for each scene, so that it can be looked for in logs.</param>
/// <param name="Certificate">In place of the secret, which then proves nothing.</param>
public sealed record BotIdentity(
    string AppId,
    string TenantId,
    string ClientSecret,
    X509Certificate2? Certificate = null
)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>The bot's id on the channel.</summary>
    public string ChannelId => "28:" + AppId;

    /// <summary>Whether a request to a token endpoint is the bot's own: by the secret, or by an assertion that the certificate signed (RFC 7523, section 2.2).</summary>
    internal bool IsProvenBy(IFormCollection form, string secret) =>
        Certificate is null
            ? secret == ClientSecret
            : form["client_assertion_type"] == AssertionType
                && ClientAssertion.IsSignedBy(Certificate, form["client_assertion"].ToString());

    /// <summary>Fixed ids and a new secret.</summary>
    public static BotIdentity Create() =>
        new(
            "3c9d4f1e-6a52-4b0e-9d6b-2f8f7a1b5c01",
            "7e0f2a44-18c3-4f5d-8b57-0d1c9a6e4f02",
            "secret~" + Convert.ToHexString(RandomNumberGenerator.GetBytes(16))
        );
}
