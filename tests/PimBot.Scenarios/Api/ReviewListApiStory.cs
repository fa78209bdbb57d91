using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Reviews;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Assignments;
using PimBot.Scenarios.Reviews;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Api;

/// <summary>How reviews look over HTTP, who finds which, and that results which are applied are applied where access is.</summary>
public sealed partial class ReviewListApiStory : IAsyncLifetime
{
    private const string Definitions = "/api/accessReviews/definitions";
    private static readonly ReviewSettings ByHand = ReviewScene.ByBob with { IsAutoApplied = false };
    private ApiScene api = null!;

    private Scene Scene => api.Scene;

    public async ValueTask InitializeAsync() => api = await ApiScene.StartAsync();

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    [Rule("I1", "I14")]
    public async Task Definitions_occurrences_and_decisions_have_Graph_s_names()
    {
        var quarterly = new ReviewRecurrence { Pattern = RecurrencePattern.Quarterly, Count = 4 };
        var settings = ByHand with
        {
            Recurrence = quarterly,
            WhenSilent = SilenceRule.TakeRecommendation,
            Fallback = [Scene.Carol.Key()],
        };
        var path = await StartsAsync(ReviewScene.Exchange, settings);
        var series = path[..path.IndexOf("/instances", StringComparison.Ordinal)];
        var asked = (await api.GetAsync("Bob", $"{path}/decisions")).Value.Single(i => Is(i, "Alice"));
        await api.PatchAsync(
            "Bob",
            $"{path}/decisions/{asked["id"]}",
            asked["@odata.etag"]!.ToString(),
            new() { ["decision"] = "Deny", ["justification"] = "left the project" }
        );

        await LooksLike("Review.definition", series);
        await LooksLike("Review.definitions", Definitions);
        await LooksLike("Review.instances", $"{series}/instances");
        await LooksLike("Review.decisions", $"{path}/decisions");
        await Scene.Advances(TimeSpan.FromDays(14));
        await LooksLike("Review.instance-completed", path);
        (await api.PostAsync(ApiScene.Frank, $"{path}/applyDecisions")).Is(HttpStatusCode.NoContent);
        await api.Settles();
        await LooksLike("Review.instance-applied", path);
        await LooksLike("Review.decisions-applied", $"{path}/decisions");
    }

    [Fact]
    public async Task A_series_is_in_progress_while_its_last_instance_runs_and_completed_after_it()
    {
        var path = await StartsAsync(ReviewScene.Exchange, ReviewScene.ByBob);
        var series = path[..path.IndexOf("/instances", StringComparison.Ordinal)];
        async Task<string?> StatusAsync() => (await api.GetAsync(ApiScene.Frank, series)).Body!["status"]?.ToString();
        var listed = (await api.GetAsync(ApiScene.Frank, Definitions)).Value;

        Assert.Equal("InProgress", await StatusAsync());
        Assert.Equal("InProgress", Assert.Single(listed)["status"]!.ToString());
        await Scene.Advances(TimeSpan.FromDays(14));

        Assert.Equal("Completed", await StatusAsync());
    }

    [Fact]
    [Rule("I9")]
    public async Task Results_that_are_applied_take_access_away_where_it_is_a_guest_s_too()
    {
        foreach (var member in new[] { "Dan", "Grace", "Erin" })
        {
            await Scene.Frank.Says(
                $"assign Exchange Administrator to {member} active for 3 months because team change"
            );
        }

        var path = await StartsAsync(ReviewScene.Exchange, ByHand with { Type = AssignmentType.Active });
        foreach (var (member, word) in new[] { ("Dan", "Deny"), ("Grace", "Deny"), ("Erin", "Approve") })
        {
            var item = (await api.GetAsync("Bob", $"{path}/decisions")).Value.Single(i => Is(i, member));
            var answer = new JsonObject { ["decision"] = word, ["justification"] = "asked them" };
            (await api.PatchAsync("Bob", $"{path}/decisions/{item["id"]}", $"{item["@odata.etag"]}", answer)).Is(
                HttpStatusCode.OK
            );
        }

        await Scene.Advances(TimeSpan.FromDays(14));
        // Nothing is taken before somebody who may applies the results.
        (await api.PostAsync("Bob", $"{path}/applyDecisions")).Is(HttpStatusCode.NotFound);
        await Scene.Assigns(Scene.Carol, ReviewScene.GlobalReaderAccess, AssignmentType.Active);
        (await api.PostAsync("Carol", $"{path}/applyDecisions")).Is(HttpStatusCode.Forbidden);
        Assert.Equal([true, true, true], await HeldAsync(Scene.Dan, Scene.Grace, Scene.Erin));

        (await api.PostAsync(ApiScene.Frank, $"{path}/applyDecisions")).Is(HttpStatusCode.NoContent);
        await api.Settles();

        Assert.Equal([false, false, true], await HeldAsync(Scene.Dan, Scene.Grace, Scene.Erin));
        Assert.Equal("Applied", (await api.GetAsync(ApiScene.Frank, path)).Body!["status"]!.ToString());
        var results = (await api.GetAsync(ApiScene.Frank, $"{path}/decisions")).Value;
        Assert.Equal("removed", results.Single(i => Is(i, "Grace"))["applyResult"]!.ToString());
        Assert.Equal("kept", results.Single(i => Is(i, "Erin"))["applyResult"]!.ToString());
        Assert.Equal(2, await Scene.CountsAudited(AuditAction.AssignmentDeprovisioned));
        Assert.Contains(
            "ReviewNotCompleted",
            (await api.PostAsync(ApiScene.Frank, $"{path}/applyDecisions")).Is(HttpStatusCode.Conflict).Reasons
        );
    }

