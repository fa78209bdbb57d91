using System.Net;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

/// <summary>A sign-in belongs to one request, one browser and one moment.</summary>
public sealed class SignInStateStory
{
    private const string Spent = "This sign-in doesn’t count";
    private const string Cookie = "__Host-pimbot-verify";

    [Fact]
    public async Task A_replayed_callback_has_no_effect()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        scene.Channel.OpenId.Methods = ["pwd"];
        var back = await browser.SignsIn(await browser.Begins(scene.Alice.VerificationLink()));
        Assert.Equal("A second factor is needed", (await browser.Opens(back)).Heading);
        scene.Channel.OpenId.Methods = ["pwd", "mfa"];

        var page = await browser.Opens(back);

        Assert.Equal((HttpStatusCode.BadRequest, Spent), (page.Status, page.Heading));
        Assert.True(page.OffersToTryAgain);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.VerificationFailed));
        Assert.Empty(await scene.OpenSignIns());
    }

    [Fact]
    public async Task Ten_copies_of_one_callback_at_once_count_once()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var back = await browser.SignsIn(await browser.Begins(scene.Alice.VerificationLink()));

        var pages = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => browser.Opens(back)));
        await scene.Advances(TimeSpan.Zero);

        Assert.Single(pages, page => page.Heading == "You are verified");
        Assert.Equal(9, pages.Count(page => page.Heading == Spent));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.VerificationPassed));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_callback_in_a_browser_that_began_nothing_is_refused_and_uses_the_sign_in_up()
    {
        await using var scene = await SignInScene.StartAsync();
        using var alices = new Browser(scene);
        using var other = new Browser(scene);
        var back = await alices.SignsIn(await alices.Begins(scene.Alice.VerificationLink()));

        Assert.Equal(Spent, (await other.Opens(back)).Heading);
        Assert.Equal(Spent, (await alices.Opens(back)).Heading);
        Assert.Null((await scene.TheRequestOf(scene.Alice)).Proof);
    }

    [Fact]
    public async Task A_callback_in_a_browser_that_began_another_sign_in_is_refused()
    {
        await using var scene = await SignInScene.StartAsync();
        using var alices = new Browser(scene);
        using var other = new Browser(scene);
        var link = scene.Alice.VerificationLink();
        var back = await alices.SignsIn(await alices.Begins(link));
        await other.Begins(link);

        Assert.Equal(Spent, (await other.Opens(back)).Heading);
        Assert.Null((await scene.TheRequestOf(scene.Alice)).Proof);
    }

    [Fact]
    public async Task The_browsers_mark_is_kept_from_scripts_other_sites_and_other_hosts()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);

        var page = await browser.Opens(scene.Alice.VerificationLink());

        var parts = Assert.Single(page.SetCookies).Split("; ");
        Assert.StartsWith($"{Cookie}=", parts[0], StringComparison.Ordinal);
        Assert.Equal(43, parts[0].Length - Cookie.Length - 1);
        Assert.Equal(
            ["httponly", "max-age=1200", "path=/", "samesite=lax", "secure"],
            parts[1..].Select(part => part.ToLowerInvariant()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Two_tabs_of_one_browser_do_not_disturb_each_other()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var first = await browser.SignsIn(await browser.Begins(scene.Alice.VerificationLink()));
        await browser.Begins(scene.Alice.VerificationLink());

        Assert.Equal("You are verified", (await browser.Opens(first)).Heading);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    [InlineData("http://pimbot.contoso.test")]
    [InlineData("https://pimbot.contoso.test.evil.example")]
    public async Task A_form_on_another_site_begins_nothing(string? origin)
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var link = scene.Alice.VerificationLink();
        await browser.Opens(link);

        var page = await browser.Presses(link, origin);

        Assert.Equal((HttpStatusCode.Forbidden, "Begin on the page itself"), (page.Status, page.Heading));
        Assert.Empty(await scene.OpenSignIns());
    }

    [Fact]
    public async Task A_form_without_the_browsers_mark_begins_nothing()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);

        var page = await browser.Presses(scene.Alice.VerificationLink());

        Assert.Equal("Begin on the page itself", page.Heading);
        Assert.Empty(await scene.OpenSignIns());
    }

    [Fact]
    public async Task Whoever_takes_ten_minutes_to_sign_in_begins_again()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var link = scene.Alice.VerificationLink();
        var back = await browser.SignsIn(await browser.Begins(link));
        scene.Clock.Jump(TimeSpan.FromMinutes(10));

        Assert.Equal(Spent, (await browser.Opens(back)).Heading);
        Assert.Equal("You are verified", (await browser.Verifies(link)).Heading);
    }

    [Fact]
    public async Task A_sign_in_that_was_left_is_forgotten()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        await browser.Begins(scene.Alice.VerificationLink());
        Assert.Single(await scene.OpenSignIns());

        await scene.Advances(TimeSpan.FromMinutes(11));

        Assert.Empty(await scene.OpenSignIns());
    }

    [Fact]
    public async Task Whoever_has_the_link_can_keep_ten_sign_ins_open_and_the_oldest_gives_way()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var link = scene.Alice.VerificationLink();
        var backs = new List<Uri>();
        for (var times = 0; times < 12; times++)
        {
            backs.Add(await browser.SignsIn(await browser.Begins(link)));
            scene.Clock.Jump(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(10, (await scene.OpenSignIns()).Count);
        Assert.Equal(Spent, (await browser.Opens(backs[1])).Heading);
        Assert.Equal("You are verified", (await browser.Opens(backs[2])).Heading);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=x")]
    [InlineData("?code=x&state=")]
    [InlineData("?code=x&state=short")]
    [InlineData("?code=x&state=00000000000040008000000000000001.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("?code=x&state=00000000000040008000000000000001.%00AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("?error=%3Cscript%3E&error_description=%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task A_callback_that_nobody_was_sent_to_is_refused(string query)
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);

        var page = await browser.Opens(new Uri(Browser.PublicUrl, "/verify/callback" + query));

        Assert.Equal((HttpStatusCode.BadRequest, Spent), (page.Status, page.Heading));
        Assert.DoesNotContain("script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.False(page.OffersToTryAgain);
    }

    [Fact]
    public async Task A_state_that_comes_twice_is_none()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var back = await browser.SignsIn(await browser.Begins(scene.Alice.VerificationLink()));
        var state = System.Web.HttpUtility.ParseQueryString(back.Query)["state"];

        Assert.Equal(Spent, (await browser.Opens(new Uri($"{back}&state={state}"))).Heading);
        Assert.Equal("You are verified", (await browser.Opens(back)).Heading);
    }

    [Fact]
    public async Task A_sign_in_begun_before_a_restart_ends_after_it()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var back = await browser.SignsIn(await browser.Begins(scene.Alice.VerificationLink()));

        await scene.Restarts();

        Assert.Equal("You are verified", (await browser.Opens(back)).Heading);
        Assert.Equal(RequestState.PendingProvisioning, (await scene.TheRequestOf(scene.Alice)).State);
    }
}
