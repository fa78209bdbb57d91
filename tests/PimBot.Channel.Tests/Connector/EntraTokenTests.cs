using System.Buffers.Text;
using System.Collections.Specialized;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using PimBot.Channel.Connector;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Connector;

/// <summary>Tokens from Microsoft Entra ID and from managed identities, by MSAL, on a stubbed network.</summary>
public sealed class EntraTokenTests : IDisposable
{
    private const string Home = "https://login.microsoftonline.com/" + BotHost.Tenant + "/oauth2/v2.0/token";
    private const string Identity = "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01";

    private readonly CredentialFiles files = new();

    [Theory]
    [InlineData("pfx")]
    [InlineData("pem")]
    [InlineData("encrypted pem")]
    public async Task A_certificate_signs_an_assertion_for_the_token_endpoint_and_is_sent_along(string form)
    {
        using var certificate = CredentialFiles.Certificate();
        using var scene = With(
            new()
            {
                ["Bot:CertificatePath"] = form switch
                {
                    "pfx" => files.Pfx(certificate, CredentialFiles.Password),
                    "pem" => files.Pem(certificate),
                    _ => files.EncryptedPem(certificate),
                },
                ["Bot:CertificatePassword"] = form == "pem" ? null : CredentialFiles.Password,
            }
        );

        Assert.Equal(SendOutcomeKind.Delivered, (await scene.SendAsync()).Kind);

        var request = Assert.Single(scene.TokenServer.Sent);
        Assert.Equal(("POST", Home), (request.Method, request.Url));
        var sent = Form(request);
        Assert.Equal(
            ("client_credentials", BotHost.AppId, "https://api.botframework.com/.default", null),
            (sent["grant_type"], sent["client_id"], sent["scope"], sent["client_secret"])
        );
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", sent["client_assertion_type"]);
        AssertSignedBy(certificate, sent["client_assertion"]!);
    }

    [Fact]
    public async Task A_certificate_that_was_renewed_on_disk_is_used_for_the_next_token()
    {
        using var first = CredentialFiles.Certificate();
        using var second = CredentialFiles.Certificate("CN=renewed.contoso.example");
        using var scene = With(new() { ["Bot:CertificatePath"] = files.Pem(first) });
        await scene.SendAsync();
        files.Pem(second);
        scene.Clock.Advance(TimeSpan.FromMinutes(50));

        await scene.SendAsync();

        AssertSignedBy(first, Form(scene.TokenServer.Sent[0])["client_assertion"]!);
        AssertSignedBy(second, Form(scene.TokenServer.Sent[1])["client_assertion"]!);
    }

    [Fact]
    public async Task An_assertion_file_is_read_again_for_each_token()
    {
        using var scene = With(new() { ["Bot:AssertionFile"] = files.Text("assertion", "first.of.them\n") });
        await scene.SendAsync();
        files.Text("assertion", "second.of.them");
        scene.Clock.Advance(TimeSpan.FromMinutes(50));
        await scene.SendAsync();

        Assert.Equal(
            ["first.of.them", "second.of.them"],
            scene.TokenServer.Sent.Select(r => Form(r)["client_assertion"])
        );
        Assert.All(scene.TokenServer.Sent, r => Assert.Equal(Home, r.Url));
        Assert.Equal("Bearer token-2", scene.Network.Sent[1].Authorization);
    }

    [Fact]
    public async Task An_assertion_file_that_has_gone_is_a_fault_and_nothing_is_sent()
    {
        var path = files.Text("assertion", "first.of.them");
        using var scene = With(new() { ["Bot:AssertionFile"] = path });
        File.Delete(path);

        var outcome = await scene.SendAsync();

        Assert.Equal(
            (SendOutcomeKind.RetryLater, "no token: assertion_file_unreadable"),
            (outcome.Kind, outcome.Detail)
        );
        Assert.Empty(scene.TokenServer.Sent);
        Assert.Empty(scene.Network.Sent);
    }

    [Theory]
    [InlineData(null, "https://api.botframework.com")]
    [InlineData("UsGov", "https://api.botframework.us")]
    [InlineData("China", "https://api.botframework.azure.cn")]
    public async Task A_registration_that_is_a_managed_identity_gets_its_token_from_the_platform(
        string? cloud,
        string resource
    )
    {
        using var scene = With(
            new()
            {
                ["Bot:AppType"] = "UserAssignedManagedIdentity",
                ["Bot:ManagedIdentityClientId"] = BotHost.AppId,
                ["Channel:Cloud"] = cloud,
            }
        );

        var outcome = await SendAsync(scene);

        Assert.Equal(SendOutcomeKind.Delivered, outcome.Kind);
        var request = Assert.Single(scene.TokenServer.Sent);
        Assert.Equal(
            ("GET", $"{Identity}&resource={resource}&client_id={BotHost.AppId}"),
            (request.Method, request.Url)
        );
        Assert.Equal("Bearer token-1", Assert.Single(scene.Network.Sent).Authorization);
    }

