using System.Net;

namespace PimBot.Scenarios.StartUp;

/// <summary>What an operator learns about the sections <c>Mail</c> and <c>Notifications</c> when the process starts.</summary>
public sealed class MailSettingsStory
{
    private const string Secret = "hush-hush-hush";

    [Theory]
    [InlineData("Mail:Host", "", "Mail:Host is missing: without the server's name no mail is sent")]
    [InlineData("Mail:Host", "not a host", "Mail:Host is 'not a host'")]
    [InlineData("Mail:Port", "0", "Mail:Port is '0': allowed is 1 to 65535.")]
    [InlineData("Mail:Port", "65536", "Mail:Port is '65536'")]
    [InlineData("Mail:Port", "smtp", "Mail:Port is 'smtp'; allowed are whole numbers.")]
    [InlineData("Mail:From", "", "Mail:From is ''")]
    [InlineData("Mail:From", "PimBot <pimbot@contoso.example>", "Mail:From is 'PimBot <pimbot@contoso.example>'")]
    [InlineData("Mail:From", "a@b.example\r\nBcc: c@d.example", "Mail:From is 'a@b.example")]
    [InlineData("Mail:User", "", "Mail:User is missing: Mail:Password is set")]
    [InlineData("Mail:Password", "", "Mail:Password is missing: Mail:User is set")]
    [InlineData(
        "Mail:DangerouslyWithoutTls",
        "true",
        "Mail:DangerouslyWithoutTls is 'true'; allowed outside Development"
    )]
    [InlineData("Mail:StartTls", "false", "Mail:StartTls is no setting; allowed are ")]
    [InlineData("Notifications:WeeklyDigest", "never", "Notifications:WeeklyDigest is 'never'")]
    public async Task A_bad_setting_is_named_and_the_password_is_not_shown(string key, string value, string expected)
    {
        using var someone = new Operator();
        var settings = WithMail(someone);
        settings[key] = value;

        var errors = await someone.StartsInVain(settings);

        Assert.Contains(errors, error => error.Contains(expected, StringComparison.Ordinal));
        Assert.DoesNotContain(errors, error => error.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_Development_mail_without_tls_goes_to_loopback_only()
    {
        using var someone = new Operator();
        var settings = WithMail(someone);
        settings["Mail:DangerouslyWithoutTls"] = "true";

        var errors = await someone.StartsInVain(settings, "Development");

        Assert.Contains(
            "Mail:DangerouslyWithoutTls is 'true' and Mail:Host is 'smtp.contoso.example': allowed without TLS is loopback only.",
            Assert.Single(errors),
            StringComparison.Ordinal
        );
    }

    private static Dictionary<string, string> WithMail(Operator someone)
    {
        var settings = someone.Settings;
        settings["Channel:AllowedTenants:0"] = settings["Bot:TenantId"];
        settings["Mail:Host"] = "smtp.contoso.example";
        settings["Mail:From"] = "pimbot@contoso.example";
        settings["Mail:User"] = "pimbot";
        settings["Mail:Password"] = Secret;
        return settings;
    }
}
