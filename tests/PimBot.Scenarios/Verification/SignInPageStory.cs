using System.Net;
using PimBot.Domain.Activations;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

/// <summary>Every outcome has a clear page, and no page says more than it must.</summary>
public sealed class SignInPageStory
{
    [Theory]
    [InlineData("access_denied", HttpStatusCode.Forbidden, "The sign-in was declined")]
    [InlineData("interaction_required", HttpStatusCode.Forbidden, "The sign-in was not finished")]
    [InlineData("login_required", HttpStatusCode.Forbidden, "The sign-in was not finished")]
    [InlineData("consent_required", HttpStatusCode.Forbidden, "The sign-in was not finished")]
    [InlineData("temporarily_unavailable", HttpStatusCode.ServiceUnavailable, "Sign-in is out of order")]
    [InlineData("server_error", HttpStatusCode.ServiceUnavailable, "Sign-in is out of order")]
    [InlineData("invalid_request", HttpStatusCode.BadRequest, "The sign-in did not come to its end")]
    [InlineData("<b>bold\r\nnews", HttpStatusCode.BadRequest, "The sign-in did not come to its end")]
    public async Task What_the_provider_refuses_is_said_in_our_words(
        string error,
        HttpStatusCode status,
        string heading
    )
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        scene.Channel.OpenId.Error = error;

        var page = await browser.Verifies(scene.Alice.VerificationLink());

        Assert.Equal((status, heading), (page.Status, page.Heading));
        Assert.True(page.OffersToTryAgain);
        Assert.DoesNotContain("script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("bold", page.Html + string.Join('\n', scene.Logs), StringComparison.Ordinal);
        Assert.Equal(RequestState.AwaitingVerification, (await scene.TheRequestOf(scene.Alice)).State);
    }

    [Theory]
    [InlineData(500, """{"error":"server_error","error_description":"words of theirs"}""", 503)]
    [InlineData(503, "<html>words of theirs</html>", 503)]
    [InlineData(200, "words of theirs", 503)]
    [InlineData(200, "", 503)]
    [InlineData(200, "null", 503)]
    [InlineData(200, "[]", 503)]
    [InlineData(200, "{}", 503)]
    [InlineData(200, """{"token_type":"Bearer","access_token":"x","expires_in":3600}""", 503)]
    [InlineData(200, """{"token_type":"Bearer","access_token":"x","expires_in":3600,"id_token":"no.token"}""", 503)]
    [InlineData(200, """{"token_type":"Bearer","access_token":"x","expires_in":3600,"id_token":"a.b.c"}""", 503)]
    [InlineData(401, """{"error":"invalid_client","error_description":"words of theirs"}""", 503)]
    [InlineData(400, """{"error":"invalid_grant","error_description":"words of theirs"}""", 400)]
    [InlineData(302, "", 503)]
    public async Task A_token_endpoint_that_fails_has_no_effect(int status, string body, int expected)
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        scene.Channel.OpenId.TokenFault = (status, body);

        var page = await browser.Verifies(scene.Alice.VerificationLink());

        Assert.Equal(expected, (int)page.Status);
        Assert.True(page.OffersToTryAgain);
        Assert.DoesNotContain("words of theirs", page.Html + string.Join('\n', scene.Logs), StringComparison.Ordinal);
        Assert.Null((await scene.TheRequestOf(scene.Alice)).Proof);

        scene.Channel.OpenId.TokenFault = null;
        Assert.Equal("You are verified", (await browser.Verifies(scene.Alice.VerificationLink())).Heading);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_given_up_after_ten_seconds()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var forever = new TaskCompletionSource();
        scene.Channel.OpenId.Hold = forever.Task;
        var back = await browser.SignsIn(await browser.Begins(scene.Alice.VerificationLink()));

