using System.Net;
using Microsoft.AspNetCore.Http;

namespace PimBot.Channel.Auth;

/// <summary>
/// A request made on this machine by a program: both ends on loopback, a loopback name in <c>Host</c> (a web page that
/// rebinds its name has another), no <c>Origin</c> (a web page has one), not passed on by a proxy.
/// </summary>
internal static class LocalClient
{
    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];

    public static bool Is(HttpContext context) =>
        context.Connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local }
        && IPAddress.IsLoopback(remote)
        && IPAddress.IsLoopback(local)
        && context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
        && context.Request.Headers.Origin.Count == 0
        && !Array.Exists(ForwardingHeaders, context.Request.Headers.ContainsKey);
}
