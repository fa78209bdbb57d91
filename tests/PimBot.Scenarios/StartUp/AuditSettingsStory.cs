using PimBot.Testing;

namespace PimBot.Scenarios.StartUp;

public sealed class AuditSettingsStory
{
    [Theory]
    [InlineData("Audit:Retention", "0", "Audit:Retention is '0'")]
    [InlineData("Audit:Retention", "36501", "Audit:Retention is '36501'")]
    [InlineData("Audit:Retention", "month", "Audit:Retention")]
    [InlineData("Audit:Anchor:File", "/nowhere/at/all/anchors", "Audit:Anchor:File is")]
    [InlineData("Audit:Anchor:File", "/tmp", "Audit:Anchor:File is")]
    [InlineData("Audit:Anchor:Endpoint", "http://siem.contoso.example/", "Audit:Anchor:Endpoint is")]
    [InlineData("Audit:Anchor:Endpoint", "http://127.0.0.1@contoso.example/", "Audit:Anchor:Endpoint is")]
    [InlineData("Audit:Anchor:Token", "a", "Audit:Anchor:Endpoint is missing")]
    [InlineData("Audit:Anchor:Key", "0123456789abcdef0123456789abcdef", "Audit:Anchor:File is missing")]
    [InlineData("Audit:Feed:Webhook", "https://siem.contoso.example/", "Audit:Feed:Secret is missing")]
    [InlineData("Audit:Feed:Secret", "whsec_AAAA", "Audit:Feed:Webhook is missing")]
    [InlineData("Audit:Feed:Syslog", "udp://siem.contoso.example:514", "Audit:Feed:Syslog is")]
    [InlineData("Audit:Feed:Syslog", "tls://siem.contoso.example", "Audit:Feed:Syslog is")]
    [InlineData("Audit:Feed:Nothing", "a", "Audit:Feed:Nothing")]
    public async Task What_can_t_be_is_named_at_the_start(string key, string value, string words)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() =>
            Scene.StartAsync(
                new SceneOptions
                {
                    Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = value },
                }
            )
        );

        Assert.Contains(words, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whsec_AAAA")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public async Task A_secret_that_has_not_the_form_is_named_and_not_shown(string secret)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() =>
            Scene.StartAsync(
                new SceneOptions
                {
                    Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["Audit:Feed:Webhook"] = "https://siem.contoso.example/",
                        ["Audit:Feed:Secret"] = secret,
                    },
                }
            )
        );

        Assert.Contains("Audit:Feed:Secret", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal);
    }
}
