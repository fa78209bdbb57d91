using System.Net;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

/// <summary>
/// Somebody's browser, as far as verification needs one: it keeps the cookies of the host's public address, says where a
/// form comes from, and stops at each redirect, so that a test can look at it. The public address leads to the scene's host.
/// </summary>
internal sealed class Browser(Scene scene) : IDisposable
{
    /// <summary>Where browsers reach the host in these stories, as behind a proxy that ends TLS.</summary>
    public static readonly Uri PublicUrl = new("https://pimbot.contoso.test");

    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        }
    );

    /// <summary>By name.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>Opens a page.</summary>
    public Task<PageSeen> Opens(Uri page) => Sends(HttpMethod.Get, page, origin: null);

    /// <summary>Presses the page's button.</summary>
    public Task<PageSeen> Presses(Uri page, string? origin = "https://pimbot.contoso.test") =>
        Sends(HttpMethod.Post, page, origin);

    /// <summary>Opens the link and presses the button: the address at the provider.</summary>
    public async Task<Uri> Begins(Uri link)
    {
        Assert.Equal(HttpStatusCode.OK, (await Opens(link)).Status);
        var sent = await Presses(link);
        Assert.True(sent.Status == HttpStatusCode.SeeOther, sent.Html);
        return sent.Location!;
    }

    /// <summary>Goes to the provider, where the person signs in at once: the address that the provider sends it back to.</summary>
    public async Task<Uri> SignsIn(Uri provider)
    {
        using var response = await http.GetAsync(provider, TestContext.Current.CancellationToken);
        Assert.True(
            response.StatusCode == HttpStatusCode.Redirect,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        return response.Headers.Location!;
    }

    /// <summary>The whole way from the link to the last page; the background work is finished afterwards.</summary>
    public async Task<PageSeen> Verifies(Uri link)
    {
        var page = await Opens(await SignsIn(await Begins(link)));
        await scene.Advances(TimeSpan.Zero);
        return page;
    }

    public void Dispose() => http.Dispose();

    private async Task<PageSeen> Sends(HttpMethod method, Uri page, string? origin)
    {
        Assert.Equal(PublicUrl.Authority, page.Authority);
        using var request = new HttpRequestMessage(method, new Uri(scene.Http.BaseAddress!, page.PathAndQuery));
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.ToList() : [];
        foreach (var cookie in cookies)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            Cookies[pair[0]] = pair[1];
        }

        return new PageSeen(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Location,
            cookies,
            response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase)
        );
    }
}
