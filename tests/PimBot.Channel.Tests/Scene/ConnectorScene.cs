using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PimBot.Channel.Connector;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Tests.Scene;

/// <summary>The connector client as the host registers it, on a stubbed network.</summary>
internal sealed class ConnectorScene : IDisposable
{
    private readonly ServiceProvider services;

    public ConnectorScene(
        string environment = "Production",
        Dictionary<string, string?>? settings = null,
        bool stubbed = true,
        HttpMessageHandler? network = null,
        LogLevel logs = LogLevel.Trace
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Bot:AppId"] = BotHost.AppId,
                    ["Bot:TenantId"] = BotHost.Tenant,
                    ["Bot:ClientSecret"] = "the-secret",
                }
            )
            .AddInMemoryCollection(settings ?? [])
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IHostEnvironment>(new Surroundings(environment));
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddLogging(l => l.AddProvider(Log).SetMinimumLevel(logs));
        collection.AddBotChannel(configuration);
        collection.AddHttpClient(ChannelHttpClients.Token).ConfigurePrimaryHttpMessageHandler(() => TokenServer);
        collection.AddHttpClient(ChannelHttpClients.Graph).ConfigurePrimaryHttpMessageHandler(() => Graph);
        if (stubbed)
        {
            collection
                .AddHttpClient(ChannelHttpClients.Connector)
                .ConfigurePrimaryHttpMessageHandler(() => network ?? Network);
        }

        TokenServer.Answer = (_, _) =>
            Task.FromResult(
                StubHandler.Json(
                    $$"""{"token_type":"Bearer","expires_in":3600,"access_token":"token-{{TokenServer.Sent.Count}}"}"""
                )
            );
        services = collection.BuildServiceProvider();
        Client = services.GetRequiredService<IConnectorClient>();
    }

    public static ConversationReference Reference { get; } =
        new("https://smba.trafficmanager.net/emea/", "a:conv/1;m=2", "msteams", "28:bot", "29:alice", BotHost.Tenant);

    public StubHandler Network { get; } = new();

    public StubHandler Graph { get; } = new();

    public StubHandler TokenServer { get; } = new();

    public ManualTime Clock { get; } = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public LogLines Log { get; } = new();

    public IConnectorClient Client { get; }

    public SendingPace Pace => services.GetRequiredService<SendingPace>();

    public OutboundTokens Tokens => services.GetRequiredService<OutboundTokens>();

    public Task<SendOutcome> SendAsync(
        ConversationReference? reference = null,
        CancellationToken? cancellation = null
    ) =>
        Client.SendAsync(
            reference ?? Reference,
            new Activity { Text = "hello" },
            cancellation ?? TestContext.Current.CancellationToken
        );

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public HttpClient CreateHttpClient(string name) =>
        services.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    public void Dispose() => services.Dispose();

    private sealed class Surroundings(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
