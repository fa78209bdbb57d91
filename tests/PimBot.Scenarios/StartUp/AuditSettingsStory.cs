using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using PimBot.Audit;

namespace PimBot.Scenarios.StartUp;

public sealed class AuditSettingsStory
{
    [Theory]
    [InlineData("Audit:Retention", "0", "Audit:Retention is '0'")]
    [InlineData("Audit:Retention", "36501", "Audit:Retention is '36501'")]
    [InlineData("Audit:Retention", "month", "Audit:Retention")]
    [InlineData("Audit:Anchor:File", "/nowhere/at/all/anchors", "Audit:Anchor:File is")]
    [InlineData("Audit:Anchor:File", "/", "Audit:Anchor:File is")]
    [InlineData("Audit:Anchor:Endpoint", "http://siem.contoso.example/", "Audit:Anchor:Endpoint is")]
    [InlineData("Audit:Anchor:Endpoint", "http://127.0.0.1@contoso.example/", "Audit:Anchor:Endpoint is")]
    [InlineData("Audit:Anchor:Token", "a", "Audit:Anchor:Endpoint is missing")]
    [InlineData("Audit:Anchor:Key", "0123456789abcdef0123456789abcdef", "Audit:Anchor:File is missing")]
    [InlineData("Audit:Feed:Webhook", "https://siem.contoso.example/", "Audit:Feed:Secret is missing")]
    [InlineData("Audit:Feed:Secret", "whsec_AAAA", "Audit:Feed:Webhook is missing")]
    [InlineData("Audit:Feed:Syslog", "udp://siem.contoso.example:514", "Audit:Feed:Syslog is")]
    [InlineData("Audit:Feed:Syslog", "tls://siem.contoso.example", "Audit:Feed:Syslog is")]
    [InlineData("Audit:Feed:SyslogCertificates", "/etc/ssl/siem.pem", "Audit:Feed:SyslogCertificates is set")]
    [InlineData("Audit:Feed:Nothing", "a", "Audit:Feed:Nothing")]
    public void What_can_t_be_is_named_at_the_start(string key, string value, string words) =>
        Assert.Contains(Faults((key, value)), fault => fault.StartsWith(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("whsec_AAAA")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public void A_secret_that_has_not_the_form_is_named_and_not_shown(string secret)
    {
        var faults = Faults(("Audit:Feed:Webhook", "https://siem.contoso.example/"), ("Audit:Feed:Secret", secret));
        Assert.StartsWith("Audit:Feed:Secret is not", Assert.Single(faults), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_sample_shows_is_allowed()
    {
        Assert.Empty(Faults(("Audit:Retention", "365"), ("Audit:Feed:Syslog", "tls://siem.contoso.example:6514")));
        Assert.Empty(Faults());
    }

    [Theory]
    [InlineData("tcp://siem.contoso.example:601", "Audit:Feed:SyslogCertificates is set")]
    [InlineData("tls://siem.contoso.example:6514", "Audit:Feed:SyslogCertificates is '")]
    public void Certificates_that_are_not_there_or_for_nothing_are_named(string syslog, string words)
    {
        var empty = Path.GetTempFileName();
        try
        {
            foreach (var file in new[] { "/nowhere/at/all.pem", empty })
            {
                var fault = Assert.Single(
                    Faults(("Audit:Feed:Syslog", syslog), ("Audit:Feed:SyslogCertificates", file))
                );
                Assert.StartsWith(words, fault, StringComparison.Ordinal);
            }
        }
        finally
        {
            File.Delete(empty);
        }
    }

    private static IReadOnlyList<string> Faults(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build();
        using var services = new ServiceCollection()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production })
            .AddAudit(configuration)
            .BuildServiceProvider();
        try
        {
            _ = services.GetRequiredService<IOptions<AuditOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return [.. refused.Failures];
        }
    }
}
