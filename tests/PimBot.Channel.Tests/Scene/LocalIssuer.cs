using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PimBot.Channel.Tests.Scene;

/// <summary>An issuer on loopback: OpenID metadata, key set and token endpoint, each of which can be made to misbehave.</summary>
internal sealed class LocalIssuer : IAsyncDisposable
{
    private readonly WebApplication server;

    private LocalIssuer(WebApplication server) => this.server = server;

    public string Url { get; private set; } = "";

    public List<Signer> Keys { get; } = [];

    public int MetadataFetches;

    public int KeyFetches;

    /// <summary>Answers in place of the metadata.</summary>
    public Func<HttpContext, Task>? Metadata { get; set; }

    /// <summary>Answers in place of the key set.</summary>
    public Func<HttpContext, Task>? KeySet { get; set; }

    public string JwksUri { get; set; } = "";

    public static async Task<LocalIssuer> StartAsync(params Signer[] keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var issuer = new LocalIssuer(app);
        issuer.Keys.AddRange(keys);
        app.MapGet("/openid", issuer.MetadataAsync);
        app.MapGet("/keys", issuer.KeySetAsync);
        await app.StartAsync();
        issuer.Url = app.Urls.Single();
        issuer.JwksUri = issuer.Url + "/keys";
        return issuer;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task MetadataAsync(HttpContext context)
    {
        Interlocked.Increment(ref MetadataFetches);
        var document = new JsonObject { ["issuer"] = Url, ["jwks_uri"] = JwksUri };
        return Metadata?.Invoke(context) ?? context.Response.WriteAsync(document.ToJsonString());
    }

    private Task KeySetAsync(HttpContext context)
    {
        Interlocked.Increment(ref KeyFetches);
        var document = new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(k => k.Jwk())]) };
        return KeySet?.Invoke(context) ?? context.Response.WriteAsync(document.ToJsonString());
    }
}
