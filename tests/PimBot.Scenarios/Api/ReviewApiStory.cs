using System.Net;
using System.Text.Json.Nodes;
using PimBot.Scenarios.Rules;

namespace PimBot.Scenarios.Api;

/// <summary>Administrators hold access reviews over HTTP, and reviewers answer them.</summary>
public sealed class ReviewApiStory : IAsyncLifetime
{
    private const string Definitions = "/api/accessReviews/definitions";
    private ApiScene scene = null!;

    public async ValueTask InitializeAsync() => scene = await ApiScene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    [Rule("I5")]
    public async Task A_reviewer_answers_and_may_change_the_answer_as_long_as_it_is_the_one_that_was_read()
    {
        var path = await StartsAsync();
        var item = (await ItemsAsync("Bob", path)).Single(i => i["principalId"]!.ToString() == scene.IdOf("Alice"));
        var (at, tag) = ($"{path}/decisions/{item["id"]}", item["@odata.etag"]!.ToString());

        (await scene.PatchAsync("Bob", at, null, Word("Deny", "left the project"))).IsProblem(
            HttpStatusCode.PreconditionRequired,
            "PreconditionRequired"
        );
        Assert.Contains(
            "ReviewReasonRequired",
            (await scene.PatchAsync("Bob", at, tag, Word("Deny"))).Is(HttpStatusCode.BadRequest).Reasons
        );
        var first = await scene.PatchAsync("Bob", at, tag, Word("Deny", "left the project"));
        Assert.Equal("Deny", first.Is(HttpStatusCode.OK).Body!["decision"]!.ToString());
        (await scene.PatchAsync("Bob", at, tag, Word("Approve", "came back"))).IsProblem(
            HttpStatusCode.PreconditionFailed,
            "PreconditionFailed"
        );
        (await scene.PatchAsync("Bob", at, first.ETag, Word("Approve", "came back"))).Is(HttpStatusCode.OK);

        var result = (await ItemsAsync(ApiScene.Frank, path)).Single(i => i["id"]!.ToString() == $"{item["id"]}");
        Assert.Equal("Approve", result["decision"]!.ToString());
        Assert.Equal("came back", result["justification"]!.ToString());
        Assert.Equal(scene.IdOf("Bob"), result["reviewedBy"]!["user"]!["id"]!.ToString());
    }

    [Fact]
    [Rule("I15")]
    public async Task An_outsider_is_answered_as_if_there_were_no_review()
    {
        var path = await StartsAsync();
        var series = path[..path.IndexOf("/instances", StringComparison.Ordinal)];

        Assert.Empty((await scene.GetAsync("Dan", Definitions)).Value);
        foreach (var hidden in new[] { series, $"{series}/instances", path, $"{path}/decisions" })
        {
            (await scene.GetAsync("Dan", hidden)).IsProblem(HttpStatusCode.NotFound, "ResourceNotFound");
        }

        foreach (
            var deed in new[] { $"{series}/stop", $"{path}/stop", $"{path}/resetDecisions", $"{path}/applyDecisions" }
        )
        {
            (await scene.PostAsync("Dan", deed)).IsProblem(HttpStatusCode.NotFound, "ResourceNotFound");
        }

        (await scene.PostAsync("Dan", Definitions, Definition())).IsProblem(
            HttpStatusCode.NotFound,
            "ResourceNotFound"
        );
        // A reviewer reads what they review, and administers nothing.
        Assert.NotEmpty(await ItemsAsync("Bob", path));
        Assert.NotEqual(HttpStatusCode.NoContent, (await scene.PostAsync("Bob", $"{path}/stop")).Status);
    }

