using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PimBot.Application.Work;
using PimBot.Testing;

namespace PimBot.Scenarios.Replicas;

/// <summary>
/// A scene whose bot runs as three processes on one PostgreSQL database, behind no balancer: a test chooses who gets
/// what. Needs the server that PIMBOT_TEST_POSTGRES names.
/// </summary>
internal sealed class ReplicaScene : IAsyncDisposable
{
    private const string Variable = "PIMBOT_TEST_POSTGRES";
    private const int Replicas = 3;

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly List<ISceneHost> others = [];
    private readonly string server;
    private readonly string database = $"pimbot_replicas_{Guid.NewGuid():N}";
    private Scene? scene;
    private SceneSetup? setup;

    private ReplicaScene(string server) => this.server = server;

    public Scene Scene => scene!;

    /// <summary>Where each of them listens.</summary>
    public IReadOnlyList<Uri> Addresses { get; private set; } = [];

    /// <param name="settings">Of every process, besides those of the store.</param>
    /// <param name="peers">Addresses that they may reach.</param>
    public static async Task<ReplicaScene> StartAsync(
        IEnumerable<(string Key, string? Value)>? settings = null,
        params IReadOnlyCollection<Uri> peers
    )
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(named))
        {
            const string Reason = $"{Variable} is not set: nothing was run on several replicas.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Skip(Reason);
        }

        var replicas = new ReplicaScene(named);
        await replicas.StartAllAsync(settings ?? [], peers);
        return replicas;
    }

    /// <summary>Delivers the same activity many times at once, to all replicas in turn.</summary>
    /// <returns>The status and body of each answer.</returns>
    public async Task<IReadOnlyList<(int Status, string Body)>> Delivers(JsonObject activity, int copies)
    {
        var body = activity.ToJsonString();
        var token = Scene.Issuer.ChannelToken(Scene.Channel.ServiceUrl);
        return await Task.WhenAll(
            Enumerable.Range(0, copies).Select(i => PostAsync(Addresses[i % Replicas], body, token))
        );
    }

    /// <summary>All replicas do their background work at once, until none has anything left to do.</summary>
    public async Task DrainsAsync()
    {
        var passes = Processes.SelectMany(services => services.GetServices<IBackgroundPass>()).ToList();
        while (
            (await Task.WhenAll(passes.Select(pass => pass.RunOnceAsync(TestContext.Current.CancellationToken)))).Sum()
            > 0
        ) { }
    }

    /// <summary>The services of each of them.</summary>
    public IReadOnlyList<IServiceProvider> Processes => [Scene.Services, .. others.Select(host => host.Services)];

    /// <summary>What somebody does to the database behind the processes' backs.</summary>
    public async Task ExecutesAsync(string sql)
    {
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = database };
        await ExecuteAsync(connection.ToString(), sql);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in others)
        {
            await host.DisposeAsync();
        }

        http.Dispose();
        if (scene is not null)
        {
            await scene.DisposeAsync();
        }

        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
    }

    private async Task StartAllAsync(IEnumerable<(string Key, string? Value)> settings, IReadOnlyCollection<Uri> peers)
    {
        await ExecuteAsync($"CREATE DATABASE {database}");
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 25 };
        var options = new SceneOptions
        {
            Start = TimeProvider.System.GetUtcNow(),
            Peers = peers,
            Settings = settings
                .Append(("Storage:Engine", "Postgres"))
                .Append(("ConnectionStrings:PimBot", connection.ToString()))
                .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal),
            StartHost = given =>
            {
                setup = given;
                return PimBotHost.StartAsync(given);
            },
        };
        scene = await Scene.StartAsync(options);
        for (var i = 1; i < Replicas; i++)
        {
            others.Add(await PimBotHost.StartAsync(setup!));
        }

        Addresses = [scene.Http.BaseAddress!, .. others.Select(host => host.Address)];
    }

    private async Task<(int Status, string Body)> PostAsync(Uri replica, string body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(replica, "api/messages"));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private Task ExecuteAsync(string sql) => ExecuteAsync(server, sql);

    private static async Task ExecuteAsync(string target, string sql)
    {
        await using var connection = new NpgsqlConnection(target);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
