using System.Net;
using System.Text.Json.Nodes;
using PimBot.Scenarios.Rules;

namespace PimBot.Scenarios.Api;

/// <summary>Who sees what: administrators by the published table, everybody else their own.</summary>
public sealed class VisibilityStory : IAsyncLifetime
{
    private const string Schedules = "/api/roleEligibilitySchedules";
    private ApiScene scene = null!;

    public async ValueTask InitializeAsync() => scene = await ApiScene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    [Rule("E2")]
    public async Task A_privileged_role_administrator_sees_directory_and_groups_but_not_azure()
    {
        var scopes = (await scene.GetAsync(ApiScene.Frank, "/api/scopes")).Value.Select(s => s["type"]!.ToString());
        var kinds = (await scene.GetAsync(ApiScene.Frank, "/api/roles")).Value.Select(r =>
            r["@pimbot.kind"]!.ToString()
        );
        var eligible = (await scene.GetAsync(ApiScene.Frank, Schedules)).Value;

        Assert.Equal(["directory", "group"], scopes.Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain("azureRole", kinds);
        Assert.DoesNotContain(
            eligible,
            s => s["directoryScopeId"]!.ToString().StartsWith("/subscriptions", StringComparison.Ordinal)
        );
        Assert.Contains(eligible, s => s["principalId"]!.ToString() == scene.IdOf("Alice"));
    }

    [Fact]
    [Rule("E4")]
    public async Task Everybody_else_sees_their_own()
    {
        var roles = (await scene.GetAsync("Alice", "/api/roles")).Value.Select(r => r["displayName"]!.ToString());
        var eligible = (await scene.GetAsync("Alice", Schedules)).Value;

        Assert.Equal(
            ["Exchange Administrator", "Global Administrator", "Virtual Machine Contributor"],
            roles.Order(StringComparer.Ordinal)
        );
        Assert.All(eligible, s => Assert.Equal(scene.IdOf("Alice"), s["principalId"]!.ToString()));
        Assert.Equal(3, eligible.Count);
        Assert.Empty((await scene.GetAsync("Alice", $"{Schedules}?principal={scene.IdOf("Bob")}")).Value);
        (await scene.GetAsync("Alice", $"/api/roles/{Asking.Helpdesk}")).IsProblem(
            HttpStatusCode.NotFound,
            "ResourceNotFound"
        );
        (await scene.GetAsync("Alice", $"/api/roles/{Asking.Exchange}")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_global_administrator_elevates_over_azure_for_a_time_and_gives_it_back()
    {
        Assert.Empty(await AzureSeenAsync());

        var elevation = await scene.PostAsync(
            ApiScene.Emergency,
            "/api/elevation",
            new JsonObject { ["duration"] = "PT30M", ["justification"] = "look at Azure" }
        );
        elevation.Is(HttpStatusCode.Created);
        Assert.Equal("2026-03-02T08:30:00Z", elevation.Body!["endDateTime"]!.ToString());
        Assert.NotEmpty(await AzureSeenAsync());
        Assert.NotNull((await scene.GetAsync(ApiScene.Emergency, "/api/me")).Body!["elevation"]);

        var token = scene.Token(ApiScene.Emergency);
        (await scene.SendAsync(HttpMethod.Delete, "/api/elevation", token)).Is(HttpStatusCode.NoContent);
        Assert.Empty(await AzureSeenAsync());
        (await scene.SendAsync(HttpMethod.Delete, "/api/elevation", token)).IsProblem(
            HttpStatusCode.Conflict,
            "RoleAssignmentDoesNotExist"
        );
    }

    [Fact]
    [Rule("E6")]
    public async Task Nobody_else_elevates()
    {
        var answer = await scene.PostAsync(
            ApiScene.Frank,
            "/api/elevation",
            new JsonObject { ["justification"] = "look at Azure" }
        );

        answer.IsProblem(HttpStatusCode.Forbidden, "UnauthorizedAccess");
        Assert.Equal(["NotGlobalAdministrator"], answer.Reasons);
    }

    [Fact]
    public async Task My_view_shows_what_is_eligible_held_and_pending()
    {
        await scene.PostAsync("Alice", Asking.Assignments, Asking.Activate(Asking.Exchange));

        var me = (await scene.GetAsync("Alice", "/api/me")).Is(HttpStatusCode.OK).Body!;

        Assert.Equal("Alice Andersen", me["displayName"]!.ToString());
        Assert.Equal("none", me["directoryRight"]!.ToString());
        Assert.Equal(3, me["eligible"]!.AsArray().Count);
        var exchange = me["eligible"]!.AsArray().Single(e => e!["role"]!["id"]!.ToString() == Asking.Exchange)!;
        Assert.Equal("PT2H", exchange["maximumDuration"]!.ToString());
        Assert.Equal(
            ["MultiFactorAuthentication", "Justification"],
            exchange["required"]!.AsArray().Select(r => r!.ToString())
        );
        Assert.Empty(me["held"]!.AsArray());
        Assert.Equal("AwaitingVerification", Assert.Single(me["pending"]!.AsArray())!["status"]!.ToString());
    }

    [Fact]
    public async Task Requests_are_seen_by_who_made_them_and_by_administrators()
    {
        var made = await scene.PostAsync("Alice", Asking.Assignments, Asking.Activate(Asking.Exchange));
        var path = made.Headers["Location"];

        (await scene.GetAsync("Alice", path)).Is(HttpStatusCode.OK);
        (await scene.GetAsync(ApiScene.Frank, path)).Is(HttpStatusCode.OK);
        (await scene.GetAsync("Dan", path)).IsProblem(HttpStatusCode.NotFound, "ResourceNotFound");
        Assert.Empty((await scene.GetAsync("Dan", Asking.Assignments)).Value);
        Assert.Single(
            (await scene.GetAsync(ApiScene.Frank, $"{Asking.Assignments}?status=AwaitingVerification")).Value
        );
        Assert.Empty((await scene.GetAsync(ApiScene.Frank, $"{Asking.Assignments}?status=Provisioned")).Value);
        (await scene.GetAsync(ApiScene.Frank, $"{Asking.Assignments}?status=Open")).IsProblem(
            HttpStatusCode.BadRequest,
            "BadRequest"
        );
        (await scene.GetAsync(ApiScene.Frank, $"{Asking.Assignments}/no-id")).IsProblem(
            HttpStatusCode.NotFound,
            "ResourceNotFound"
        );
    }

    [Theory]
    [InlineData("/api/roles")]
    [InlineData("/api/scopes")]
    [InlineData(Schedules)]
    [InlineData("/api/roleAssignmentSchedules")]
    [InlineData(Asking.Assignments)]
    [InlineData(Asking.Eligibilities)]
    public async Task Pages_together_are_the_whole_list(string path)
    {
        foreach (var person in new[] { "Carol", "Erin", "Bob" })
        {
            var assign = Asking.For("adminAssign", Asking.Helpdesk).Whom(scene.IdOf(person)).During("P30D");
            await scene.PostAsync(ApiScene.Frank, Asking.Eligibilities, assign);
            var active = Asking.For("adminAssign", Asking.Helpdesk).Whom(scene.IdOf(person)).During("P10D");
            await scene.PostAsync(ApiScene.Frank, Asking.Assignments, active);
        }

        await scene.PostAsync("Dan", Asking.Assignments, Asking.Activate(Asking.Helpdesk).Ticket("INC-1"));
        await scene.PostAsync("Grace", Asking.Assignments, Asking.Activate(Asking.Helpdesk).Ticket("INC-2"));
        await scene.Settles();

        foreach (var reader in new[] { ApiScene.Frank, "Dan" })
        {
            var all = (await scene.GetAsync(reader, path)).Value.Select(item => item["id"]!.ToString()).ToList();
            var paged = new List<string>();
            for (var next = path + "?$top=1"; next is not null; )
            {
                var page = await scene.GetAsync(reader, next);
                page.Is(HttpStatusCode.OK);
                Assert.InRange(page.Value.Count, 0, 1);
                paged.AddRange(page.Value.Select(item => item["id"]!.ToString()));
                next = page.Body!["@odata.nextLink"]?.ToString();
            }

            Assert.Equal(all, paged);
            Assert.Equal(all.Count, all.Distinct().Count());
            Assert.True(all.Count > 1 || reader == "Dan");
        }
    }

    private async Task<IReadOnlyList<JsonNode>> AzureSeenAsync() =>
        [
            .. (await scene.GetAsync(ApiScene.Emergency, Schedules)).Value.Where(s =>
                s["directoryScopeId"]!.ToString().StartsWith("/subscriptions", StringComparison.Ordinal)
            ),
        ];
}
