using System.Net;
using System.Net.Sockets;
using System.Text;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Auth;

public sealed class TokenCheckTests : IAsyncLifetime
{
    /// <summary>A body that would be answered with 400 if it were parsed.</summary>
    private static readonly byte[] Unreadable = "{ this is no JSON"u8.ToArray();

    private BotHost host = null!;

    public static TheoryData<string> Refused => [.. TokenVariants.Refused.Keys];

    public static TheoryData<string> RefusedAsReceived => [.. TokenVariants.RefusedAsReceived.Keys];

    public static TheoryData<string> Accepted => [.. TokenVariants.Accepted.Keys];

    public static TheoryData<string> Nameless =>
        [.. TokenVariants.NotVouched.Where(v => v.Value.Reason == "ServiceUrlClaimMissing").Select(v => v.Key)];

    public static TheoryData<string> NotVouched => [.. TokenVariants.NotVouched.Keys];

    public async ValueTask InitializeAsync() => host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_request_is_refused_before_its_body_is_read(string variant)
    {
        var (reason, make) = TokenVariants.Refused[variant];
        using var response = await host.PostAsync(Unreadable, make(host));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Contains($"refused before its body was read: {reason} ", host.Log.All, StringComparison.Ordinal);
        Assert.Empty(host.Bot.Turns);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    [MemberData(nameof(RefusedAsReceived))]
    public async Task The_body_of_a_refused_request_stays_unread(string variant)
    {
        var (reason, make) = TokenVariants.Refused.TryGetValue(variant, out var row)
            ? row
            : TokenVariants.RefusedAsReceived[variant];
        var (status, wasTouched) = await host.PostUnreadableAsync(make(host));
        Assert.Equal((401, false), (status, wasTouched));
        Assert.Contains($": {reason} ", host.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Nameless))]
    public async Task The_body_stays_unread_when_the_token_names_no_service_url(string variant)
    {
        var (_, make) = TokenVariants.NotVouched[variant];
        var (status, wasTouched) = await host.PostUnreadableAsync("Bearer " + make(host));
        Assert.Equal((403, false), (status, wasTouched));
    }

    [Fact]
    public void The_table_has_at_least_120_refused_tokens() =>
        Assert.InRange(
            TokenVariants.Refused.Count + TokenVariants.RefusedAsReceived.Count + TokenVariants.NotVouched.Count,
            120,
            int.MaxValue
        );

    [Fact]
    public async Task A_body_that_fails_would_show_in_these_tests()
    {
        var (status, wasTouched) = await host.PostUnreadableAsync("Bearer " + host.GoodToken());
        Assert.Equal((503, true), (status, wasTouched));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task A_request_is_accepted(string variant)
    {
        var scheme = variant.Contains("lower case is the same scheme", StringComparison.Ordinal)
            ? "bearer "
            : "Bearer ";
        var body = Encoding.UTF8.GetBytes(BotHost.Message().ToJsonString());
        using var response = await host.PostAsync(body, scheme + TokenVariants.Accepted[variant](host));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(host.Bot.Turns);
    }

    [Theory]
    [MemberData(nameof(NotVouched))]
    public async Task A_good_token_does_not_vouch_for_an_activity_from_elsewhere(string variant)
    {
        var (reason, make) = TokenVariants.NotVouched[variant];
        using var response = await host.PostAsync(BotHost.Message().ToJsonString(), make(host));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains($": {reason} ", host.Log.All, StringComparison.Ordinal);
        Assert.Empty(host.Bot.Turns);
    }

    [Fact]
    public async Task The_answer_comes_although_the_body_never_does()
    {
        Assert.Equal("HTTP/1.1 401 Unauthorized", await StatusLineAsync("Content-Length: 1000"));
    }

    [Fact]
    public async Task Two_headers_are_refused_even_when_both_are_good()
    {
        var header = "Authorization: Bearer " + host.GoodToken();
        Assert.Equal("HTTP/1.1 401 Unauthorized", await StatusLineAsync("Content-Length: 1000", header, header));
        Assert.Contains("HeaderDoubled", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_token_is_logged()
    {
        var token = host.GoodToken();
        using var good = await host.PostAsync(BotHost.Message("a secret text").ToJsonString(), token);
        using var bad = await host.PostAsync(BotHost.Message("a secret text").ToJsonString(), token[..^8]);
        var parts = token.Split('.');
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (good.StatusCode, bad.StatusCode));
        Assert.DoesNotContain(parts[1], host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(parts[2][..^8], host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret text", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_tokens_beside_good_ones_do_not_disturb_them()
    {
        var bad = TokenVariants.Refused["key not listed"].Make(host);
        var requests = Enumerable
            .Range(0, 200)
            .Select(i => i % 2 == 0 ? host.PostAsync(Unreadable, bad) : host.PostAsync(BotHost.Message()));
        var answers = await Task.WhenAll(requests);
        Assert.Equal(100, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(100, answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized));
        Assert.InRange(host.Issuer.KeyFetches, 1, 2);
    }

    /// <summary>Sends a request's head by hand, and no body.</summary>
    private async Task<string?> StatusLineAsync(params string[] headers)
    {
        using var socket = new TcpClient();
        var cancellation = TestContext.Current.CancellationToken;
        await socket.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port, cancellation);
        string[] lines =
        [
            "POST /api/messages HTTP/1.1",
            "Host: bot",
            "Content-Type: application/json",
            .. headers,
            "",
            "",
        ];
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines)), cancellation);
        using var reader = new StreamReader(socket.GetStream());
        return await reader.ReadLineAsync(cancellation);
    }
}
