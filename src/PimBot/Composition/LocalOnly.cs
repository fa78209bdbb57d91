using System.Net;

namespace PimBot.Composition;

/// <summary>
/// Lets only this machine's own browser and tools reach a development page: a loopback connection, to a loopback name
/// (a rebound DNS name is another), from the same origin, and not by way of a proxy or tunnel. Everybody else gets 404.
/// </summary>
internal static class LocalOnly
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via"];

    public static TBuilder OnlyFromThisMachine<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(
            async (context, next) => IsLocal(context.HttpContext) ? await next(context) : Results.NotFound()
        );

    private static bool IsLocal(HttpContext context)
    {
        var request = context.Request;
        var origin = request.Headers.Origin.ToString();
        return context.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address)
            && request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
            && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}")
            && request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin"
            && !ProxyHeaders.Any(request.Headers.ContainsKey);
    }
}
