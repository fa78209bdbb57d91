using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Reviews;
using PimBot.Scenarios.Rules;

namespace PimBot.Scenarios.Api;

/// <summary>The results of a review as a file from the API.</summary>
public sealed class ReviewExportApiStory : IAsyncLifetime
{
    private const int Many = 1100;
    private ApiScene scene = null!;
    private string path = "";

    public async ValueTask InitializeAsync()
    {
        scene = await ApiScene.StartAsync();
        await scene.Scene.AddsEligible(ReviewScene.Exchange, Many);
        var review = await scene.Scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        path = $"/api/accessReviews/definitions/{review.Series}/instances/{review.Id}/decisions";
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    [Rule("I13")]
    public async Task Every_member_is_in_the_file_once_in_the_list_s_order_however_many_there_are()
    {
        var (type, text) = await FileAsync(ApiScene.Frank, "format=jsonl");
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();

        Assert.Equal("application/jsonl", type);
        Assert.Equal(Many + 2, rows.Count);
        Assert.Equal(Many + 2, rows.Select(row => row["principal"]!.ToString()).Distinct().Count());
        var listed = (await scene.GetAsync(ApiScene.Frank, $"{path}?$top=999")).Value;
        Assert.Equal(
            listed.Select(item => $"{item["principalId"]} {item["recommendation"]} {item["decision"]}"),
            rows.Take(999).Select(row => $"{row["principal"]} {row["recommendation"]} {row["answer"]}")
        );
        var taken = Assert.Single(await scene.Scene.Audit(), e => e.Event.Action is AuditAction.ReviewExported);
        Assert.Equal(scene.IdOf(ApiScene.Frank), taken.Event.Actor?.Value);
        Assert.StartsWith("api:", taken.Event.Source, StringComparison.Ordinal);
        Assert.EndsWith(" JsonLines", taken.Event.Detail, StringComparison.Ordinal);
    }

    [Fact]
    [Rule("I13")]
    public async Task No_cell_is_a_formula_whatever_names_are()
    {
        const string Name = "=cmd|'/C calc'!A0,\"x\"";
        await scene.Scene.Changes(
            async (work, stop) =>
            {
                var alice = (await work.Directory.FindPersonAsync(new PersonId(scene.IdOf("Alice")), stop))!;
                await work.Directory.UpdateAsync(alice with { Name = Name }, stop);
            }
        );

        var (type, text) = await FileAsync(ApiScene.Frank, "format=csv&bom=true");

        Assert.Equal("text/csv", type);
        Assert.StartsWith("\uFEFF\"review\",\"reviewName\",\"role\"", text, StringComparison.Ordinal);
        Assert.Contains(",\"'=cmd|'/C calc'!A0,\"\"x\"\"\",", text, StringComparison.Ordinal);
        Assert.Equal(Many + 3, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Only_who_may_read_the_results_gets_them()
    {
        await scene.Scene.Assigns(scene.Scene.Carol, ReviewScene.GlobalReaderAccess, AssignmentType.Active);
        Assert.Contains("Alice", (await FileAsync("Carol", "format=csv")).Text, StringComparison.Ordinal);

        // Bob reviews here: he lists what he answers, and has no right to the results.
        (await scene.GetAsync("Bob", path)).Is(HttpStatusCode.OK);
        foreach (var other in new[] { "Bob", "Dan" })
        {
            (await scene.GetAsync(other, $"{path}/export?format=csv")).Is(HttpStatusCode.NotFound);
        }

        (await scene.SendAsync(HttpMethod.Get, $"{path}/export?format=csv", null)).Is(HttpStatusCode.Unauthorized);
        Assert.Equal(1, await scene.Scene.CountsAudited(AuditAction.ReviewExported));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?format=pdf")]
    [InlineData("?format=csv&colour=red")]
    public async Task What_can_not_be_meant_is_refused(string query) =>
        (await scene.GetAsync(ApiScene.Frank, $"{path}/export{query}")).IsProblem(
            HttpStatusCode.BadRequest,
            "BadRequest"
        );

    [Fact]
    public async Task The_description_names_both_forms_of_both_files()
    {
        var described = (await scene.GetAsync(ApiScene.Frank, "/api/openapi.json")).Is(HttpStatusCode.OK).Body!;
        var files = described["paths"]!
            .AsObject()
            .Where(p => p.Key.EndsWith("/export", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(2, files.Count);
        foreach (var (_, file) in files)
        {
            var content = file!["get"]!["responses"]!["200"]!["content"]!.AsObject();
            Assert.Equal(["text/csv", "application/jsonl"], content.Select(c => c.Key));
        }
    }

    private async Task<(string? Type, string Text)> FileAsync(string person, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{path}/export?{query}", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", scene.Token(person));
        using var response = await scene.Scene.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (response.Content.Headers.ContentType?.MediaType, Encoding.UTF8.GetString(bytes));
    }
}
