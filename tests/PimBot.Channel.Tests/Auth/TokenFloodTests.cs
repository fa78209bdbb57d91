using System.Net;
using PimBot.Channel.Auth;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Auth;

/// <summary>What keeps a flood of bad tokens cheap, and that it opens no door.</summary>
public sealed class TokenFloodTests : IAsyncLifetime
{
    private static readonly Signer NewKey = new("key-1", "msteams");

    private BotHost host = null!;

    public async ValueTask InitializeAsync() => host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_token_that_was_accepted_is_refused_once_it_has_expired()
    {
        var token = host.GoodToken();
        await ExpectAsync(HttpStatusCode.OK, token);
        host.Clock.Advance(TimeSpan.FromSeconds(3600 + 299));
        await ExpectAsync(HttpStatusCode.OK, token);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await ExpectAsync(HttpStatusCode.Unauthorized, token);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_that_was_accepted_is_refused_once_its_key_is_withdrawn_or_replaced(bool isReplaced)
    {
        var claims = host.Claims();
        claims["exp"] = host.Seconds(1_000_000);
        var token = host.Signer.Sign(claims);
        await ExpectAsync(HttpStatusCode.OK, token);
        await ExpectAsync(HttpStatusCode.OK, token);
        host.Issuer.Keys[0] = isReplaced ? NewKey : new Signer("key-2", "msteams");
        host.Clock.Advance(TimeSpan.FromHours(24));
        await ExpectAsync(HttpStatusCode.Unauthorized, token);
        Assert.Contains(isReplaced ? "SignatureInvalid" : "KeyUnknown", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_other_token_is_taken_for_one_that_was_accepted()
    {
        var token = host.GoodToken();
        await ExpectAsync(HttpStatusCode.OK, token);
        for (var i = token.LastIndexOf('.') + 1; i < token.Length - 1; i += 7)
        {
            var changed = $"{token[..i]}{(token[i] == 'A' ? 'B' : 'A')}{token[(i + 1)..]}";
            await ExpectAsync(HttpStatusCode.Unauthorized, changed);
        }
    }

    [Fact]
    public void Only_so_many_accepted_tokens_are_remembered_and_those_in_use_stay()
    {
        var key = new SigningKey(host.Signer.Key.ExportParameters(false), "key-1", []);
        var tokens = new AcceptedTokens();
        var inUse = new AcceptedTokens.TokenHash(0, 0);
        tokens.Add(inUse, key);
        for (var i = 1; i < 10 * AcceptedTokens.MostOfGeneration; i++)
        {
            tokens.Add(new((UInt128)i, 0), key);
            Assert.InRange(tokens.Count, 1, 2 * AcceptedTokens.MostOfGeneration);
            Assert.True(tokens.Contains(inUse, key));
        }

        Assert.False(tokens.Contains(new(1, 0), key));
    }

    [Fact]
    public async Task A_gate_has_so_many_inside_so_many_waiting_and_turns_the_rest_away()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var gate = new VerificationGate(places: 2, mostWaiting: 3);
        Assert.True(await gate.EnterAsync(cancellation));
        Assert.True(await gate.EnterAsync(cancellation));
        var waiting = Enumerable.Range(0, 3).Select(_ => gate.EnterAsync(cancellation)).ToList();
        Assert.False(await gate.EnterAsync(cancellation));
        Assert.All(waiting, w => Assert.False(w.IsCompleted));
        gate.Leave();
        Assert.True(await waiting[0]);
        var next = gate.EnterAsync(cancellation);
        Assert.False(next.IsCompleted);
        using var hangsUp = new CancellationTokenSource();
        gate.Leave();
        gate.Leave();
        gate.Leave();
        Assert.All(await Task.WhenAll(waiting[1], waiting[2], next), Assert.True);
        var gone = gate.EnterAsync(hangsUp.Token);
        await hangsUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
    }

    [Fact]
    public async Task Whatever_floods_in_each_reason_is_logged_once_a_second_with_the_number_left_out()
    {
        for (var i = 0; i < 500; i++)
        {
            await host.PostUnreadableAsync("Bearer a.b.c");
            await host.PostUnreadableAsync("Basic x");
        }

        Assert.Equal((1, 1), (Lines("TokenMalformed"), Lines("NotBearer")));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.PostUnreadableAsync("Bearer a.b.c");
        Assert.Contains(
            "TokenMalformed (5; 499 more since the last such line)",
            host.Log.All,
            StringComparison.Ordinal
        );
        Assert.Equal((2, 1), (Lines("TokenMalformed"), Lines("NotBearer")));
    }

    [Fact]
    public async Task Forged_signatures_are_logged_no_more_often()
    {
        var forged = TokenVariants.Refused["signature of zeros"].Make(host);
        for (var i = 0; i < 200; i++)
        {
            await host.PostUnreadableAsync(forged);
        }

        Assert.Equal(1, Lines("SignatureInvalid"));
        Assert.Equal(0, Lines("signature library"));
    }

    private int Lines(string word) => host.Log.All.Split('\n').Count(l => l.Contains(word, StringComparison.Ordinal));

    private async Task ExpectAsync(HttpStatusCode status, string token)
    {
        using var response = await host.PostAsync(BotHost.Message().ToJsonString(), token);
        Assert.Equal(status, response.StatusCode);
    }
}
