using Microsoft.Extensions.DependencyInjection;
using PimBot.Channel.Auth;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Auth;

/// <summary>Measures memory, so it runs while nothing else does.</summary>
[Collection(nameof(Alone))]
public sealed class StrangerMemoryTests
{
    /// <summary>Signed well, for this bot, by tenants that nobody configured: what they leave behind is nothing.</summary>
    [Fact]
    public async Task Tokens_of_100_000_random_tenants_cost_no_memory_and_no_fetch()
    {
        await using var scene = await EntraScene.StartAsync();
        var random = new Random(17);
        var guid = new byte[16];
        var header = Signer.Encode("""{"alg":"RS256","kid":"entra-1"}""");
        var signature = scene.Sign(scene.First()).Split('.')[2];
        var check = scene.Host.App.Services.GetRequiredService<TokenCheck>();
        await SendAsync(1000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await SendAsync(100_000);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.InRange(grown, long.MinValue, 5_000_000);
        Assert.Equal((0, 0), (scene.Entra.MetadataFetches, scene.Host.Issuer.MetadataFetches));

        async Task SendAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                random.NextBytes(guid);
                var tenant = new Guid(guid).ToString();
                var issuer =
                    i % 2 == 0
                        ? $"https://sts.windows.net/{tenant}/"
                        : $"https://login.microsoftonline.com/{tenant}/v2.0";
                var payload =
                    $$"""{"iss":"{{issuer}}","aud":"{{BotHost.AppId}}","tid":"{{tenant}}","exp":9999999999}""";
                var context = BotHost.RequestWith($"Bearer {header}.{Signer.Encode(payload)}.{signature}");
                Assert.Equal(AuthReason.IssuerMismatch, (await check.CheckAsync(context)).Refusal);
            }
        }
    }
}
