using System.Net;

namespace PimBot.Scenarios.StartUp;

/// <summary>What an operator learns about the section <c>Verification</c> when the process starts.</summary>
public sealed class VerificationSettingsStory
{
    private const string NotSet = "Verification:PublicUrl is not set: nobody can verify";

    [Theory]
    [InlineData("Verification:PublicUrl", "pimbot.example", "Verification:PublicUrl is 'pimbot.example'")]
    [InlineData("Verification:PublicUrl", "http://127.0.0.1:3978", "Verification:PublicUrl is 'http://127.0.0.1:3978'")]
    [InlineData(
        "Verification:PublicUrl",
        "https://x.example/?a=b",
        "Verification:PublicUrl is 'https://x.example/?a=b'"
    )]
    [InlineData("Verification:PublicUrl", "https://me@x.example/", "Verification:PublicUrl is 'https://me@x.example/'")]
    [InlineData("Verification:Authority", "http://127.0.0.1/x", "Verification:Authority is 'http://127.0.0.1/x'")]
    [InlineData("Verification:ClientId", "has a space", "Verification:ClientId is 'has a space'")]
    [InlineData("Verification:AuthenticationContext", "c1 c2", "Verification:AuthenticationContext is 'c1 c2'")]
    [InlineData("Verification:MaxAge", "soon", "Verification:MaxAge is 'soon'; allowed is a time such as 00:10:00.")]
    [InlineData(
        "Verification:MaxAge",
        "00:00:59",
        "Verification:MaxAge is '00:00:59': allowed is 00:01:00 to 01:00:00."
    )]
    [InlineData("Verification:MaxAge", "01:00:01", "Verification:MaxAge is '01:00:01'")]
    [InlineData("Verification:MaxAge", "-00:10:00", "Verification:MaxAge is '-00:10:00'")]
    [InlineData("Verification:PublicUri", "https://x.example", "Verification:PublicUri is no setting; allowed are ")]
    [InlineData("Bot:TenantId", "contoso.com", "Bot:TenantId is 'contoso.com': with Verification:PublicUrl set")]
    public async Task A_bad_setting_is_named(string key, string value, string expected)
    {
        using var someone = new Operator();
        var settings = someone.SettingsWith("Verification:PublicUrl", "https://pimbot.example");
        settings["Channel:AllowedTenants:0"] = settings["Bot:TenantId"];
        settings[key] = value;

        var errors = await someone.StartsInVain(settings);

        Assert.Contains(expected, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_without_a_credential_needs_a_secret_for_verification()
    {
        using var someone = new Operator();
        var settings = someone.SettingsWith("Verification:PublicUrl", "https://pimbot.example");
        settings["Channel:DangerouslyAllowUnauthenticatedLoopback"] = "true";
        settings.Remove("Bot:ClientSecret");

        var errors = await someone.StartsInVain(settings, "Development");

        Assert.Contains(
            "Verification:ClientSecret is missing, and the bot has no credential of its own",
            Assert.Single(errors),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nobody_can_sign_in_to_a_managed_identity()
    {
        using var someone = new Operator();
        var settings = someone.SettingsWith("Verification:PublicUrl", "https://pimbot.example");
        settings["Channel:AllowedTenants:0"] = settings["Bot:TenantId"];
        settings["Bot:AppType"] = "UserAssignedManagedIdentity";
        settings["Bot:ManagedIdentityClientId"] = settings["Bot:AppId"];
        settings.Remove("Bot:ClientSecret");

        var errors = await someone.StartsInVain(settings);

        Assert.StartsWith(
            "PimBot can't start. Verification:ClientId is missing and Bot:AppType is 'UserAssignedManagedIdentity'",
            Assert.Single(errors),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Bot:AssertionFile", null)]
    [InlineData("Bot:ManagedIdentityClientId", null)]
    [InlineData("Bot:ManagedIdentityClientId", "UserAssignedManagedIdentity")]
    public async Task A_bot_without_a_secret_needs_none_for_verification(string key, string? appType)
    {
        using var someone = new Operator();
        var settings = someone.SettingsWith("Verification:PublicUrl", "https://pimbot.example");
        settings["Channel:AllowedTenants:0"] = settings["Bot:TenantId"];
        settings["Bot:AppType"] = appType ?? settings["Bot:AppType"];
        settings[key] = key is "Bot:AssertionFile" ? someone.Writes("assertion", "an.assertion.file") : "identity-1";
        settings["Verification:ClientId"] = "5d9c3b1e-0000-4b0e-9d6b-2f8f7a1b5c09";
        settings.Remove("Bot:ClientSecret");

        using var process = await someone.Starts(settings, "Production");
        process.Kill();
    }

    [Fact]
    public async Task In_Production_without_the_section_one_warning_says_so_and_there_is_no_page()
    {
        using var someone = new Operator();
        string output;
        using (var process = await someone.Starts(someone.Settings, "Production"))
        {
            Assert.Equal(HttpStatusCode.NotFound, await Opens(someone));
            process.Kill();
            output = await process.Output();
        }

        Assert.Equal(2, output.Split(NotSet).Length);
    }

    [Fact]
    public async Task In_Production_with_the_section_the_page_is_there_and_nothing_is_warned_of()
    {
        using var someone = new Operator();
        string output;
        using (
            var process = await someone.Starts(
                someone.SettingsWith("Verification:PublicUrl", "https://pimbot.example"),
                "Production"
            )
        )
        {
            using var http = new HttpClient();
            using var answer = await http.GetAsync(Page(someone), TestContext.Current.CancellationToken);
            Assert.Contains(
                "No such request",
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
            process.Kill();
            output = await process.Output();
        }

        Assert.DoesNotContain(NotSet, output, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Opens(Operator someone)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(Page(someone), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static Uri Page(Operator someone) =>
        new($"http://127.0.0.1:{someone.Port}/verify/3c9d4f1e6a524b0e9d6b2f8f7a1b5c01");
}
