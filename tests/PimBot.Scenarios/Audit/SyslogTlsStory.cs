using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PimBot.Application.Audit;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

/// <summary>Syslog over TLS: only to a server whose certificate is trusted, fits its name, and is in time.</summary>
public sealed class SyslogTlsStory : IDisposable
{
    private const string Ask = "activate helpdesk for 1h because of a call ticket INC-1";
    private readonly AuditPlace place = new();

    [Fact]
    [Rule("U6")]
    public async Task A_server_with_a_certificate_of_its_own_gets_every_entry_when_the_settings_name_it()
    {
        using var certificate = Made();
        await using var receiver = new SyslogReceiver(certificate);
        await using var scene = await StartAsync(receiver, certificate);
        await scene.Dan.Says(Ask);

        Assert.StartsWith("tls://", receiver.Address, StringComparison.Ordinal);
        Assert.Equal(await scene.Audit(), receiver.Messages.Select(EntryOf));
    }

    [Fact]
    [Rule("U6")]
    public async Task A_certificate_of_an_issuer_that_the_settings_name_is_trusted()
    {
        using var issuer = Made("issuer", isIssuer: true);
        using var certificate = Made(issuer: issuer);
        await using var receiver = new SyslogReceiver(certificate);
        await using var scene = await StartAsync(receiver, issuer);
        await scene.Dan.Says(Ask);

        Assert.Equal(await scene.Audit(), receiver.Messages.Select(EntryOf));
    }

    [Fact]
    public async Task What_the_operating_system_does_not_trust_is_refused_without_a_word_of_the_audit()
    {
        using var certificate = Made();
        await using var receiver = new SyslogReceiver(certificate);
        await using var scene = await Scene.StartAsync(AuditPlace.With(("Audit:Feed:Syslog", receiver.Address)));
        await AssertRefusedAsync(scene, receiver);
    }

    [Fact]
    public async Task Another_certificate_than_the_named_one_is_refused()
    {
        using var certificate = Made();
        using var other = Made();
        await using var receiver = new SyslogReceiver(certificate);
        await using var scene = await StartAsync(receiver, other);
        await AssertRefusedAsync(scene, receiver);
    }

    [Fact]
    public async Task A_trusted_certificate_of_another_name_is_refused()
    {
        using var certificate = Made("siem.contoso.example", isLocal: false);
        await using var receiver = new SyslogReceiver(certificate);
        await using var scene = await StartAsync(receiver, certificate);
        await AssertRefusedAsync(scene, receiver);
    }

    [Fact]
    public async Task A_trusted_certificate_that_ran_out_is_refused()
    {
        using var certificate = Made(days: -1);
        await using var receiver = new SyslogReceiver(certificate);
        await using var scene = await StartAsync(receiver, certificate);
        await AssertRefusedAsync(scene, receiver);
    }

    [Fact]
    public async Task A_certificate_that_is_renewed_on_disk_counts_without_a_restart()
    {
        using var old = Made();
        using var certificate = Made();
        await using var receiver = new SyslogReceiver(certificate);
        await using var scene = await StartAsync(receiver, old);
        await AssertRefusedAsync(scene, receiver);

        await NameAsync(certificate);
        await scene.Advances(TimeSpan.FromMinutes(6));

        Assert.Equal(await scene.Audit(), receiver.Messages.Select(EntryOf));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AuditFeedRestored));
    }

    public void Dispose() => place.Dispose();

    private async Task<Scene> StartAsync(SyslogReceiver receiver, X509Certificate2 trusted)
    {
        await NameAsync(trusted);
        return await Scene.StartAsync(
            AuditPlace.With(
                ("Audit:Feed:Syslog", receiver.Address),
                ("Audit:Feed:SyslogCertificates", place.At("syslog.pem"))
            )
        );
    }

    private Task NameAsync(X509Certificate2 trusted) =>
        File.WriteAllTextAsync(
            place.At("syslog.pem"),
            trusted.ExportCertificatePem(),
            TestContext.Current.CancellationToken
        );

    private static async Task AssertRefusedAsync(Scene scene, SyslogReceiver receiver)
    {
        await scene.Dan.Says(Ask);
        Assert.Empty(receiver.Messages);
        var failed = (await scene.Audit()).Single(e => e.Event.Action is AuditAction.AuditFeedFailed);
        Assert.Equal("feed.syslog AuthenticationException", failed.Event.Detail);
    }

    /// <summary>A certificate for a server at 127.0.0.1, signed by itself or by an issuer.</summary>
    private static X509Certificate2 Made(
        string name = "syslog",
        bool isLocal = true,
        bool isIssuer = false,
        int days = 30,
        X509Certificate2? issuer = null
    )
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (isLocal)
        {
            names.AddIpAddress(IPAddress.Loopback);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isIssuer, false, 0, true));
        // The handshake goes by the machine's clock, not by the scene's.
        var now = TimeProvider.System.GetUtcNow();
        var (from, to) = (now.AddDays(-20), now.AddDays(days));
        if (issuer is null)
        {
            return request.CreateSelfSigned(from, to);
        }

        using var signed = request.Create(issuer, from, new DateTimeOffset(issuer.NotAfter), [1, 2, 3, 4]);
        return signed.CopyWithPrivateKey(key);
    }

    private static AuditEntry EntryOf(string message) => AuditLine.Read(message[message.IndexOf('{')..]).Entry!;
}
