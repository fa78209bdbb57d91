using System.Net;
using System.Text.Json.Nodes;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

/// <summary>A copy of a review's results from chat: a link that only its person can use, once, for a short time.</summary>
public sealed class ReviewExportStory
{
    [Fact]
    [Rule("I13")]
    public async Task The_form_is_asked_for_and_the_file_holds_every_member_with_answer_and_result()
    {
        await using var scene = await EndedAsync();
        await scene.Frank.Clicks("Export");
        scene.Frank.Sees("CSV opens in a spreadsheet.");
        await scene.Frank.Clicks("JSON Lines");
        scene.Frank.Sees("it works once, for 5 minutes");

        var (status, type, text) = await scene.TakesExport(await scene.OpensExport(scene.Frank));

        Assert.Equal((HttpStatusCode.OK, "application/jsonl"), (status, type));
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(
            ["Alice Andersen Deny Removed", "Ivan Ito NotReviewed Kept"],
            rows.Select(row => $"{row["principalName"]} {row["answer"]} {row["result"]}")
        );
        Assert.Equal("Bob Berg", rows[0]["answeredByName"]!.ToString());
        Assert.Equal("Exchange Administrator", rows[0]["roleName"]!.ToString());
        Assert.Null(rows[1]["answeredAt"]);
        var taken = Assert.Single(await scene.Audit(), e => e.Event.Action is AuditAction.ReviewExported);
        Assert.Equal(
            (scene.Frank.Id, "export", ReviewScene.Exchange),
            (taken.Event.Actor?.Value, taken.Event.Source, taken.Event.Access!.Value)
        );
        await scene.Frank.Says("audit");
        scene.Frank.Sees("Frank Fischer took a copy of the results of the access review of Exchange Administrator");
    }

    [Fact]
    [Rule("I13")]
    public async Task No_name_and_no_word_of_a_reviewer_is_a_formula_in_a_spreadsheet()
    {
        await using var scene = await EndedAsync("=HYPERLINK(\"x\"), left");
        await scene.Changes(
            async (work, stop) =>
            {
                var alice = (await work.Directory.FindPersonAsync(scene.Alice.Key(), stop))!;
                await work.Directory.UpdateAsync(alice with { Name = "=cmd|'/C calc'!A0" }, stop);
            }
        );
        await scene.Frank.Clicks("Export");
        await scene.Frank.Clicks("CSV");

        var (_, type, text) = await scene.TakesExport(await scene.OpensExport(scene.Frank));

        Assert.Equal("text/csv", type);
        Assert.StartsWith("\uFEFF\"review\",\"reviewName\"", text, StringComparison.Ordinal);
        Assert.Contains(",\"'=cmd|'/C calc'!A0\",", text, StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(\"\"x\"\"), left\",", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_works_once_and_for_5_minutes()
    {
        await using var scene = await EndedAsync();
        await AsksAsync(scene, scene.Frank);
        var page = await scene.OpensExport(scene.Frank);
        Assert.Equal(HttpStatusCode.OK, (await scene.TakesExport(page)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await scene.TakesExport(page)).Status);

        await scene.Frank.Clicks("Back");
        await AsksAsync(scene, scene.Frank);
        var late = await scene.OpensExport(scene.Frank);
        await scene.Advances(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.Gone, (await scene.TakesExport(late)).Status);
        Assert.Single(await scene.Audit(), e => e.Event.Action is AuditAction.ReviewExported);
    }

    [Fact]
    public async Task Whoever_signs_in_as_somebody_else_gets_no_key()
    {
        await using var scene = await EndedAsync(options: new SceneOptions { PublicUrl = Browser.PublicUrl });
        await AsksAsync(scene, scene.Frank);
        var link = scene.Frank.VerificationLink();
        using var browser = new Browser(scene);
        scene.Channel.OpenId.Person = scene.Bob.Id;
        var other = await browser.Verifies(link);
        Assert.DoesNotContain("name=\"key\"", other.Html, StringComparison.Ordinal);

        scene.Channel.OpenId.Person = scene.Frank.Id;
        var own = await browser.Verifies(link);
        Assert.Contains("Your copy of the review’s results", own.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await scene.TakesExport(own.Html)).Status);
    }

    [Fact]
    public async Task Rights_are_those_of_the_moment_in_which_the_file_is_taken()
    {
        await using var scene = await EndedAsync();
        await AsksAsync(scene, scene.Frank);
        var page = await scene.OpensExport(scene.Frank);
        await scene.Disables(scene.Frank);

        var (status, _, text) = await scene.TakesExport(page);

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.DoesNotContain("Alice", text, StringComparison.Ordinal);
        Assert.Equal(0, await scene.CountsAudited(AuditAction.ReviewExported));
    }

    [Fact]
    public async Task A_reviewer_who_may_not_read_the_results_gets_no_link()
    {
        await using var scene = await EndedAsync();
        await scene.Frank.Clicks("Export");
        var click = ReviewScene.ButtonOf(scene.Frank.LastCard, "CSV")!;

        var answer = await scene.Bob.Invokes(click);

        Assert.Contains("There is no such review for you.", answer.Body, StringComparison.Ordinal);
        Assert.Empty(await scene.Reads((work, stop) => work.Bot.ListAsync("export/", stop)));
    }

    /// <summary>Bob denied Alice, nobody answered about Ivan, and Frank looks at the results.</summary>
    private static async Task<Scene> EndedAsync(string reason = "left the project", SceneOptions? options = null)
    {
        var scene = options is null ? await Scene.StartAsync() : await Scene.StartAsync(options);
        await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        await scene.Bob.Clicks("Deny", new { reason });
        await scene.Advances(TimeSpan.FromDays(14));
        await scene.Frank.Clicks("Results");
        return scene;
    }

    private static async Task AsksAsync(Scene scene, TestPerson person)
    {
        await person.Clicks("Export");
        await person.Clicks("CSV");
    }
}
