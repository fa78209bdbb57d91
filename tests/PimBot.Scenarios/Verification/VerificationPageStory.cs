using System.Net;
using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

public sealed class VerificationPageStory
{
    [Fact]
    public async Task The_page_says_who_and_what_and_offers_pass_and_fail()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);

        var (response, html) = await Opens(scene, scene.Alice.VerificationLink());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Is it you, Alice Andersen?", html, StringComparison.Ordinal);
        Assert.Contains("Global Administrator", html, StringComparison.Ordinal);
        Assert.Contains("<button class=\"go\">Pass</button>", html, StringComparison.Ordinal);
        Assert.Contains("<button>Fail</button>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_no_script_and_a_policy_that_allows_none()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);

        var (response, html) = await Opens(scene, scene.Alice.VerificationLink());

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task A_name_with_markup_is_shown_as_letters()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Changes(
            async (work, stop) =>
            {
                var alice = await work.Directory.FindPersonAsync(new PersonId(scene.Alice.Id), stop);
                await work.Directory.UpdateAsync(alice! with { Name = "<img src=x onerror=alert(1)>" }, stop);
            }
        );
        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);

        var (_, html) = await Opens(scene, scene.Alice.VerificationLink());

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("&lt;img", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/verify/00000000000040008000000000000001")]
    [InlineData("/verify/not-an-id")]
    [InlineData("/verify/")]
    [InlineData("/verify/../api/access")]
    public async Task A_link_that_leads_nowhere_is_not_found(string path)
    {
        await using var scene = await Scene.StartAsync();

        var (response, html) = await Opens(scene, new Uri(scene.Http.BaseAddress!, path));

        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_request_can_be_neither_passed_nor_failed()
    {
        await using var scene = await Scene.StartAsync();
        var nowhere = new Uri(scene.Http.BaseAddress!, $"/verify/{Guid.NewGuid():N}");

        foreach (var button in new[] { "pass", "fail" })
        {
            var (status, html) = await scene.Presses(nowhere, button);
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Contains("This link leads nowhere", html, StringComparison.Ordinal);
        }

        await scene.BooksBalance();
    }

    [Fact]
    public async Task Opening_the_link_alone_passes_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);
        var link = scene.Alice.VerificationLink();

        foreach (var path in new[] { "", "/pass", "/fail" })
        {
            await Opens(scene, new Uri(link + path));
        }

        Assert.Null((await scene.TheRequestOf(scene.Alice)).Proof);
    }

    [Fact]
    public async Task A_form_on_another_site_and_a_foreign_host_name_are_refused()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);
        var link = new Uri(scene.Alice.VerificationLink() + "/pass");

        foreach (var (header, value) in new[] { ("Origin", "https://evil.example"), ("Host", "rebound.example") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, link);
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await scene.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        Assert.Null((await scene.TheRequestOf(scene.Alice)).Proof);
    }

    private static async Task<(HttpResponseMessage Response, string Html)> Opens(Scene scene, Uri page)
    {
        var response = await scene.Http.GetAsync(page, TestContext.Current.CancellationToken);
        return (response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
