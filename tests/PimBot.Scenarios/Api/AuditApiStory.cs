using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PimBot.Application.Audit;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;

namespace PimBot.Scenarios.Api;

/// <summary>The audit from the API: pages, files, and who held what.</summary>
public sealed class AuditApiStory : IAsyncLifetime
{
    private ApiScene scene = null!;

    public async ValueTask InitializeAsync() => scene = await ApiScene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    [Rule("E2")]
    public async Task An_administrator_pages_through_all_entries_newest_first_by_graphs_names()
    {
        await FillAsync();
        var whole = (await scene.GetAsync(ApiScene.Frank, "/api/audit")).Is(HttpStatusCode.OK);
        var ids = new List<int>();
        for (string? next = "/api/audit?$top=2"; next is not null; )
        {
            var page = (await scene.GetAsync(ApiScene.Frank, next)).Is(HttpStatusCode.OK);
            Assert.InRange(page.Value.Count(), 1, 2);
            ids.AddRange(page.Value.Select(e => int.Parse(e["id"]!.ToString(), null)));
            next = page.Body!["@odata.nextLink"]?.ToString();
        }

        Assert.True(ids.Count > 2);
        Assert.Equal(whole.Value.Select(e => int.Parse(e["id"]!.ToString(), null)), ids);
        Assert.Equal(ids.OrderDescending(), ids);
        var all = (await scene.GetAsync(ApiScene.Frank, "/api/audit?activity=ActivationRequested")).Value;
        var entry = Assert.Single(all);
        Assert.Equal("activations", entry["category"]!.ToString());
        Assert.Equal("Alice Andersen", entry["initiatedBy"]!["user"]!["displayName"]!.ToString());
        Assert.Equal(
            ["User", "Role", "Scope"],
            entry["targetResources"]!.AsArray().Select(t => t!["type"]!.ToString())
        );
        Assert.Equal(64, entry["@pimbot.hash"]!.ToString().Length);
    }

    [Fact]
    [Rule("E4")]
    public async Task Everybody_else_gets_their_own()
    {
        await FillAsync();
        var own = (await scene.GetAsync("Alice", "/api/audit")).Value;
        Assert.NotEmpty(own);
        Assert.All(own, e => Assert.Contains(scene.IdOf("Alice"), e.ToJsonString(), StringComparison.Ordinal));
        Assert.Empty((await scene.GetAsync("Alice", $"/api/audit?actor={scene.IdOf("Frank")}")).Value);
        Assert.Empty((await scene.GetAsync("Dan", "/api/audit")).Value);
    }

    [Theory]
    [InlineData("?since=2026-03-01")]
    [InlineData("?until=yesterday")]
    [InlineData("?kind=gossip")]
    [InlineData("?activity=Nothing")]
    [InlineData("?activity=50")]
    [InlineData("?request=17")]
    [InlineData("?colour=red")]
    [InlineData("?$skipToken=AAAA")]
    [InlineData("/export")]
    [InlineData("/export?format=pdf")]
    [InlineData("/export?format=csv&since=2026")]
    [InlineData("/holdings?role=x")]
    [InlineData("/holdings?role=x&since=2026-03-02T00:00:00Z&until=2026-03-01T00:00:00Z")]
    public async Task What_can_not_be_meant_is_refused(string query) =>
        (await scene.GetAsync(ApiScene.Frank, $"/api/audit{query}")).IsProblem(HttpStatusCode.BadRequest, "BadRequest");

    [Theory]
    [InlineData("/api/audit")]
    [InlineData("/api/audit/export?format=csv")]
    [InlineData("/api/audit/holdings")]
    public async Task Nobody_gets_anything_without_a_token(string path) =>
        (await scene.SendAsync(HttpMethod.Get, path, null)).IsProblem(
            HttpStatusCode.Unauthorized,
            "InvalidAuthenticationToken"
        );