    [Fact]
    [Rule("I15")]
    public async Task Definitions_come_in_pages_of_those_that_the_caller_may_see()
    {
        await Scene.Assigns(Scene.Carol, Contoso.OwnerOfProduction, AssignmentType.Active);
        var azure = new List<string>();
        var directory = new List<string>();
        // Those of one and the other follow each other, so that each page passes some over.
        directory.Add(await SeriesAsync(Scene.Frank, ReviewScene.Exchange));
        azure.Add(await SeriesAsync(Scene.Carol, Contoso.OwnerOfProduction));
        directory.Add(await SeriesAsync(Scene.Frank, ReviewScene.GlobalReaderAccess));
        directory.Add(await SeriesAsync(Scene.Frank, Contoso.Helpdesk));
        azure.Add(
            await SeriesAsync(Scene.Carol, new RoleScope(RuleScene.MachineContributor, RuleScene.PaymentsResources))
        );
        directory.Add(await SeriesAsync(Scene.Frank, Contoso.PrivilegedRoleAdministrator));
        directory.Reverse();
        azure.Reverse();

        Assert.Equal(
            [
                [.. directory[..2]],
                [.. directory[2..]],
            ],
            await PagesAsync(ApiScene.Frank, 2)
        );
        Assert.Equal([directory[..3], directory[3..]], await PagesAsync(ApiScene.Frank, 3));
        Assert.Equal([azure[..1], azure[1..]], await PagesAsync("Carol", 1));
        Assert.Equal(
            [
                [],
            ],
            await PagesAsync("Bob", 2)
        );
        await api.PostAsync(ApiScene.Emergency, "/api/elevation", new() { ["justification"] = "an audit" });
        Assert.Equal(6, Assert.Single(await PagesAsync(ApiScene.Emergency, 100)).Count);
        foreach (var token in new[] { "AAAA", "x" })
        {
            (await api.GetAsync(ApiScene.Frank, $"{Definitions}?$skipToken={token}")).IsProblem(
                HttpStatusCode.BadRequest,
                "BadRequest"
            );
        }
    }

    private async Task<string> SeriesAsync(TestPerson by, RoleScope access)
    {
        await Scene.Advances(TimeSpan.FromSeconds(1));
        var decision = await Scene.Starts(by, access, ReviewScene.ByBob);
        Assert.Null(decision.Refusal);
        return decision.Value!.Series.ToString();
    }

    private async Task<List<List<string>>> PagesAsync(string person, int top)
    {
        var pages = new List<List<string>>();
        for (string? next = $"{Definitions}?$top={top}"; next is not null; )
        {
            var page = (await api.GetAsync(person, next)).Is(HttpStatusCode.OK);
            pages.Add([.. page.Value.Select(series => series["id"]!.ToString())]);
            next = page.Body!["@odata.nextLink"]?.ToString();
        }

        return pages;
    }

    private async Task<string> StartsAsync(RoleScope access, ReviewSettings settings)
    {
        var review = await Scene.Review(access, settings);
        return $"{Definitions}/{review.Series}/instances/{review.Id}";
    }

    private bool Is(JsonNode item, string person) => item["principalId"]!.ToString() == api.IdOf(person);

    private async Task<IEnumerable<bool>> HeldAsync(params TestPerson[] people)
    {
        var held = new List<bool>();
        foreach (var person in people)
        {
            held.Add((await Scene.HeldAtTarget(person)).Count > 0);
        }

        return held;
    }

    /// <summary>Compares with the golden file; ids and tags that are made anew each time are numbered.</summary>
    private async Task LooksLike(string golden, string path)
    {
        var text = (await api.GetAsync(ApiScene.Frank, path)).Is(HttpStatusCode.OK).Body!.ToJsonString();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        text = MadeAnew().Replace(text, found => Numbered(known, found.Value));
        Golden.Matches(golden, JsonNode.Parse(text)!);
    }

    private static string Numbered(Dictionary<string, string> known, string value)
    {
        if (!known.TryGetValue(value, out var number))
        {
            known[value] = number = $"«{known.Count + 1}»";
        }

        return number;
    }

    // Ids of version 7, and entity tags.
    [GeneratedRegex(
        """[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=@odata\.etag":")[^,}]*(?=")""",
        RegexOptions.None,
        1000
    )]
    private static partial Regex MadeAnew();
}
