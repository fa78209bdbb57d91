using System.Net;
using System.Text.Json.Nodes;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Api;

/// <summary>Whatever a body holds, it is taken or refused in words: nothing that is sent makes the service fail.</summary>
public sealed class HostileBodyStory
{
    private static readonly string[] Values =
    [
        "null",
        "7",
        "-1",
        "1e400",
        "true",
        "\"\"",
        "\"x\"",
        "[]",
        "[null]",
        "[7]",
        "{}",
        "{\"a\":{}}",
        "\"\\u0000\\u202e\"",
    ];

    [Fact]
    public async Task Any_member_of_any_body_may_be_anything()
    {
        await using var scene = await ApiScene.StartAsync();
        var policy = await scene.GetAsync(ApiScene.Frank, $"/api/policies/{Asking.GlobalAdministrator}");
        var bodies = new List<(HttpMethod Method, string Path, JsonNode Body)>
        {
            (HttpMethod.Post, Asking.Assignments, Asking.Activate(Asking.Exchange).Ticket("INC-1").Whom("x")),
            (HttpMethod.Post, Asking.Eligibilities, Asking.For("adminAssign", Asking.Exchange).Whom("x").ForEver()),
            (HttpMethod.Post, Asking.Eligibilities, Asking.For("adminRemove", "x").With("targetScheduleId", "x")),
            (HttpMethod.Post, "/api/elevation", new JsonObject { ["duration"] = "PT1H", ["justification"] = "x" }),
            (
                HttpMethod.Patch,
                $"{Asking.Approvals}/{Guid.Empty}",
                new JsonObject { ["reviewResult"] = "Deny", ["justification"] = "x" }
            ),
            (
                HttpMethod.Patch,
                $"/api/policies/{Asking.GlobalAdministrator}",
                new JsonObject { ["rules"] = policy.Body!["rules"]!.DeepClone() }
            ),
        };

        foreach (var (method, path, body) in bodies)
        {
            foreach (var (place, changed) in Variants(body))
            {
                var answer = await scene.SendAsync(method, path, scene.Token("Dan"), changed, "\"x\"");
                Assert.True((int)answer.Status < 500, $"{method} {path} with {place}: {(int)answer.Status} {changed}");
                if (path.StartsWith("/api/policies", StringComparison.Ordinal))
                {
                    var asManager = await scene.SendAsync(
                        method,
                        path,
                        scene.Token(ApiScene.Frank),
                        changed,
                        (await scene.GetAsync(ApiScene.Frank, path)).ETag
                    );
                    Assert.True(
                        (int)asManager.Status < 500,
                        $"{path} with {place}: {(int)asManager.Status} {asManager.Body?.ToJsonString()}"
                    );
                }
            }
        }

        await scene.Settles();
        (await scene.GetAsync(ApiScene.Frank, $"/api/policies/{Asking.GlobalAdministrator}/rules")).Is(
            HttpStatusCode.OK
        );
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_refused_and_not_cut()
    {
        await using var scene = await ApiScene.StartAsync();
        var ask = Asking.Activate(Asking.Exchange).Ticket("INC-1");

        var longest = await Send(1000);
        var longer = await Send(1001);

        longest.Is(HttpStatusCode.Created);
        longer.Is(HttpStatusCode.BadRequest);
        Assert.Equal("A reason has at most 1000 characters.", (string?)longer.Body!["detail"]);
        Assert.Equal("$.justification", (string?)longer.Body!["place"]);
        var described = (await scene.GetAsync(ApiScene.Frank, "/api/openapi.json")).Body!;
        var schema = described["components"]!["schemas"]!["ScheduleRequestBody"]!["properties"]!["justification"]!;
        Assert.Equal(1000, (int?)schema["maxLength"]);

        Task<ApiAnswer> Send(int length) =>
            scene.PostAsync("Alice", Asking.Assignments, ask.With("justification", new string('x', length)));
    }

    private static IEnumerable<(string Place, string Changed)> Variants(JsonNode body)
    {
        foreach (var place in Places(body, []).ToList())
        {
            foreach (var value in Values)
            {
                // Of the 17 rules one of each kind is enough.
                if (place is [_, int i, ..] && i is not (0 or 1 or 4 or 12 or 13))
                {
                    continue;
                }

                var copy = body.DeepClone();
                var parent = place[..^1]
                    .Aggregate(copy, (node, step) => step is int at ? node[at]! : node[(string)step]!);
                var marker = JsonValue.Create("@@");
                if (place[^1] is int index)
                {
                    parent[index] = marker;
                }
                else
                {
                    parent[(string)place[^1]] = marker;
                }

                yield return (
                    string.Join('.', place) + " = " + value,
                    copy.ToJsonString().Replace("\"@@\"", value, StringComparison.Ordinal)
                );
            }
        }
    }

    private static IEnumerable<object[]> Places(JsonNode? node, object[] at)
    {
        if (at.Length > 0)
        {
            yield return at;
        }

        var inner = node switch
        {
            JsonObject members => members.SelectMany(m => Places(m.Value, [.. at, m.Key])),
            JsonArray items => items.SelectMany((item, i) => Places(item, [.. at, i])),
            _ => [],
        };
        foreach (var place in inner)
        {
            yield return place;
        }
    }
}
