using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Channel.Auth;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Auth;

public sealed class SigningKeyTests : IAsyncLifetime
{
    private static readonly Signer NewKey = new("key-2", "msteams");
    private BotHost host = null!;

    public static TheoryData<string> Broken => [.. BrokenAnswers.Keys];

    private static readonly Dictionary<string, Func<HttpContext, Task>> BrokenAnswers = new()
    {
        ["500"] = c => Status(c, 500),
        ["404"] = c => Status(c, 404),
        ["empty"] = c => Status(c, 200),
        ["HTML"] = c => c.Response.WriteAsync("<html>Sign in</html>"),
        ["JSON that is no object"] = c => c.Response.WriteAsync("[]"),
        ["an object without what is needed"] = c => c.Response.WriteAsync("{}"),
        ["no keys"] = c => c.Response.WriteAsync("""{"keys":[],"jwks_uri":"ftp://x/"}"""),
        ["keys of no use"] = c =>
            c.Response.WriteAsync(
                """{"keys":[{"kty":"EC","kid":"key-1"},{"kty":"RSA","kid":"key-1","n":"AQAB","e":"AQAB"},7,null]}"""
            ),
        ["too long"] = c => c.Response.WriteAsync("{\"x\":\"" + new string('x', 600_000) + "\"}"),
        ["too deep"] = c =>
            c.Response.WriteAsync("{\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}"),
        ["redirect to where the right answer is"] = c =>
        {
            c.Response.Redirect(c.Request.Path + "?again");
            return Task.CompletedTask;
        },
    };