        var coming = browser.Opens(back);
        await scene.Channel.OpenId.TokenAsked.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(coming.IsCompleted);
        scene.Clock.Jump(TimeSpan.FromSeconds(10));
        var page = await coming;
        forever.SetResult();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Sign-in is out of order"), (page.Status, page.Heading));
        Assert.Null((await scene.TheRequestOf(scene.Alice)).Proof);
    }

    [Fact]
    public async Task While_the_providers_metadata_is_down_no_sign_in_begins()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        scene.Channel.OpenId.IsMetadataDown = true;
        var link = scene.Alice.VerificationLink();
        await browser.Opens(link);

        var page = await browser.Presses(link);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Sign-in is out of order"), (page.Status, page.Heading));
        Assert.Empty(await scene.OpenSignIns());
        scene.Channel.OpenId.IsMetadataDown = false;
        Assert.Equal("You are verified", (await browser.Verifies(link)).Heading);
    }

    [Fact]
    public async Task While_the_providers_keys_are_down_nobody_is_verified()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var back = await browser.SignsIn(await browser.Begins(scene.Alice.VerificationLink()));
        scene.Channel.OpenId.IsMetadataDown = true;

        var page = await browser.Opens(back);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Sign-in is out of order"), (page.Status, page.Heading));
        Assert.Null((await scene.TheRequestOf(scene.Alice)).Proof);
    }

    [Fact]
    public async Task A_used_link_says_that_there_is_nothing_to_verify()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var link = scene.Alice.VerificationLink();
        await browser.Verifies(link);

        Assert.Equal("Nothing to verify", (await browser.Opens(link)).Heading);
        Assert.Equal("Nothing to verify", (await browser.Presses(link)).Heading);
    }

    [Fact]
    public async Task Whoever_cancels_while_signing_in_gets_nothing()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var back = await browser.SignsIn(await browser.Begins(scene.Alice.VerificationLink()));
        await scene.Alice.Clicks("Cancel request");

        Assert.Equal("Nothing to verify", (await browser.Opens(back)).Heading);
        Assert.Equal(RequestState.Canceled, (await scene.TheRequestOf(scene.Alice)).State);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task After_the_window_the_link_and_a_late_sign_in_are_refused()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var link = scene.Alice.VerificationLink();
        scene.Clock.Jump(TimeSpan.FromMinutes(14));
        var back = await browser.SignsIn(await browser.Begins(link));
        scene.Clock.Jump(TimeSpan.FromMinutes(1));

        var late = await browser.Opens(back);
        Assert.Equal((HttpStatusCode.Gone, "The time to verify is over"), (late.Status, late.Heading));
        Assert.False(late.OffersToTryAgain);
        Assert.Equal("The time to verify is over", (await browser.Opens(link)).Heading);

        await scene.Advances(TimeSpan.Zero);
        Assert.Equal(RequestState.TimedOut, (await scene.TheRequestOf(scene.Alice)).State);
        Assert.Equal("The time to verify is over", (await browser.Opens(link)).Heading);
        Assert.Equal("The time to verify is over", (await browser.Presses(link)).Heading);
    }

    [Theory]
    [InlineData("00000000000040008000000000000001")]
    [InlineData("not-a-ticket")]
    [InlineData("%3Cscript%3E")]
    public async Task A_ticket_of_no_request_leads_nowhere(string ticket)
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        await browser.Opens(scene.Alice.VerificationLink());
        var nowhere = new Uri(Browser.PublicUrl, $"/verify/{ticket}");

        foreach (var page in new[] { await browser.Opens(nowhere), await browser.Presses(nowhere) })
        {
            Assert.Equal((HttpStatusCode.NotFound, "No such request"), (page.Status, page.Heading));
            Assert.DoesNotContain("script", page.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Pages_have_no_script_no_frame_no_cache_and_no_referrer()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var question = await browser.Opens(scene.Alice.VerificationLink());
        scene.Channel.OpenId.Person = scene.Bob.Id;
        var outcome = await browser.Verifies(scene.Alice.VerificationLink());

        foreach (var page in new[] { question, outcome })
        {
            var policy = page.Headers["Content-Security-Policy"];
            Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
            Assert.EndsWith("base-uri 'none'; frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("DENY", page.Headers["X-Frame-Options"]);
            Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
            Assert.Equal("no-store", page.Headers["Cache-Control"]);
            Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", page.Html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("form-action 'none';", outcome.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("no-referrer", outcome.Headers["Referrer-Policy"]);
        // A browser would send "Origin: null" with the form of a page that says no-referrer.
        Assert.Equal("same-origin", question.Headers["Referrer-Policy"]);
    }

    [Fact]
    public async Task No_page_names_a_person_or_a_role_for_whoever_has_the_link()
    {
        await using var scene = await SignInScene.StartAsync();
        using var browser = new Browser(scene);
        var link = scene.Alice.VerificationLink();
        var pages = new List<PageSeen> { await browser.Opens(link), await browser.Verifies(link) };
        pages.Add(await browser.Opens(link));

        Assert.All(
            pages,
            page =>
            {
                Assert.DoesNotContain("Alice", page.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("Exchange", page.Html, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task The_page_of_the_playground_is_gone_where_people_really_sign_in()
    {
        await using var scene = await SignInScene.StartAsync();
        var link = scene.Alice.VerificationLink();

        using var answer = await scene.Http.PostAsync(
            new Uri($"{link.AbsolutePath}/pass", UriKind.Relative),
            content: null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null((await scene.TheRequestOf(scene.Alice)).Proof);
    }
}