    [Theory]
    [InlineData("SingleTenant", null, "AzureADTokenExchange", "login.microsoftonline.com/" + BotHost.Tenant)]
    [InlineData("MultiTenant", null, "AzureADTokenExchange", "login.microsoftonline.com/botframework.com")]
    [InlineData("SingleTenant", "UsGov", "AzureADTokenExchangeUSGov", "login.microsoftonline.us/" + BotHost.Tenant)]
    [InlineData(
        "MultiTenant",
        "UsGov",
        "AzureADTokenExchangeUSGov",
        "login.microsoftonline.us/MicrosoftServices.onmicrosoft.us"
    )]
    [InlineData(
        "SingleTenant",
        "China",
        "AzureADTokenExchangeChina",
        "login.partner.microsoftonline.cn/" + BotHost.Tenant
    )]
    public async Task A_managed_identity_vouches_for_another_registration(
        string appType,
        string? cloud,
        string audience,
        string authority
    )
    {
        using var scene = With(
            new()
            {
                ["Bot:AppType"] = appType,
                ["Bot:ManagedIdentityClientId"] = "identity-1",
                ["Channel:Cloud"] = cloud,
            }
        );

        var outcome = await SendAsync(scene);

        Assert.Equal(SendOutcomeKind.Delivered, outcome.Kind);
        Assert.Equal(
            [$"{Identity}&resource=api://{audience}&client_id=identity-1", $"https://{authority}/oauth2/v2.0/token"],
            scene.TokenServer.Sent.Select(r => r.Url),
            StringComparer.OrdinalIgnoreCase
        );
        var form = Form(scene.TokenServer.Sent[1]);
        Assert.Equal((BotHost.AppId, "token-1"), (form["client_id"], form["client_assertion"]));
        Assert.Equal("Bearer token-2", Assert.Single(scene.Network.Sent).Authorization);
    }

    [Theory]
    [MemberData(nameof(EveryCredential.Names), MemberType = typeof(EveryCredential))]
    public async Task Every_credentials_token_is_renewed_at_80_percent_and_not_before(string credential)
    {
        using var scene = With(EveryCredential.Settings(credential, files));
        await scene.SendAsync();
        var asked = scene.TokenServer.Sent.Count;
        scene.Clock.Advance(TimeSpan.FromSeconds((3600 * 0.8) - 5));
        await scene.SendAsync();
        Assert.Equal(asked, scene.TokenServer.Sent.Count);
        scene.Clock.Advance(TimeSpan.FromSeconds(5));

        await scene.SendAsync();

        Assert.Equal(asked * 2, scene.TokenServer.Sent.Count);
        Assert.Equal(
            [$"Bearer token-{asked}", $"Bearer token-{asked}", $"Bearer token-{asked * 2}"],
            scene.Network.Sent.Select(r => r.Authorization)
        );
    }

    [Theory]
    [MemberData(nameof(EveryCredential.Names), MemberType = typeof(EveryCredential))]
    public async Task Every_credentials_request_is_one_attempt_of_at_most_ten_seconds(string credential)
    {
        using var down = With(EveryCredential.Settings(credential, files));
        down.TokenServer.Answer = (_, _) =>
            Task.FromResult(StubHandler.Json("<html>", HttpStatusCode.ServiceUnavailable));
        Assert.StartsWith("no token: 503 ", (await down.SendAsync()).Detail, StringComparison.Ordinal);
        Assert.Single(down.TokenServer.Sent);

        using var silent = With(EveryCredential.Settings(credential, files));
        var asked = new TaskCompletionSource();
        silent.TokenServer.Answer = async (_, cancellation) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("not reached");
        };
        var pending = silent.SendAsync();
        await asked.Task;
        silent.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((SendOutcomeKind.RetryLater, "no token: timeout"), Brief(await pending));
        Assert.Empty(silent.Network.Sent);
    }

    [Fact]
    public async Task An_expired_secret_is_named_by_its_number()
    {
        using var scene = new ConnectorScene();
        scene.TokenServer.Answer = (_, _) =>
            Task.FromResult(
                StubHandler.Json(
                    """{"error":"invalid_client","error_description":"AADSTS7000222: the-secret","error_codes":[7000222]}""",
                    HttpStatusCode.Unauthorized
                )
            );
        Assert.Equal(
            (SendOutcomeKind.RetryLater, "no token: 401 invalid_client AADSTS7000222"),
            Brief(await scene.SendAsync())
        );
    }

    public void Dispose() => files.Dispose();

    private static ConnectorScene With(Dictionary<string, string?> settings) =>
        new(settings: EveryCredential.Alone(settings));

    private static Task<SendOutcome> SendAsync(ConnectorScene scene) =>
        scene.SendAsync(ConnectorScene.Reference with { ServiceUrl = "https://bots.contoso.example/" });

    private static (SendOutcomeKind, string?) Brief(SendOutcome outcome) => (outcome.Kind, outcome.Detail);

    private static NameValueCollection Form(SentRequest request) => HttpUtility.ParseQueryString(request.Body);

    private static void AssertSignedBy(X509Certificate2 certificate, string assertion)
    {
        var parts = assertion.Split('.');
        var (header, claims) = (Json(parts[0]), Json(parts[1]));
        Assert.Equal("PS256", (string?)header["alg"]);
        Assert.Equal(
            Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256)),
            (string?)header["x5t#S256"]
        );
        var chain = header["x5c"] is JsonArray several ? several[0] : header["x5c"];
        Assert.Equal(Convert.ToBase64String(certificate.RawData), (string?)chain);
        Assert.Equal(
            (Home, BotHost.AppId, BotHost.AppId),
            ((string?)claims["aud"], (string?)claims["iss"], (string?)claims["sub"])
        );
        using var key = certificate.GetRSAPublicKey()!;
        Assert.True(
            key.VerifyData(
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                Base64Url.DecodeFromChars(parts[2]),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pss
            )
        );
    }

    private static JsonNode Json(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!;
}
