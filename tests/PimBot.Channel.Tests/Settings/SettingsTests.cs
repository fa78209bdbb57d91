using Microsoft.Extensions.Options;
using PimBot.Channel.Settings;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Settings;

public sealed class SettingsTests
{
    private const string Caller = "44444444-bbbb-0000-0000-000000000004";

    /// <summary>Environment, key, value, and what the fault must say.</summary>
    public static TheoryData<string, string, string?, string> Faults =>
        new()
        {
            { "Development", "Bot:AppId", null, "Bot:AppId is ''" },
            { "Production", "Bot:AppId", "", "Bot:AppId is ''" },
            { "Production", "Bot:AppId", "two words", "Bot:AppId is 'two words'" },
            { "Production", "Bot:AppId", " ", "Bot:AppId is ' '" },
            {
                "Production",
                "Bot:AppType",
                "Multi",
                "Bot:AppType is 'Multi'; allowed are SingleTenant, UserAssignedManagedIdentity, MultiTenant."
            },
            { "Production", "Bot:AppType", "7", "Bot:AppType is '7'" },
            { "Production", "Bot:ClientSecret", null, "Bot:ClientSecret is missing" },
            { "Production", "Bot:ClientSecret", "", "Bot:ClientSecret is missing" },
            { "Production", "Bot:TenantId", null, "Bot:TenantId is missing" },
            { "Production", "Bot:AppId", "00000000-0000-0000-0000-000000000000", "Bot:AppId is '00000000-" },
            { "Production", "Bot:TenantId", "00000000-0000-0000-0000-000000000000", "Bot:TenantId is '00000000-" },
            { "Production", "Bot:TenantId", "a/../b", "Bot:TenantId is 'a/../b'" },
            { "Production", "Bot:TenantId", "..", "Bot:TenantId is '..'" },
            { "Production", "Bot:AppIdd", "x", "Bot:AppIdd is no setting" },
            { "Production", "Bot:AppId:0", "x", "Bot:AppId is a list or an object" },
            { "Production", "Channel:AlowedTenants:0", "x", "Channel:AlowedTenants is no setting" },
            { "Production", "Channel:AllowedTenants", "x", "Channel:AllowedTenants is one value; allowed is a list" },
            { "Production", "Channel:AllowedTenants:0", "", "Channel:AllowedTenants has an empty entry" },
            { "Production", "Channel:AllowedTenants:0", null, "Channel:AllowedTenants has an empty entry" },
            { "Production", "Bot:AppType", "MultiTenant", "Channel:AllowedTenants is empty" },
            { "Production", "Bot:TenantId", "contoso.example", "Channel:AllowedTenants is empty" },
            { "Production", "Channel:Cloud", "Mars", "Channel:Cloud is 'Mars'; allowed are Public, UsGov, China." },
            { "Production", "Channel:Cloud", "China", "Channel:ServiceHosts is empty" },
            { "Production", "Channel:Issuer", "https://issuer.example", "Channel:OpenIdMetadata is missing" },
            { "Production", "Channel:OpenIdMetadata", "https://issuer.example/openid", "Channel:Issuer is missing" },
            {
                "Production",
                "Channel:OpenIdMetadata",
                "http://127.0.0.1/openid",
                "Channel:OpenIdMetadata is 'http://127.0.0.1/openid'"
            },
            {
                "Development",
                "Channel:OpenIdMetadata",
                "http://issuer.example/openid",
                "Channel:OpenIdMetadata is 'http://issuer.example/openid'"
            },
            {
                "Production",
                "Channel:TokenEndpoint",
                "http://localhost/token",
                "Channel:TokenEndpoint is 'http://localhost/token'"
            },
            { "Development", "Channel:TokenEndpoint", "http://192.168.1.1/token", "Channel:TokenEndpoint is" },
            { "Production", "Channel:TokenEndpoint", "/token", "Channel:TokenEndpoint is '/token'" },
            { "Production", "Channel:TokenEndpoint", "https://user@login.example/token", "Channel:TokenEndpoint is" },
            { "Production", "Channel:ServiceHosts:0", "*.example.com", "Channel:ServiceHosts has '*.example.com'" },
            { "Production", "Channel:ServiceHosts:0", "https://bots.example", "Channel:ServiceHosts has" },
            { "Production", "Channel:ServiceHosts:0", "bots.example:8443", "Channel:ServiceHosts has" },
            { "Production", "Channel:ServiceHosts:0", "bots.example.", "Channel:ServiceHosts has" },
            { "Production", "Channel:ServiceHosts:0", "10.0.0.1", "Channel:ServiceHosts has" },
            { "Production", "Channel:ServiceHosts:0", "localhost", "Channel:ServiceHosts has" },
            { "Production", "Channel:ServiceHosts:0", "bots.\u0435xample", "Channel:ServiceHosts has" },
            {
                "Production",
                "Channel:DangerouslyAllowUnauthenticatedLoopback",
                "true",
                "allowed outside Development is false"
            },
            {
                "Staging",
                "Channel:DangerouslyAllowUnauthenticatedLoopback",
                "true",
                "allowed outside Development is false"
            },
            { "Development", "Channel:DangerouslyAllowUnauthenticatedLoopback", "yes", "allowed are true and false" },
            { "Production", "Channel:InstallTeamsApp", "pimbot", "Channel:InstallTeamsApp is 'pimbot'" },
            { "Production", "Channel:InstallTeamsApp", "{" + Caller + "}", "Channel:InstallTeamsApp is '{" },
            { "Production", "Channel:BotToBot", "on", "Channel:BotToBot is one value; allowed is a section" },
            { "Production", "Channel:BotToBot:Tenents", "x", "Channel:BotToBot:Tenents is no setting" },
            {
                "Production",
                "Channel:BotToBot:Tenant",
                "contoso.example",
                "Channel:BotToBot:Tenant is 'contoso.example'"
            },
            { "Production", "Channel:BotToBot:Tenant", BotHost.Tenant, "Channel:BotToBot:Callers is empty" },
            { "Production", "Channel:BotToBot:Callers:0", Caller, "Channel:BotToBot:Tenant is ''" },
            { "Production", "Channel:BotToBot:Callers:0", "*", "Channel:BotToBot:Callers has '*'" },
            { "Production", "Channel:BotToBot:Callers:0", "", "Channel:BotToBot:Callers has an empty entry" },
            {
                "Production",
                "Channel:BotToBot:Callers",
                Caller,
                "Channel:BotToBot:Callers is one value; allowed is a list"
            },
            { "Production", "Channel:BotToBot:Callers:0", BotHost.AppId, "which is Bot:AppId" },
            { "Production", "Channel:BotToBot:Callers:0", BotHost.AppId.ToUpperInvariant(), "which is Bot:AppId" },
            {
                "Production",
                "Channel:BotToBot:OpenIdMetadata",
                "http://127.0.0.1/openid",
                "Channel:BotToBot:OpenIdMetadata is 'http://127.0.0.1/openid'"
            },
            {
                "Development",
                "Channel:BotToBot:OpenIdMetadata",
                "http://login.example/openid",
                "Channel:BotToBot:OpenIdMetadata is 'http://login.example/openid'"
            },
            { "Production", "Channel:RateLimits:PersonPerMinute", "0", "Channel:RateLimits:PersonPerMinute is '0'" },
            {
                "Production",
                "Channel:RateLimits:PersonPerMinute",
                "10001",
                "allowed are whole numbers from 1 to 10000"
            },
            { "Production", "Channel:RateLimits:PersonPerMinute", "many", "'many'; allowed are whole numbers" },
            { "Production", "Channel:RateLimits:PersonPerMinute", "-1", "'-1'; allowed are whole numbers" },
            { "Staging", "Channel:RateLimits:TenantPerMinute", "0", "0 (off) is for Development only" },
            {
                "Production",
                "Channel:RateLimits:TenantPerMinute",
                "59",
                "at least Channel:RateLimits:PersonPerMinute ('60')"
            },
            { "Production", "Channel:RateLimits:TenantPerMinute", "1000001", "from 1 to 1000000" },
            { "Production", "Channel:RateLimits:TenantPerHour", "1", "Channel:RateLimits:TenantPerHour is no setting" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_wrong_setting_is_named_with_what_is_allowed(
        string environment,
        string key,
        string? value,
        string fault
    )
    {
        var refusal = Assert.ThrowsAny<OptionsValidationException>(() => Start(environment, new() { [key] = value }));
        Assert.Contains(fault, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cloud_and_an_issuer_contradict_each_other()
    {
        var refusal = Assert.Throws<OptionsValidationException>(() =>
            Start(
                "Production",
                new()
                {
                    ["Channel:Cloud"] = "Public",
                    ["Channel:Issuer"] = "https://issuer.example",
                    ["Channel:OpenIdMetadata"] = "https://issuer.example/openid",
                }
            )
        );
        Assert.Contains(
            "Channel:Cloud is 'Public' and Channel:Issuer is 'https://issuer.example'",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_bot_of_many_tenants_installs_no_app()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Channel:InstallTeamsApp"] = Caller,
            ["Bot:AppType"] = "MultiTenant",
            ["Channel:AllowedTenants:0"] = BotHost.Tenant,
        };
        var refusal = Assert.Throws<OptionsValidationException>(() => Start("Production", settings));
        Assert.StartsWith(
            "Channel:InstallTeamsApp is set and Bot:AppType is 'MultiTenant'",
            Assert.Single(refusal.Failures),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_bot_without_a_tenant_of_its_own_must_say_whom_it_serves_wherever_its_token_comes_from()
    {
        var refusal = Assert.ThrowsAny<OptionsValidationException>(() =>
            Start(
                "Production",
                new() { ["Bot:TenantId"] = null, ["Channel:TokenEndpoint"] = "https://login.example/token" }
            )
        );
        Assert.Contains("Channel:AllowedTenants is empty", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_issuer_of_the_channel_cannot_be_that_of_the_bots()
    {
        var refusal = Assert.ThrowsAny<OptionsValidationException>(() =>
            Start(
                "Production",
                new()
                {
                    ["Channel:Issuer"] = $"https://sts.windows.net/{BotHost.Tenant}/",
                    ["Channel:OpenIdMetadata"] = "https://issuer.example/openid",
                    ["Channel:BotToBot:Tenant"] = BotHost.Tenant,
                    ["Channel:BotToBot:Callers:0"] = Caller,
                }
            )
        );
        Assert.Contains("which Channel:BotToBot is about", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData(BotHost.Tenant, true)]
    public void Bot_to_bot_is_on_only_when_it_is_set(string? tenant, bool isOn)
    {
        using var scene = new ConnectorScene(
            "Production",
            new()
            {
                ["Channel:BotToBot:Tenant"] = tenant,
                [isOn ? "Channel:BotToBot:Callers:0" : "Channel:BotToBot:Callers"] = isOn ? Caller : "",
                ["Channel:BotToBot:OpenIdMetadata"] = "",
            }
        );
        Assert.Equal(isOn ? 3 : 1, scene.Get<ChannelTrust>().Profiles.Count);
    }

    [Theory]
    [InlineData("Production", "Channel:RateLimits:PersonPerMinute", "1")]
    [InlineData("Production", "Channel:RateLimits:PersonPerMinute", "6000")]
    [InlineData("Production", "Channel:RateLimits:TenantPerMinute", "1000000")]
    [InlineData("Production", "Channel:RateLimits:TenantPerMinute", "")]
    [InlineData("Development", "Channel:RateLimits:PersonPerMinute", "0")]
    [InlineData("Development", "Channel:RateLimits:TenantPerMinute", "0")]
    [InlineData("Production", "Bot:CertificatePath", "")]
    [InlineData("Production", "Bot:CertificatePath", null)]
    [InlineData("Production", "Bot:AppType", "")]
    [InlineData("Production", "Bot:AppType", "singletenant")]
    [InlineData("Production", "Channel:Cloud", "")]
    [InlineData("Production", "Channel:Cloud", "Public")]
    [InlineData("Production", "Channel:AllowedTenants", "")]
    [InlineData("Production", "Channel:ServiceHosts:0", "bots.contoso.example")]
    [InlineData("Production", "Channel:TokenEndpoint", "https://login.example/token")]
    [InlineData("Production", "Channel:DangerouslyAllowUnauthenticatedLoopback", "false")]
    [InlineData("Development", "Channel:DangerouslyAllowUnauthenticatedLoopback", "true")]
    [InlineData("Development", "Channel:TokenEndpoint", "http://localhost:5000/token")]
    [InlineData("Development", "Channel:TokenEndpoint", "http://127.0.0.1:5000/token")]
    public void A_right_setting_is_taken(string environment, string key, string? value) =>
        Start(environment, new() { [key] = value });

    [Fact]
    public async Task The_process_does_not_start_on_a_wrong_setting()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => BotHost.StartAsync(new() { ["Bot:AppId"] = "" }));
        Assert.Contains("Bot:AppId", refusal.Message, StringComparison.Ordinal);
    }

    private static void Start(string environment, Dictionary<string, string?> settings)
    {
        using var scene = new ConnectorScene(environment, settings);
        Assert.NotNull(scene.Client);
    }
}
