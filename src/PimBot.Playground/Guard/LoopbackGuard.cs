using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PimBot.Playground.Guard;

/// <summary>
/// Answers 404 to whatever does not come straight from this machine and from the playground's own page: other
/// addresses, reverse proxies and tunnels, rebound DNS names, and other sites' scripts.
/// </summary>
internal static class LoopbackGuard
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via"];

    /// <summary>
    /// Wraps the finished request delegates, so that it comes before every other check and before a body is read
    /// (endpoint filters run after binding).
    /// </summary>
    public static TBuilder OnlyFromThisMachine<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Finally(endpoint =>
        {
            var next = endpoint.RequestDelegate ?? throw new InvalidOperationException("An endpoint without delegate.");
            endpoint.RequestDelegate = context => Allows(context.Request) ? next(context) : Refuse(context);
        });
        return builder;
    }

    internal static bool Allows(HttpRequest request) =>
        IsLoopback(request.HttpContext.Connection.RemoteIpAddress)
        && !Array.Exists(ProxyHeaders, request.Headers.ContainsKey)
        && IsLocalName(request.Host.Host)
        && IsOwnOrigin(request)
        && IsOwnFetch(request);

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsLocalName(string host) =>
        host is "127.0.0.1" or "[::1]" || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.Count == 0
        || string.Equals(
            request.Headers.Origin,
            $"{request.Scheme}://{request.Host}",
            StringComparison.OrdinalIgnoreCase
        );

    /// <summary>Following a link to the page is allowed from anywhere; reading it or sending to it from a script is not.</summary>
    private static bool IsOwnFetch(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        || (
            HttpMethods.IsGet(request.Method)
            && request.Headers["Sec-Fetch-Mode"] == "navigate"
            && request.Headers["Sec-Fetch-Dest"] == "document"
        );

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
