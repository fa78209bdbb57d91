using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PimBot.Testing;

/// <summary>Something outside to which the audit is posted; keeps what it is sent, and can be out of order.</summary>
public sealed class AuditReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<AuditPosted> taken = new();
    private readonly WebApplication app;

    private AuditReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        Func<HttpContext, Task<IResult>> take = TakeAsync;
        app.MapPost("/audit", (Delegate)take);
        app.MapPost("/elsewhere", (Delegate)take);
    }

    /// <summary>Where it is posted to.</summary>
    public Uri Address => new(new Uri(app.Urls.First()), "/audit");

    /// <summary>What it answers with from now on.</summary>
    public int Status { get; set; } = StatusCodes.Status204NoContent;

    /// <summary>Whether it keeps what it does not answer well: what was sent got there, and nobody knows.</summary>
    public bool KeepsInSpite { get; set; }

    /// <summary>Before what came next is answered; it is kept at once.</summary>
    public Func<Task>? BeforeAnswer { get; set; }

    /// <summary>In the order in which it came.</summary>
    public IReadOnlyList<AuditPosted> Taken => [.. taken];

    public static async Task<AuditReceiver> StartAsync()
    {
        var receiver = new AuditReceiver();
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var isGood = Status is >= 200 and < 300;
        if (isGood || KeepsInSpite)
        {
            var headers = context.Request.Headers.ToDictionary(
                header => header.Key,
                header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            );
            taken.Enqueue(new AuditPosted(context.Request.Path, headers, body));
        }

        var (before, status) = (BeforeAnswer, Status);
        if (before is not null)
        {
            BeforeAnswer = null;
            await before();
        }

        if (status is StatusCodes.Status307TemporaryRedirect)
        {
            return Results.Redirect("/elsewhere", preserveMethod: true);
        }

        return Results.StatusCode(status);
    }
}