    [Fact]
    [Rule("U10")]
    public async Task A_whole_export_of_whoever_sees_everything_is_a_chain_that_verifies()
    {
        await FillAsync();
        await scene.PostAsync(ApiScene.Emergency, "/api/elevation", new() { ["justification"] = "export" });
        var (headers, text) = await ExportAsync(ApiScene.Emergency, "format=jsonl");
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var entries = lines.Select(line => AuditLine.Read(line).Entry!).ToList();

        Assert.Equal("whole", headers.GetValues("PimBot-Audit-Chain").Single());
        Assert.Equal("1", headers.GetValues("PimBot-Audit-First").Single());
        Assert.Null(AuditChain.FirstFault(entries, AuditChain.Beginning, 1));
        Assert.Equal(entries[^1].Sequence.ToString(null, null), headers.GetValues("PimBot-Audit-Last").Single());
        Assert.Contains(entries, e => e.Event.Action is AuditAction.AccessElevated);
    }

    [Fact]
    public async Task A_part_says_that_it_is_one()
    {
        await FillAsync();
        foreach (var query in new[] { "format=jsonl", "format=jsonl&kind=activations", "format=csv&bom=true" })
        {
            var (headers, _) = await ExportAsync(ApiScene.Frank, query);
            Assert.Equal("part", headers.GetValues("PimBot-Audit-Chain").Single());
        }
    }

    [Fact]
    [Rule("U10")]
    public async Task Every_export_is_recorded()
    {
        await ExportAsync("Alice", "format=csv");
        var taken = Assert.Single(await scene.Scene.Audit(), e => e.Event.Action is AuditAction.AuditExported);
        Assert.Equal(scene.IdOf("Alice"), taken.Event.Actor?.Value);
        Assert.StartsWith("api:", taken.Event.Source, StringComparison.Ordinal);
        Assert.StartsWith("Csv:part:1-", taken.Event.Detail, StringComparison.Ordinal);
    }

    [Fact]
    [Rule("U10")]
    public async Task No_cell_of_a_spreadsheet_is_a_formula_whatever_names_and_reasons_are()
    {
        const string Formula = "=HYPERLINK(\"https://evil.example\",\"click\")";
        await scene.Scene.Changes(
            async (work, stop) =>
            {
                var alice = (await work.Directory.FindPersonAsync(new PersonId(scene.IdOf("Alice")), stop))!;
                await work.Directory.UpdateAsync(alice with { Name = "+Alice,\"x\"" }, stop);
                foreach (var reason in new[] { Formula, "@SUM(1)", "\t=1", "＝1", "-2+3", "line\r\nbreak", "\u200B=1" })
                {
                    work.Audit.Append(
                        new AuditEvent
                        {
                            Action = AuditAction.ActivationRequested,
                            Actor = alice.Id,
                            Reason = reason,
                        }
                    );
                }
            }
        );

        var (_, text) = await ExportAsync("Alice", "format=csv");
        Assert.Contains("\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"click\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains("\"'+Alice,\"\"x\"\"\"", text, StringComparison.Ordinal);
        foreach (var cell in new[] { "'@SUM(1)", "'\t=1", "'＝1", "'-2+3", "line\r\nbreak", "'\u200B=1" })
        {
            Assert.Contains($"\"{cell}\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_held_a_role_is_answered_for_those_who_may_know()
    {
        var path = $"/api/audit/holdings?role={Asking.Exchange}&since=2026-03-01T00:00:00Z&until=2026-03-03T00:00:00Z";
        Assert.Empty((await scene.GetAsync(ApiScene.Frank, path)).Value);
        var eligible = (await scene.GetAsync(ApiScene.Frank, $"{path}&includeEligible=true&$top=1"));
        Assert.Equal("eligible", Assert.Single(eligible.Value)["assignmentType"]!.ToString());
        Assert.NotNull(eligible.Body!["@odata.nextLink"]);
        var own = (await scene.GetAsync("Alice", $"{path}&includeEligible=true")).Value;
        Assert.Equal(scene.IdOf("Alice"), Assert.Single(own)["principal"]!["id"]!.ToString());
    }

    private async Task FillAsync()
    {
        await scene.Scene.Alice.Says("activate Exchange Administrator for 2h because mailbox migration");
        await scene.Scene.Frank.Says("assign Helpdesk Administrator to Erin eligible for 3 months because team change");
    }

    private async Task<(HttpResponseHeaders Headers, string Text)> ExportAsync(string person, string query)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri($"/api/audit/export?{query}", UriKind.Relative)
        );
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", scene.Token(person));
        using var response = await scene.Scene.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (response.Headers, Encoding.UTF8.GetString(bytes));
    }
}
