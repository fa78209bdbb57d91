using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PimBot.Playground.Channel;
using PimBot.Playground.Issuer;

namespace PimBot.Playground;

/// <summary>Registers the playground. For Development only: <c>MapPlayground</c> refuses anything else.</summary>
public static class PlaygroundServiceCollectionExtensions
{
    /// <summary>
    /// Adds the issuer, the local channel and the page. The host adds <see cref="IPlaygroundPeople"/>,
    /// <see cref="IPlaygroundClock"/> and a <see cref="TimeProvider"/> that shows the same time as the clock.
    /// </summary>
    public static IServiceCollection AddPlayground(this IServiceCollection services, PlaygroundIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(identity);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(identity);
        services.AddSingleton<PlaygroundTokens>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<Conversations>();
        services.AddSingleton<ActivityFactory>();
        services.AddTransient<LocalChannel>();
        services
            .AddHttpClient<BotClient>(http => http.Timeout = BotClient.Patience)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    UseProxy = false,
                }
            )
            .RedactLoggedHeaders(["Authorization"]);
        return services;
    }
}
