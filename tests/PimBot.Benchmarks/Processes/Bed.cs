using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using PimBot.Benchmarks.Load;
using PimBot.Channel;
using PimBot.Storage.Sqlite;

namespace PimBot.Benchmarks.Processes;

/// <summary>What one measurement stands on: the channel, its people, and a folder with a database of their own.</summary>
internal sealed class Bed : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pimbot-benchmark-");

    // Binds the system's SQLite library before any connection is made here.
    static Bed() => RuntimeHelpers.RunModuleConstructor(typeof(SqliteStorage).Module.ModuleHandle);

    private Bed(LoadChannel channel, Population population) => (Channel, Population) = (channel, population);

    public LoadChannel Channel { get; }

    public Population Population { get; }

    public string ConnectionString => $"Data Source={Path.Combine(folder.FullName, "pimbot.db")}";

    /// <param name="people">How many people chat.</param>
    /// <param name="roles">How many roles each of them is eligible for.</param>
    public static async Task<Bed> MakeAsync(int people, int roles)
    {
        var bed = new Bed(await LoadChannel.StartAsync(), new Population(people, roles));
        await File.WriteAllTextAsync(bed.DirectoryFile, bed.Population.ToDirectoryJson());
        return bed;
    }

    /// <summary>A bed with a directory of one's own.</summary>
    public static async Task<Bed> MakeAsync(string directoryJson)
    {
        var bed = new Bed(await LoadChannel.StartAsync(), new Population(people: 0, roles: 0));
        await File.WriteAllTextAsync(bed.DirectoryFile, directoryJson);
        return bed;
    }

    /// <summary>The real host, as an operator starts it.</summary>
    public ServerProcess StartPacedPimBot() => ServerProcess.Start("PimBot.dll", [], Settings());

    /// <summary>The real host, without the channel's rate limits for what it sends.</summary>
    public ServerProcess StartPimBot() =>
        ServerProcess.Start(
            "PimBot.Benchmarks.dll",
            [UnpacedHost.Mode],
            new Dictionary<string, string>(Settings(), StringComparer.Ordinal)
            {
                ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "PimBot.Benchmarks",
            }
        );

    /// <summary>The real host with its HTTP API, for tokens that the channel's issuer signs.</summary>
    public ServerProcess StartPimBotWithApi() =>
        ServerProcess.Start(
            "PimBot.dll",
            [],
            new Dictionary<string, string>(Settings(), StringComparer.Ordinal)
            {
                ["Api:Enabled"] = "true",
                ["Api:OpenIdMetadata"] = Channel.Issuer.OpenIdMetadata.ToString(),
                ["Api:PersonPerMinute"] = "0",
            }
        );

    /// <summary>The channel's parts alone, in this process.</summary>
    public ServiceProvider ChannelServices() =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development })
            .AddBotChannel(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(Settings().Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
                    .Build()
            )
            .BuildServiceProvider();

    /// <summary>The real host with a probe beside it.</summary>
    public ServerProcess StartProbed() => ServerProcess.Start("PimBot.Benchmarks.dll", [ProbedHost.Mode], Settings());

    public static ServerProcess StartBare() =>
        ServerProcess.Start("PimBot.Benchmarks.dll", [BareEndpoint.Mode], new Dictionary<string, string>());

    /// <summary>People who talk to this server, each on a chat of their own.</summary>
    public IReadOnlyList<LoadPerson> Connect(ServerProcess server) => Channel.Connect(server.Address, Population.Ids);

    public void DeleteDatabase()
    {
        // A pooled connection would go on reading the file that is gone.
        SqliteConnection.ClearAllPools();
        foreach (var file in folder.GetFiles("pimbot.db*"))
        {
            file.Delete();
        }
    }

    /// <summary>A connection as PimBot's own: write-ahead log, and a commit is on the disk when it is answered.</summary>
    public SqliteConnection Open(string file = "pimbot.db")
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, file)}");
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 3000;";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    /// <summary>One number from the database.</summary>
    public long Count(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>What a probed host counted so far.</summary>
    public static async Task<ProbeReading> ProbeAsync(ServerProcess server, string line = ProbedHost.ProbeLine) =>
        JsonSerializer.Deserialize<ProbeReading>(await server.AskAsync(line))!;

    public async ValueTask DisposeAsync()
    {
        await Channel.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private string DirectoryFile => Path.Combine(folder.FullName, "directory.json");

    private Dictionary<string, string> Settings() =>
        new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Bot:AppId"] = Channel.Bot.AppId,
            ["Bot:AppType"] = "SingleTenant",
            ["Bot:TenantId"] = Channel.Bot.TenantId,
            ["Bot:ClientSecret"] = Channel.Bot.ClientSecret,
            ["Channel:Issuer"] = Channel.Issuer.Issuer,
            ["Channel:OpenIdMetadata"] = Channel.Issuer.OpenIdMetadata.ToString(),
            ["Channel:TokenEndpoint"] = Channel.Issuer.TokenEndpoint.ToString(),
            ["Channel:AllowedTenants:0"] = Channel.Bot.TenantId,
            ["Channel:RateLimits:PersonPerMinute"] = "0",
            ["Channel:RateLimits:TenantPerMinute"] = "0",
            ["Storage:Engine"] = "Sqlite",
            ["ConnectionStrings:PimBot"] = ConnectionString,
            ["Directory:File"] = DirectoryFile,
        };
}
