using System.Net;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

/// <summary>A copy of the audit from chat: a link that only its person can use, once, for a short time.</summary>
public sealed class ExportLinkStory
{
    [Fact]
    [Rule("U10")]
    public async Task The_form_is_asked_for_and_the_file_holds_what_was_wanted()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("export audit");
        scene.Frank.Sees("CSV opens in a spreadsheet.");
        await scene.Frank.Clicks("JSON Lines");

        var (status, type, text) = await scene.TakesExport(await scene.OpensExport(scene.Frank));

        Assert.Equal((HttpStatusCode.OK, "application/jsonl"), (status, type));
        Assert.Contains("\"DirectoryLoaded\"", text, StringComparison.Ordinal);
        var taken = Assert.Single(await scene.Audit(), e => e.Event.Action is AuditAction.AuditExported);
        Assert.Equal((scene.Frank.Id, "export"), (taken.Event.Actor?.Value, taken.Event.Source));
    }

    [Theory]
    [InlineData("export audit person:Alice csv")]
    [InlineData("export audit person:Alice as csv")]
    [InlineData("export audit Alice csv")]
    [InlineData("export audit Alice in csv since:2026-03-01")]
    [InlineData("export audit csv person:\"Alice Andersen\"")]
    public async Task The_form_may_follow_a_name(string text)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says(text);

        scene.Frank.Sees("Alice Andersen");
        var (_, type, _) = await scene.TakesExport(await scene.OpensExport(scene.Frank));
        Assert.Equal("text/csv", type);
    }

    [Fact]
    public async Task A_key_works_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("export audit csv");
        var page = await scene.OpensExport(scene.Frank);

        Assert.Equal(HttpStatusCode.OK, (await scene.TakesExport(page)).Status);
        var second = await scene.TakesExport(page);
        Assert.Equal(HttpStatusCode.Gone, second.Status);
        Assert.Contains("can’t be had any more", second.Text, StringComparison.Ordinal);
        Assert.Single(await scene.Audit(), e => e.Event.Action is AuditAction.AuditExported);
    }

    [Fact]
    public async Task A_key_works_for_5_minutes_and_a_link_for_15()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("export audit csv");
        var page = await scene.OpensExport(scene.Frank);
        await scene.Advances(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.Gone, (await scene.TakesExport(page)).Status);

        await scene.Frank.Says("export audit csv");
        var link = scene.Frank.VerificationLink();
        await scene.Advances(TimeSpan.FromMinutes(15));
        var late = await scene.Presses(link, "pass");
        Assert.DoesNotContain("name=\"key\"", late.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_the_link_twice_gives_one_key_and_a_guessed_key_gives_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("export audit csv");
        var page = await scene.OpensExport(scene.Frank);
        var again = await scene.Presses(scene.Frank.VerificationLink(), "pass");
        Assert.DoesNotContain("name=\"key\"", again.Html, StringComparison.Ordinal);

        var guessed = page.Replace(ExportPages.KeyOf(page), new string('A', 43), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await scene.TakesExport(guessed)).Status);
        Assert.Equal(HttpStatusCode.OK, (await scene.TakesExport(page)).Status);
    }

    [Fact]
    public async Task Whoever_signs_in_as_somebody_else_gets_no_key()
    {
        await using var scene = await Scene.StartAsync(new SceneOptions { PublicUrl = Browser.PublicUrl });
        await scene.Frank.Says("export audit csv");
        var link = scene.Frank.VerificationLink();
        using var browser = new Browser(scene);
        scene.Channel.OpenId.Person = scene.Alice.Id;
        var other = await browser.Verifies(link);
        Assert.DoesNotContain("name=\"key\"", other.Html, StringComparison.Ordinal);
        Assert.Contains("someone else’s", other.Html, StringComparison.Ordinal);

        scene.Channel.OpenId.Person = scene.Frank.Id;
        var own = await browser.Verifies(link);
        Assert.Contains("Your copy of the audit", own.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await scene.TakesExport(own.Html)).Status);
    }

    [Fact]
    public async Task The_sign_in_for_a_file_counts_for_nothing_else()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("export audit csv");
        await scene.OpensExport(scene.Frank);

        Assert.Empty(await scene.Reads((work, stop) => work.Bot.ListAsync("verified/", stop)));
        scene.Frank.DoesNotSee("Now repeat what you wanted");
    }

    [Fact]
    public async Task The_keys_hash_is_kept_and_not_the_key()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("export audit csv");
        var key = ExportPages.KeyOf(await scene.OpensExport(scene.Frank));

        var kept = Assert.Single(await scene.Reads((work, stop) => work.Bot.ListAsync("export/", stop)));
        Assert.DoesNotContain(key, kept.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_are_those_of_the_moment_in_which_the_file_is_taken()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("export audit csv");
        var page = await scene.OpensExport(scene.Frank);
        await scene.Disables(scene.Frank);

        var (_, _, text) = await scene.TakesExport(page);
        Assert.DoesNotContain("DirectoryLoaded", text, StringComparison.Ordinal);
    }

    [Fact]
    [Rule("U10")]
    public async Task Everybody_else_exports_their_own()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(SignInScene.AskForExchange);
        await scene.Alice.Says("export my audit csv");
        var (_, _, text) = await scene.TakesExport(await scene.OpensExport(scene.Alice));

        Assert.StartsWith("\uFEFF\"sequence\"", text, StringComparison.Ordinal);
        Assert.Contains("ActivationRequested", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DirectoryLoaded", text, StringComparison.Ordinal);
    }
}
