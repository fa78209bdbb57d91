using System.Diagnostics;
using System.Net.Http.Headers;

namespace PimBot.Benchmarks.Load;

/// <summary>Requests that nobody should be let in by: forged, expired, for another bot, of another issuer, no token at all.</summary>
internal sealed class BadTokens
{
    private const int Senders = 32;
    private const int Forgeries = 2000;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(10);

    private readonly IReadOnlyList<string> tokens;

    public BadTokens(LoadChannel channel)
    {
        var (issuer, url) = (channel.Issuer, channel.ServiceUrl);
        var good = issuer.ChannelToken(url);
        tokens =
        [
            .. Enumerable.Range(0, Forgeries).Select(i => Forge(good, i)),
            issuer.ChannelToken(url, claims => claims["exp"] = 1_000_000_000),
            issuer.ChannelToken(url, claims => claims["aud"] = Guid.NewGuid().ToString()),
            issuer.ChannelToken(url, claims => claims["iss"] = "https://api.botframework.com"),
            "nonsense",
        ];
    }

    /// <summary>Sends so many a second until it is stopped; returns how many were answered.</summary>
    public async Task<int> PourAsync(Uri bot, int perSecond, CancellationToken stop)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = bot };
        var answered = await Task.WhenAll(
            Enumerable.Range(0, Senders).Select(sender => PourAsync(client, sender, (double)perSecond / Senders, stop))
        );
        return answered.Sum();
    }

    private async Task<int> PourAsync(HttpClient client, int sender, double perSecond, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        var sent = 0;
        while (!stop.IsCancellationRequested)
        {
            for (; sent < Stopwatch.GetElapsedTime(start).TotalSeconds * perSecond; sent++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "api/messages");
                var token = tokens[(sent + (sender * 61)) % tokens.Count];
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                using var response = await client.SendAsync(request, CancellationToken.None);
            }

            await Task.Delay(Slice, TimeProvider.System, CancellationToken.None);
        }

        return sent;
    }

    /// <summary>A good token with another signature of the right length.</summary>
    public static string Forge(string good, int number)
    {
        var signature = new byte[256];
        new Random(number).NextBytes(signature);
        var end = good.LastIndexOf('.');
        return good[..(end + 1)] + System.Buffers.Text.Base64Url.EncodeToString(signature);
    }
}
