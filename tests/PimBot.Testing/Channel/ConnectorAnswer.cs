using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PimBot.Testing;

/// <summary>One HTTP answer of the fake channel.</summary>
/// <param name="Status">Null when the connection breaks instead.</param>
internal sealed record ConnectorAnswer(
    HttpStatusCode? Status,
    JsonNode? Body = null,
    TimeSpan? RetryAfter = null,
    string? Html = null
)
{
    public static ConnectorAnswer Error(HttpStatusCode status, string code, string message) =>
        new(
            status,
            new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
            }
        );

    public static ConnectorAnswer Of(ChannelFault fault) =>
        fault switch
        {
            { Status: null } => new ConnectorAnswer((HttpStatusCode?)null),
            { Code: null } => new ConnectorAnswer(fault.Status, Html: "<html><body>upstream failure</body></html>"),
            _ => Error(fault.Status.Value, fault.Code, "as planned by the test") with { RetryAfter = fault.RetryAfter },
        };

    public async Task WriteAsync(HttpContext http)
    {
        if (Status is not { } status)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = (int)status;
        if (RetryAfter is { } wait)
        {
            var seconds = (long)Math.Ceiling(wait.TotalSeconds);
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        http.Response.ContentType = Html is null ? "application/json; charset=utf-8" : "text/html";
        await http.Response.WriteAsync(Html ?? Body?.ToJsonString() ?? "", http.RequestAborted);
    }
}