    [Fact]
    [Rule("I6", "I11")]
    public async Task Recommendations_are_accepted_at_once_reset_and_the_review_is_stopped_for_good()
    {
        var path = await StartsAsync();
        var count = (await ItemsAsync("Bob", path)).Count;

        var accepted = await scene.PostAsync(
            "Bob",
            $"{path}/acceptRecommendations",
            new JsonObject { ["justification"] = "as recommended" }
        );
        Assert.Equal(count, accepted.Is(HttpStatusCode.OK).Body!["recorded"]!.GetValue<int>());
        (await scene.PostAsync(ApiScene.Frank, $"{path}/resetDecisions")).Is(HttpStatusCode.NoContent);
        Assert.All(await ItemsAsync("Bob", path), i => Assert.Equal("NotReviewed", i["decision"]!.ToString()));
        Assert.Contains(
            "ReviewNotCompleted",
            (await scene.PostAsync(ApiScene.Frank, $"{path}/applyDecisions")).Is(HttpStatusCode.Conflict).Reasons
        );
        Assert.Contains(
            "ReviewAlreadyRunning",
            (await scene.PostAsync(ApiScene.Frank, Definitions, Definition())).Is(HttpStatusCode.Conflict).Reasons
        );

        (await scene.PostAsync(ApiScene.Frank, $"{path}/stop")).Is(HttpStatusCode.NoContent);

        Assert.Equal("Stopped", (await scene.GetAsync(ApiScene.Frank, path)).Body!["status"]!.ToString());
        Assert.Contains(
            "ReviewNotInProgress",
            (await scene.PostAsync(ApiScene.Frank, $"{path}/stop")).Is(HttpStatusCode.Conflict).Reasons
        );
    }

    [Fact]
    public async Task A_series_is_read_as_it_was_written_and_its_results_come_in_pages()
    {
        var body = Definition();
        body["settings"]!["recurrence"] = new JsonObject
        {
            ["pattern"] = new JsonObject { ["type"] = "absoluteMonthly", ["interval"] = 3 },
            ["range"] = new JsonObject
            {
                ["type"] = "numbered",
                ["numberOfOccurrences"] = 4,
                ["recurrenceTimeZone"] = "Europe/Berlin",
            },
        };
        var path = await StartsAsync(body);
        var series = path[..path.IndexOf("/instances", StringComparison.Ordinal)];

        var read = (await scene.GetAsync(ApiScene.Frank, series)).Is(HttpStatusCode.OK).Body!;
        Assert.True(JsonNode.DeepEquals(body["reviewers"], read["reviewers"]));
        Assert.True(
            JsonNode.DeepEquals(body["settings"]!["recurrence"], read["settings"]!["recurrence"]),
            read.ToJsonString()
        );
        var first = await scene.GetAsync(ApiScene.Frank, $"{path}/decisions?$top=1");
        var second = await scene.GetAsync(ApiScene.Frank, first.Body!["@odata.nextLink"]!.ToString());
        Assert.NotEqual(Assert.Single(first.Value)["id"]!.ToString(), Assert.Single(second.Value)["id"]!.ToString());

        (await scene.PostAsync(ApiScene.Frank, $"{series}/stop")).Is(HttpStatusCode.NoContent);
        Assert.All(
            (await scene.GetAsync(ApiScene.Frank, $"{series}/instances")).Value,
            instance => Assert.Equal("Stopped", instance["status"]!.ToString())
        );
    }

    private static JsonObject Word(string decision, string? reason = null) =>
        reason is null
            ? new JsonObject { ["decision"] = decision }
            : new JsonObject { ["decision"] = decision, ["justification"] = reason };

    private JsonObject Definition() =>
        new()
        {
            ["roleDefinitionId"] = Asking.Exchange,
            ["directoryScopeId"] = "/",
            ["reviewers"] = new JsonArray(new JsonObject { ["query"] = $"/users/{scene.IdOf("Bob")}" }),
            ["settings"] = new JsonObject { ["instanceDurationInDays"] = 14 },
        };

    // The path of the occurrence that runs.
    private async Task<string> StartsAsync(JsonObject? body = null)
    {
        var made = await scene.PostAsync(ApiScene.Frank, Definitions, body ?? Definition());
        var series = made.Is(HttpStatusCode.Created).Headers["Location"];
        var running = (await scene.GetAsync(ApiScene.Frank, $"{series}/instances")).Value.Single(i =>
            i["status"]!.ToString() == "InProgress"
        );
        return $"{series}/instances/{running["id"]}";
    }

    private async Task<IReadOnlyList<JsonNode>> ItemsAsync(string person, string path) =>
        (await scene.GetAsync(person, $"{path}/decisions")).Is(HttpStatusCode.OK).Value;
}
