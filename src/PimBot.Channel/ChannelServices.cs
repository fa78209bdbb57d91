using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PimBot.Channel.Auth;
using PimBot.Channel.Connector;
using PimBot.Channel.Endpoint;
using PimBot.Channel.Settings;

namespace PimBot.Channel;

/// <summary>Registers the channel.</summary>
public static class ChannelServices
{
    /// <summary>
    /// Adds the inbound endpoint's parts and <see cref="IConnectorClient"/>, set up from sections <c>Bot</c> and
    /// <c>Channel</c>, which are checked at start. The host adds a <see cref="Turns.ITurnHandler"/> and maps the endpoint.
    /// </summary>
    public static IServiceCollection AddBotChannel(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        AddSettings(services, configuration);
        AddInbound(services);
        AddOutbound(services);
        return services;
    }

    private static void AddSettings(IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<BotOptions>()
            .Configure(o => SectionForm.Bind(configuration.GetSection(BotOptions.Section), o))
            .ValidateOnStart();
        services
            .AddOptions<ChannelOptions>()
            .Configure(o => SectionForm.Bind(configuration.GetSection(ChannelOptions.Section), o))
            .ValidateOnStart();
        services.TryAddEnumerable([
            ServiceDescriptor.Singleton<IValidateOptions<BotOptions>, BotOptionsValidator>(),
            ServiceDescriptor.Singleton<IValidateOptions<BotOptions>, BotToBotValidator>(),
        ]);
        services.TryAddEnumerable([
            ServiceDescriptor.Singleton<IValidateOptions<ChannelOptions>, ChannelOptionsValidator>(),
            ServiceDescriptor.Singleton<IValidateOptions<ChannelOptions>, RateLimitValidator>(),
        ]);
        services.TryAddSingleton<CredentialCheck>();
        services.TryAddSingleton<ChannelTrust>();
    }

    private static void AddInbound(IServiceCollection services)
    {
        AddClient(services, ChannelHttpClients.Metadata);
        services.TryAddSingleton<IKeySource, OpenIdMetadataClient>();
        services.TryAddSingleton<SignatureCheck>();
        services.TryAddSingleton(CheckOfChannel);
        services.TryAddSingleton<ActivityTrust>();
        services.TryAddSingleton<RefusalLog>();
        services.TryAddSingleton<RateLimits>();
        services.TryAddSingleton<RunningTurns>();
        services.AddHostedService(s => s.GetRequiredService<RunningTurns>());
        services.TryAddSingleton<TypingSign>();
        services.TryAddSingleton<TurnDispatcher>();
        services.TryAddSingleton<ActivityEndpoint>();
    }

    private static TokenCheck CheckOfChannel(IServiceProvider all)
    {
        var trust = all.GetRequiredService<ChannelTrust>();
        var time = all.GetRequiredService<TimeProvider>();
        var table = new TrustTable(trust.AppId, trust.Profiles, all.GetRequiredService<IKeySource>(), time);
        return new(table, all.GetRequiredService<SignatureCheck>(), time, trust.AllowsUnauthenticatedLoopback);
    }

    private static void AddOutbound(IServiceCollection services)
    {
        AddClient(services, ChannelHttpClients.Token);
        AddClient(services, ChannelHttpClients.Connector).AddHttpMessageHandler<ConnectorAuthorization>();
        AddClient(services, ChannelHttpClients.Graph).AddHttpMessageHandler<GraphAuthorization>();
        services.TryAddTransient<ConnectorAuthorization>();
        services.TryAddTransient<GraphAuthorization>();
        services.TryAddSingleton<ServiceHostGuard>();
        services.TryAddSingleton<IBotCredential, BotCredential>();
        services.TryAddSingleton<TokenSources>();
        services.TryAddSingleton<OutboundTokens>();
        services.TryAddSingleton<ConnectorAnswers>();
        services.TryAddSingleton<ConnectorExchange>();
        services.TryAddKeyedSingleton(ChannelClocks.Pace, (all, _) => all.GetRequiredService<TimeProvider>());
        services.TryAddSingleton<SendingPace>();
        services.TryAddSingleton<IConnectorClient, ConnectorClient>();
        services.TryAddSingleton<IAppInstaller, AppInstaller>();
    }

    /// <summary>Time limits are the callers', by the injected clock; the factory's own logging of requests is off.</summary>
    private static IHttpClientBuilder AddClient(IServiceCollection services, string name) =>
        services
            .AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    AutomaticDecompression = DecompressionMethods.None,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                }
            )
            .RemoveAllLoggers();
}
