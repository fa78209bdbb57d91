using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PimBot.Benchmarks.Processes;

/// <summary>
/// What PimBot is compared with: an endpoint that reads where an activity comes from, posts one short reply there, and
/// answers 200. No token, no database, no rule.
/// </summary>
internal static class BareEndpoint
{
    public const string Mode = "bare";

    private static readonly byte[] Reply = Encoding.UTF8.GetBytes("""{"type":"message","text":"Hello."}""");

    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddHttpClient("connector").RemoveAllLoggers();
        await using var app = builder.Build();
        app.MapPost("/api/messages", (RequestDelegate)AnswerAsync);
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        using var activity = await JsonDocument.ParseAsync(http.Request.Body);
        var serviceUrl = activity.RootElement.GetProperty("serviceUrl").GetString();
        var conversation = activity.RootElement.GetProperty("conversation").GetProperty("id").GetString();
        var url = $"{serviceUrl}v3/conversations/{Uri.EscapeDataString(conversation!)}/activities";
        using var client = http.RequestServices.GetRequiredService<IHttpClientFactory>().CreateClient("connector");
        using var content = new ByteArrayContent(Reply);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await client.PostAsync(new Uri(url), content);
        response.EnsureSuccessStatusCode();
    }
}