    public async ValueTask InitializeAsync() => host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Keys_are_fetched_once_for_many_requests_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.PostAsync(BotHost.Message())));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal((1, 1), (host.Issuer.MetadataFetches, host.Issuer.KeyFetches));
    }

    [Fact]
    public async Task A_new_key_is_fetched_at_once_and_answers_the_request_that_brought_it()
    {
        await Expect(HttpStatusCode.OK);
        host.Issuer.Keys.Add(NewKey);
        await Expect(HttpStatusCode.OK, NewKey);
        Assert.Equal(2, host.Issuer.KeyFetches);
    }

    [Fact]
    public async Task Many_requests_with_a_new_key_at_once_share_one_fetch()
    {
        await Expect(HttpStatusCode.OK);
        host.Issuer.Keys.Add(NewKey);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Expect(HttpStatusCode.OK, NewKey)));
        Assert.Equal(2, host.Issuer.KeyFetches);
    }

    [Fact]
    public async Task Unknown_keys_cause_at_most_one_fetch_a_minute()
    {
        await Expect(HttpStatusCode.OK);
        for (var i = 0; i < 10; i++)
        {
            await Expect(HttpStatusCode.Unauthorized, NewKey);
        }

        Assert.Equal(2, host.Issuer.KeyFetches);
        host.Issuer.Keys.Add(NewKey);
        host.Clock.Advance(TimeSpan.FromSeconds(59));
        await Expect(HttpStatusCode.Unauthorized, NewKey);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Expect(HttpStatusCode.OK, NewKey);
        Assert.Equal(3, host.Issuer.KeyFetches);
    }

    [Fact]
    public async Task A_token_for_another_bot_causes_no_fetch()
    {
        var claims = host.Claims();
        claims["aud"] = "another";
        using var response = await host.PostAsync(BotHost.Message().ToJsonString(), host.Signer.Sign(claims));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(0, host.Issuer.MetadataFetches);
    }

    [Fact]
    public async Task A_withdrawn_key_is_refused_after_a_day()
    {
        await Expect(HttpStatusCode.OK);
        host.Issuer.Keys[0] = NewKey;
        host.Clock.Advance(TimeSpan.FromHours(24));
        await Expect(HttpStatusCode.Unauthorized, host.Signer);
        await Expect(HttpStatusCode.OK, NewKey);
    }

    [Fact]
    public async Task Keys_are_renewed_in_the_background_after_half_a_day()
    {
        await Expect(HttpStatusCode.OK);
        host.Clock.Advance(TimeSpan.FromHours(12));
        var renewed = new TaskCompletionSource();
        host.Issuer.KeySet = _ =>
        {
            renewed.TrySetResult();
            return Task.CompletedTask;
        };
        await Expect(HttpStatusCode.OK);
        await renewed.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Without_any_keys_nothing_can_be_checked_and_the_next_request_asks_again(string answer)
    {
        host.Issuer.KeySet = BrokenAnswers[answer];
        await Expect(HttpStatusCode.ServiceUnavailable);
        await Expect(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(2, host.Issuer.KeyFetches);
        host.Issuer.KeySet = null;
        await Expect(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Broken_metadata_leads_to_no_keys(string answer)
    {
        host.Issuer.Metadata = BrokenAnswers[answer];
        await Expect(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(0, host.Issuer.KeyFetches);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task The_last_good_keys_serve_for_a_day_while_fetches_fail(string answer)
    {
        await Expect(HttpStatusCode.OK);
        host.Issuer.KeySet = BrokenAnswers[answer];
        host.Clock.Advance(TimeSpan.FromHours(23));
        await Expect(HttpStatusCode.OK);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await Expect(HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("http://keys.example/keys")]
    [InlineData("https://user@127.0.0.1/keys")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/keys")]
    [InlineData("")]
    public async Task Keys_are_not_fetched_from_just_anywhere(string url)
    {
        host.Issuer.JwksUri = url;
        await Expect(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(0, host.Issuer.KeyFetches);
    }

    [Fact]
    public async Task A_key_id_listed_twice_is_ambiguous_and_not_used()
    {
        host.Issuer.Keys.Add(new Signer("key-1", "msteams"));
        host.Issuer.Keys.Add(NewKey);
        await Expect(HttpStatusCode.Unauthorized);
        await Expect(HttpStatusCode.OK, NewKey);
    }

    [Fact]
    public async Task An_issuer_that_does_not_answer_is_given_up_after_ten_seconds()
    {
        var asked = new TaskCompletionSource();
        host.Issuer.KeySet = async c =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        };
        var pending = Expect(HttpStatusCode.ServiceUnavailable);
        await asked.Task;
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await pending;
    }

    [Fact]
    public async Task Only_so_many_requests_wait_for_a_slow_fetch_and_the_rest_are_told_to_come_back()
    {
        await Expect(HttpStatusCode.OK);
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Issuer.KeySet = async c =>
        {
            asked.TrySetResult();
            await answer.Task.WaitAsync(c.RequestAborted);
            c.Response.StatusCode = 500;
        };
        var check = host.App.Services.GetRequiredService<TokenCheck>();
        var flood = Enumerable
            .Range(0, SigningKeyCache.MostWaiting + 50)
            .Select(_ => check.CheckAsync(BotHost.RequestWith("Bearer " + NewKey.Sign(host.Claims()))))
            .ToList();
        await asked.Task;
        Assert.Equal(50, flood.Count(f => f.IsCompleted));
        await Expect(HttpStatusCode.ServiceUnavailable, NewKey);
        await Expect(HttpStatusCode.OK);
        answer.SetResult();
        var verdicts = await Task.WhenAll(flood);
        Assert.Equal(50, verdicts.Count(v => v.Refusal == AuthReason.TooManyTokens));
        Assert.Equal(SigningKeyCache.MostWaiting, verdicts.Count(v => v.Refusal == AuthReason.KeyUnknown));
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async Task Expect(HttpStatusCode status, Signer? signer = null)
    {
        var token = (signer ?? host.Signer).Sign(host.Claims());
        using var response = await host.PostAsync(BotHost.Message().ToJsonString(), token);
        Assert.Equal(status, response.StatusCode);
    }
}
