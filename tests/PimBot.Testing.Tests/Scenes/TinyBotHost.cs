using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Work;

namespace PimBot.Testing.Tests;

/// <summary>Runs <see cref="TinyBot"/> where a scene runs the product.</summary>
internal sealed class TinyBotHost(WebApplication app) : ISceneHost
{
    public Uri Address => new(app.Urls.First() + "/");

    public IServiceProvider Services => app.Services;

    public static async Task<ISceneHost> StartAsync(SceneSetup setup)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(setup.Settings);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<TinyBot>();
        builder.Services.AddSingleton<IBackgroundPass>(services => services.GetRequiredService<TinyBot>());
        setup.ConfigureServices(builder.Services);
        var app = builder.Build();
        app.MapPost("/api/messages", (HttpRequest request, TinyBot bot) => bot.OnActivityAsync(request));
        await app.StartAsync();
        return new TinyBotHost(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
