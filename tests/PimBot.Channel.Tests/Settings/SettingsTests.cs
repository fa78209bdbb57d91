using Microsoft.Extensions.Options;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Settings;

public sealed class SettingsTests
{
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

    [Theory]
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
