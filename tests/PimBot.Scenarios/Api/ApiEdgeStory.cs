using System.Net;
using System.Text.Json.Nodes;
using PimBot.Testing;

namespace PimBot.Scenarios.Api;

/// <summary>The API's edges: off, too fast, not there, and how it describes itself.</summary>
public sealed class ApiEdgeStory
{
    [Fact]
    public async Task Without_settings_there_is_no_api_and_only_the_log_says_why()
    {
        await using var scene = await Scene.StartAsync();
        foreach (var path in new[] { "/api/roles", "/api/openapi.json", "/api/nothing" })
        {
            using var response = await scene.Http.GetAsync(
                new Uri(path, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            var answer = await ApiAnswer.ReadAsync(response);
            answer.IsProblem(HttpStatusCode.NotFound, "ResourceNotFound");
            Assert.DoesNotContain("Api:", answer.Body!.ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Single(scene.Logs, entry => entry.Message.Contains("set Api:Enabled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_development_page_of_held_access_is_there_with_the_api_and_without()
    {
        await using var with = await ApiScene.StartAsync();
        var path = $"/api/access?person={with.IdOf("Alice")}";
        (await with.SendAsync(HttpMethod.Get, path, null)).Is(HttpStatusCode.OK);

        await using var without = await Scene.StartAsync();
        using var response = await without.Http.GetAsync(
            new Uri(path, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_fast_is_told_when_to_come_back_and_others_are_not_held_up()
    {
        await using var scene = await ApiScene.StartAsync(("Api:PersonPerMinute", "3"));
        for (var i = 0; i < 3; i++)
        {
            (await scene.GetAsync("Alice", "/api/me")).Is(HttpStatusCode.OK);
        }

        var answer = await scene.GetAsync("Alice", "/api/me");
        answer.IsProblem(HttpStatusCode.TooManyRequests, "TooManyRequests");
        Assert.Equal("20", answer.Headers["Retry-After"]);
        (await scene.GetAsync("Bob", "/api/me")).Is(HttpStatusCode.OK);

        await scene.Scene.Advances(TimeSpan.FromSeconds(20));
        (await scene.GetAsync("Alice", "/api/me")).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "ResourceNotFound")]
    [InlineData("GET", "/api/policies/none", HttpStatusCode.NotFound, "ResourceNotFound")]
    [InlineData(
        "GET",
        "/api/policies/62e90394-69f5-4237-9190-012177145e10/rules/none",
        HttpStatusCode.NotFound,
        "ResourceNotFound"
    )]
    [InlineData(
        "GET",
        "/api/policies/62e90394-69f5-4237-9190-012177145e10?scope=/none",
        HttpStatusCode.NotFound,
        "ResourceNotFound"
    )]
    [InlineData("DELETE", "/api/roles", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    [InlineData("GET", "/api/roles?$top=many", HttpStatusCode.BadRequest, "BadRequest")]
    [InlineData("GET", "/api/roleEligibilitySchedules?includeEnded=perhaps", HttpStatusCode.BadRequest, "BadRequest")]
    public async Task What_is_not_there_is_a_problem_too(string method, string path, HttpStatusCode status, string code)
    {
        await using var scene = await ApiScene.StartAsync();

        (await scene.SendAsync(new HttpMethod(method), path, scene.Token(ApiScene.Frank))).IsProblem(status, code);
    }

    [Fact]
    public async Task Answers_are_kept_by_nobody()
    {
        await using var scene = await ApiScene.StartAsync();

        Assert.Equal("no-store", (await scene.GetAsync("Alice", "/api/me")).Headers["Cache-Control"]);
        Assert.Equal("no-store", (await scene.SendAsync(HttpMethod.Get, "/api/me", null)).Headers["Cache-Control"]);
    }

    /// <summary>Actions that say everything by their address.</summary>
    private static readonly string[] Bodiless =
    [
        "/cancel",
        "/setUp",
        "/refresh",
        "/stop",
        "/resetDecisions",
        "/applyDecisions",
    ];

    [Fact]
    public async Task It_describes_itself_by_OpenAPI()
    {
        await using var scene = await ApiScene.StartAsync();

        var document = (await scene.SendAsync(HttpMethod.Get, "/api/openapi.json", null)).Is(HttpStatusCode.OK).Body!;

        Assert.StartsWith("3.", document["openapi"]!.ToString(), StringComparison.Ordinal);
        var paths = document["paths"]!.AsObject();
        Assert.Equal(
            [
                "/api/accessReviews/definitions",
                "/api/accessReviews/definitions/{definition}/instances",
                "/api/accessReviews/definitions/{definition}/instances/{id}",
                "/api/accessReviews/definitions/{definition}/instances/{id}/acceptRecommendations",
                "/api/accessReviews/definitions/{definition}/instances/{id}/applyDecisions",
                "/api/accessReviews/definitions/{definition}/instances/{id}/decisions",
                "/api/accessReviews/definitions/{definition}/instances/{id}/decisions/export",
                "/api/accessReviews/definitions/{definition}/instances/{id}/decisions/{item}",
                "/api/accessReviews/definitions/{definition}/instances/{id}/resetDecisions",
                "/api/accessReviews/definitions/{definition}/instances/{id}/stop",
                "/api/accessReviews/definitions/{id}",
                "/api/accessReviews/definitions/{id}/stop",
                "/api/alertConfigurations",
                "/api/alertConfigurations/{id}",
                "/api/alertDefinitions",
                "/api/alerts",
                "/api/alerts/refresh",
                "/api/alerts/{id}",
                "/api/alerts/{id}/alertIncidents",
                "/api/alerts/{id}/fix",
                "/api/audit",
                "/api/audit/export",
                "/api/audit/holdings",
                "/api/elevation",
                "/api/me",
                "/api/policies",
                "/api/policies/{role}",
                "/api/policies/{role}/rules",
                "/api/policies/{role}/rules/{ruleId}",
                "/api/roleAssignmentApprovals",
                "/api/roleAssignmentApprovals/{id}",
                "/api/roleAssignmentScheduleRequests",
                "/api/roleAssignmentScheduleRequests/{id}",
                "/api/roleAssignmentScheduleRequests/{id}/cancel",
                "/api/roleAssignmentSchedules",
                "/api/roleEligibilityScheduleRequests",
                "/api/roleEligibilityScheduleRequests/{id}",
                "/api/roleEligibilityScheduleRequests/{id}/cancel",
                "/api/roleEligibilitySchedules",
                "/api/roles",
                "/api/roles/{id}",
                "/api/roles/{id}/makePermanent",
                "/api/scopes",
                "/api/setUp",
            ],
            paths.Select(path => path.Key).Order(StringComparer.Ordinal)
        );
        Assert.NotNull(document["components"]!["securitySchemes"]!["bearer"]);
        foreach (var (path, operations) in paths)
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                Assert.True(operation!["summary"] is not null, $"{method} {path} has no summary");
                Assert.True(operation["responses"]!["401"] is not null, $"{method} {path} says nothing of 401");
                Assert.True(
                    method is "get" or "delete"
                        || Bodiless.Any(end => path.EndsWith(end, StringComparison.Ordinal))
                        || operation["requestBody"] is not null,
                    $"{method} {path} describes no body"
                );
            }
        }

        var schemas = document["components"]!["schemas"]!;
        Assert.Equal(5, schemas["PolicyRule"]!["discriminator"]!["mapping"]!.AsObject().Count);
        Assert.Equal("@odata.type", schemas["PolicyRule"]!["discriminator"]!["propertyName"]!.ToString());
        Assert.Equal("duration", schemas["ScheduleExpiration"]!["properties"]!["duration"]!["format"]!.ToString());
        Assert.NotNull(schemas["ProblemBody"]!["properties"]!["reasons"]);
    }
}
