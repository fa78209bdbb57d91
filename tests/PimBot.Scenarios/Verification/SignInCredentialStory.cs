using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Channel;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

/// <summary>How the application proves to the provider that it is itself: as the bot does, unless it has a secret of its own.</summary>
public sealed class SignInCredentialStory : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pimbot-credential-");
    private readonly RSA key = RSA.Create(2048);

    [Fact]
    public async Task A_bot_with_a_certificate_redeems_the_code_with_a_signed_assertion_and_nothing_else()
    {
        using var certificate = NewCertificate();
        await using var scene = await CertificateBot(certificate);
        using var browser = new Browser(scene);

        var page = await browser.Verifies(scene.Alice.VerificationLink());

        Assert.Equal("You are verified", page.Heading);
        var sent = scene.Channel.OpenId.Redeemed;
        Assert.DoesNotContain("client_secret", sent.Keys);
        var assertion = ClientAssertion.Read(sent["client_assertion"]);
        Assert.Equal(
            Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256)),
            (string?)assertion.Header["x5t#S256"]
        );
        Assert.Equal(
            (scene.Channel.OpenId.TokenEndpoint, scene.Bot.AppId, scene.Bot.AppId),
            ((string?)assertion.Claims["aud"], (string?)assertion.Claims["iss"], (string?)assertion.Claims["sub"])
        );
    }

    [Fact]
    public async Task A_secret_of_its_own_goes_before_the_bots_certificate()
    {
        using var certificate = NewCertificate();
        await using var scene = await CertificateBot(certificate, ownSecret: "a-secret-of-its-own");
        using var browser = new Browser(scene);

        await browser.Verifies(scene.Alice.VerificationLink());

        var sent = scene.Channel.OpenId.Redeemed;
        Assert.Equal("a-secret-of-its-own", sent["client_secret"]);
        Assert.DoesNotContain("client_assertion", sent.Keys);
    }

    [Fact]
    public async Task With_a_certificate_that_can_not_be_used_any_more_nobody_is_verified()
    {
        using var certificate = NewCertificate();
        await using var scene = await CertificateBot(certificate);
        using var browser = new Browser(scene);
        await File.WriteAllTextAsync(CertificateFile, "gone", TestContext.Current.CancellationToken);

        var page = await browser.Verifies(scene.Alice.VerificationLink());

        Assert.Equal("Sign-in is out of order", page.Heading);
        Assert.Contains(scene.Logs, l => l.Message.EndsWith(": certificate_unusable.", StringComparison.Ordinal));
        Assert.Empty(scene.Channel.OpenId.Redeemed);
    }

    public void Dispose()
    {
        key.Dispose();
        folder.Delete(recursive: true);
    }

    private string CertificateFile => Path.Combine(folder.FullName, "bot.pem");

    private X509Certificate2 NewCertificate()
    {
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new CertificateRequest(
            "CN=bot.contoso.example",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(from, from.AddYears(2));
    }

    /// <summary>It has no secret at all.</summary>
    private async Task<Scene> CertificateBot(X509Certificate2 certificate, string? ownSecret = null)
    {
        await File.WriteAllTextAsync(
            CertificateFile,
            certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem(),
            TestContext.Current.CancellationToken
        );
        return await SignInScene.StartAsync(
            new SceneOptions
            {
                Bot = BotIdentity.Create() with { Certificate = certificate },
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Bot:CertificatePath"] = CertificateFile,
                    ["Bot:ClientSecret"] = null,
                    ["Channel:TokenEndpoint"] = null,
                    ["Verification:ClientSecret"] = ownSecret,
                },
                ConfigureServices = services =>
                    services
                        .AddHttpClient(ChannelHttpClients.Token)
                        .AddHttpMessageHandler(s => new EntraStandIn(s.GetRequiredService<IConfiguration>())),
            }
        );
    }
}
