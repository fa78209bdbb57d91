using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using PimBot.Scenarios.StartUp;

namespace PimBot.Scenarios.Api;

/// <summary>What an operator learns about the section <c>Api</c>, and what a process in Production answers.</summary>
public sealed class ApiSettingsStory
{
    [Theory]
    [InlineData("Api:Audience", "two words", "Api:Audience is 'two words'")]
    [InlineData("Api:Scope", "two words", "Api:Scope is 'two words'")]
    [InlineData("Api:OpenIdMetadata", "http://127.0.0.1/x", "Api:OpenIdMetadata is 'http://127.0.0.1/x'")]
    [InlineData("Api:PersonPerMinute", "0", "Api:PersonPerMinute is '0': allowed are whole numbers from 1 to 10000.")]
    [InlineData("Api:PersonPerMinute", "10001", "Api:PersonPerMinute is '10001'")]
    [InlineData("Api:Enabled", "perhaps", "Api:Enabled is 'perhaps'")]
    [InlineData("Api:Tenant", "x", "Api:Tenant is no setting; allowed are ")]
    [InlineData("Bot:TenantId", "contoso.com", "Bot:TenantId is 'contoso.com': with Api:Enabled")]
    public async Task A_bad_setting_is_named(string key, string value, string expected)
    {
        using var someone = new Operator();
        var settings = someone.SettingsWith("Api:Enabled", "true");
        settings["Channel:AllowedTenants:0"] = settings["Bot:TenantId"];
        settings[key] = value;

        var errors = await someone.StartsInVain(settings);

        Assert.Contains(expected, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_section_is_a_fault_and_not_silence()
    {
        using var someone = new Operator();

        var errors = await someone.StartsInVain(someone.SettingsWith("Api:Audience", "api://pimbot"));

        Assert.Contains("Api:Audience is set, but Api:Enabled is not", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Production_nothing_under_api_answers_without_a_token()
    {
        using var someone = new Operator();
        using var process = await someone.Starts(someone.SettingsWith("Api:Enabled", "true"), "Production");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{someone.Port}") };
        foreach (
            var path in new[]
            {
                "/api",
                "/api/openapi.json",
                "/api/access?person=a11ce000-0000-4000-8000-000000000001",
                "/api/roles",
                "/api/me",
                "/api/roleAssignmentApprovals",
                "/api/unknown",
                "/api/messages/unknown",
            }
        )
        {
            using var response = await http.GetAsync(
                new Uri(path, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            var answer = await ApiAnswer.ReadAsync(response);
            answer.IsProblem(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken");
        }
    }

    [Fact]
    public async Task In_the_playground_everybody_has_a_token_for_the_api()
    {
        using var someone = new Operator();
        using var process = await someone.Starts(
            new Dictionary<string, string>
            {
                ["urls"] = $"http://127.0.0.1:{someone.Port}",
                ["ConnectionStrings:PimBot"] = $"Data Source={someone.Database}",
            },
            "Development"
        );
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{someone.Port}") };

        var token = JsonNode.Parse(
            await http.GetStringAsync(
                new Uri("/playground/issuer/people/a11ce000-0000-4000-8000-000000000001/token", UriKind.Relative),
                TestContext.Current.CancellationToken
            )
        )!["access_token"]!.ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/me", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        var me = (await ApiAnswer.ReadAsync(response)).Is(HttpStatusCode.OK).Body!;
        Assert.Equal("Alice Andersen", me["displayName"]!.ToString());
        using var nobody = await http.GetAsync(
            new Uri("/playground/issuer/people/nobody/token", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }
}
