using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Settings;

public sealed class CredentialSettingsTests : IDisposable
{
    private readonly CredentialFiles files = new();

    [Theory]
    [MemberData(nameof(EveryCredential.Names), MemberType = typeof(EveryCredential))]
    public void Each_credential_alone_is_taken(string credential) =>
        Start(EveryCredential.Alone(EveryCredential.Settings(credential, files)));

    [Fact]
    public void Without_any_the_missing_secret_is_named_with_the_others() =>
        AssertFault(
            [],
            "Bot:ClientSecret is missing",
            "Bot:CertificatePath",
            "Bot:ManagedIdentityClientId",
            "Bot:AssertionFile"
        );

    [Theory]
    [InlineData("secret", "certificate", "Bot:ClientSecret is set, and so is Bot:CertificatePath")]
    [InlineData("secret", "assertion file", "Bot:ClientSecret is set, and so is Bot:AssertionFile")]
    [InlineData("secret", "another", "Bot:ClientSecret is set, and so is Bot:ManagedIdentityClientId")]
    [InlineData("certificate", "another", "Bot:CertificatePath is set, and so is Bot:ManagedIdentityClientId")]
    [InlineData("another", "assertion file", "Bot:ManagedIdentityClientId is set, and so is Bot:AssertionFile")]
    public void Two_credentials_contradict_each_other(string one, string other, string fault)
    {
        var settings = EveryCredential.Settings(one, files);
        foreach (var (key, value) in EveryCredential.Settings(other, files))
        {
            settings[key] = value;
        }

        AssertFault(settings, fault);
    }

    [Theory]
    [InlineData("certificate", "Bot:CertificatePath is set and Channel:TokenEndpoint is")]
    [InlineData("assertion file", "Bot:AssertionFile is set and Channel:TokenEndpoint is")]
    [InlineData("managed identity", "Bot:ManagedIdentityClientId is set and Channel:TokenEndpoint is")]
    public void A_plain_endpoint_takes_a_secret_only(string credential, string fault)
    {
        var settings = EveryCredential.Settings(credential, files);
        settings["Channel:TokenEndpoint"] = "https://login.contoso.example/token";
        AssertFault(settings, fault);
    }

    [Theory]
    [InlineData("secret", "Bot:ClientSecret is set and Bot:AppType is 'UserAssignedManagedIdentity'")]
    [InlineData("certificate", "Bot:CertificatePath is set and Bot:AppType is 'UserAssignedManagedIdentity'")]
    [InlineData("assertion file", "Bot:AssertionFile is set and Bot:AppType is 'UserAssignedManagedIdentity'")]
    public void A_managed_identity_signs_in_with_nothing_else(string credential, string fault)
    {
        var settings = EveryCredential.Settings(credential, files);
        settings["Bot:AppType"] = "UserAssignedManagedIdentity";
        AssertFault(settings, fault);
    }

    [Fact]
    public void A_managed_identity_needs_its_client_id() =>
        AssertFault(
            new() { ["Bot:AppType"] = "UserAssignedManagedIdentity" },
            "Bot:ManagedIdentityClientId is missing"
        );

    [Fact]
    public void A_password_opens_nothing_without_a_certificate() =>
        AssertFault(
            new() { ["Bot:ClientSecret"] = "the-secret", ["Bot:CertificatePassword"] = CredentialFiles.Password },
            "Bot:CertificatePassword is set and Bot:CertificatePath is not"
        );

    [Theory]
    [InlineData("missing", "it cannot be read")]
    [InlineData("folder", "it cannot be read")]
    [InlineData("wrong password", "it holds no certificate with its private key")]
    [InlineData("no password", "it holds no certificate with its private key")]
    [InlineData("pem without key", "it holds no certificate with its private key")]
    [InlineData("pfx without key", "it holds no certificate with its private key")]
    [InlineData("text", "it holds no certificate with its private key")]
    [InlineData("empty", "it holds no certificate with its private key")]
    [InlineData("expired", "it expired at 2026-01-01")]
    [InlineData("not yet valid", "it is not valid before 2026-03-01")]
    [InlineData("elliptic", "it has a key that is not RSA")]
    [InlineData("short", "it has an RSA key of 1024 bits")]
    public void An_unusable_certificate_is_a_fault_that_names_its_path(string which, string fault)
    {
        var path = Unusable(which);
        var password = which == "wrong password" ? "a-guess-at-the-password" : null;
        AssertFault(
            new() { ["Bot:CertificatePath"] = path, ["Bot:CertificatePassword"] = password },
            $"Bot:CertificatePath is '{path}'",
            fault
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("two\nlines")]
    [InlineData("16385")]
    public void An_unusable_assertion_file_is_a_fault_that_names_its_path(string? content)
    {
        var path = files.Text("assertion", content == "16385" ? new string('a', 16385) : content ?? "");
        if (content is null)
        {
            File.Delete(path);
        }

        AssertFault(new() { ["Bot:AssertionFile"] = path }, $"Bot:AssertionFile is '{path}'");
    }

    public void Dispose() => files.Dispose();

    private string Unusable(string which)
    {
        using var certificate = CredentialFiles.Certificate();
        return which switch
        {
            "missing" => files.Text("x", "") + "y",
            "folder" => Path.GetDirectoryName(files.Text("x", ""))!,
            "wrong password" or "no password" => files.Pfx(certificate, CredentialFiles.Password),
            "pem without key" => files.Text("bare.pem", certificate.ExportCertificatePem()),
            "pfx without key" => files.Pfx(X509CertificateLoader.LoadCertificate(certificate.RawData), null),
            "expired" => files.Pem(
                Lasting(new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
            ),
            "not yet valid" => files.Pem(
                Lasting(new(2026, 3, 1, 12, 0, 1, TimeSpan.Zero), new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero))
            ),
            "elliptic" => files.Pfx(Elliptic(), null),
            "short" => files.Pfx(Short(), null),
            "text" => files.Text("x", "no certificate"),
            _ => files.Text("x", ""),
        };
    }

    private static X509Certificate2 Lasting(DateTimeOffset from, DateTimeOffset to) =>
        CredentialFiles.Certificate(from: from, to: to);

    private static X509Certificate2 Elliptic()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Signed(new CertificateRequest("CN=elliptic", key, HashAlgorithmName.SHA256));
    }

    private static X509Certificate2 Short()
    {
        using var key = RSA.Create(1024);
        return Signed(new CertificateRequest("CN=short", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static X509Certificate2 Signed(CertificateRequest request) =>
        request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static void AssertFault(Dictionary<string, string?> settings, params string[] said)
    {
        var refusal = Assert.ThrowsAny<OptionsValidationException>(() => Start(EveryCredential.Alone(settings)));
        Assert.All(said, text => Assert.Contains(text, refusal.Message, StringComparison.Ordinal));
        foreach (var secret in EveryCredential.Secrets.Append("a-guess-at-the-password"))
        {
            Assert.DoesNotContain(secret, refusal.ToString(), StringComparison.Ordinal);
        }
    }

    private static void Start(Dictionary<string, string?> settings)
    {
        using var scene = new ConnectorScene(settings: settings);
        Assert.NotNull(scene.Client);
    }
}
