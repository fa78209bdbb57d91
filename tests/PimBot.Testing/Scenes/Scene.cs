using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Work;

namespace PimBot.Testing;

/// <summary>
/// The whole application on stage: the real host over real HTTP, a database file of its own, the fake channel, people,
/// and a clock that stands still. Disposing it fails the test when the bot sent something wrong, logged an error, or
/// let a secret into its logs.
/// </summary>
public sealed class Scene : IAsyncDisposable
{
    private readonly SceneOptions options;
    private readonly SceneLogs logs = new();
    private readonly ConcurrentBag<string> expectedErrors = [];
    private readonly BackgroundWork work = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pimbot-scene-");
    private readonly string directoryFile;
    private readonly BotLine line;
    private IReadOnlyList<(DirectoryPerson Entry, TestPerson Person)> people = [];
    private ISceneHost? host;
    private HttpClient? http;

    private Scene(SceneOptions options, string directoryFile, ManualTime clock, FakeChannel channel)
    {
        (this.options, this.directoryFile, Clock, Channel) = (options, directoryFile, clock, channel);
        line = new BotLine(channel) { Settle = DrainAsync, Diagnose = Diagnose };
    }

    public ManualTime Clock { get; }

    public FakeChannel Channel { get; }

    /// <summary>The issuer of the channel's tokens.</summary>
    public FakeIssuer Issuer => Channel.Issuer;

    /// <summary>How the bot is registered.</summary>
    public BotIdentity Bot => Channel.Bot;

    /// <summary>What the host logged from level Information on, restarts included.</summary>
    public IReadOnlyList<LogEntry> Logs => logs.Entries;

    /// <summary>A client whose base address is the running host.</summary>
    public HttpClient Http => http!;

    /// <summary>The running host's services.</summary>
    public IServiceProvider Services => host!.Services;

    /// <summary>The SQLite file; outlives restarts, not the scene.</summary>
    public string DatabaseFile => Path.Combine(folder.FullName, "pimbot.db");

    public TestPerson Alice => Person("Alice");

    public TestPerson Bob => Person("Bob");

    public TestPerson Carol => Person("Carol");

    public TestPerson Dan => Person("Dan");

    public TestPerson Erin => Person("Erin");

    /// <summary>Everyone in the directory.</summary>
    public IReadOnlyList<TestPerson> People => [.. people.Select(known => known.Person)];

    /// <summary>Starts the host and waits until it listens, everyone's app is installed, and no work is left.</summary>
    public static async Task<Scene> StartAsync(SceneOptions? options = null)
    {
        options ??= new SceneOptions();
        var clock = new ManualTime(options.Start);
        var file = options.DirectoryFile ?? RepositoryRoot.File("src/PimBot.Playground/contoso.json");
        var scene = new Scene(options, file, clock, await FakeChannel.StartAsync(clock, options.Bot));
        try
        {
            scene.people =
            [
                .. DirectoryPerson
                    .ReadAll(file)
                    .Select(entry =>
                        (entry, new TestPerson(scene.line, scene.Channel.AddPerson(entry.Id, entry.Name)))
                    ),
            ];
            await scene.StartHostAsync();
            await scene.InstallAsync();
            return scene;
        }
        catch
        {
            await scene.StopAsync();
            throw;
        }
    }

    /// <summary>The person with this full name, first name or id.</summary>
    /// <exception cref="ArgumentException">None or several are called so.</exception>
    public TestPerson Person(string name)
    {
        var called = people.Where(known => known.Entry.IsCalled(name)).ToList();
        return called.Count == 1
            ? called[0].Person
            : throw new ArgumentException(
                $"{called.Count} people are called '{name}'. There are: "
                    + string.Join(", ", people.Select(known => known.Entry.Name)),
                nameof(name)
            );
    }

    /// <summary>Moves the clock in one step and lets the background work finish.</summary>
    public async Task Advances(TimeSpan by)
    {
        line.BeginAction();
        Clock.Jump(by);
        await DrainAsync();
    }

    /// <summary>Stops the host and starts a new one on the same database.</summary>
    public async Task Restarts()
    {
        line.BeginAction();
        await StopHostAsync();
        await StartHostAsync();
        await DrainAsync();
    }

    /// <summary>Runs every background pass until all of them have nothing left to do now.</summary>
    /// <exception cref="InvalidOperationException">The work does not come to an end, or a pass hangs.</exception>
    public Task DrainAsync() => work.RunUntilIdleAsync([.. Services.GetServices<IBackgroundPass>()]);

    /// <summary>Allows log entries of level Error or Critical that hold this text.</summary>
    public void ExpectsError(string fragment) => expectedErrors.Add(fragment);

    /// <summary>Fails when something happened that must not happen in any scene.</summary>
    public void AssertClean()
    {
        var problems = SceneVerdict.Problems(Channel, Logs, expectedErrors, line.Written).ToList();
        if (problems.Count > 0)
        {
            Xunit.Assert.Fail("The scene is not clean:\n" + string.Join('\n', problems));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        AssertClean();
    }

    private async Task StartHostAsync()
    {
        var setup = new SceneSetup(
            Settings(),
            services =>
            {
                SceneServices.Apply(services, Clock, logs, (Channel, options.Peers));
                options.ConfigureServices?.Invoke(services);
            }
        );
        host = await options.StartHost(setup);
        line.BotAddress = host.Address;
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = host.Address };
    }

    private Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Bot:AppId"] = Bot.AppId,
            ["Bot:AppType"] = "SingleTenant",
            ["Bot:TenantId"] = Bot.TenantId,
            ["Bot:ClientSecret"] = Bot.ClientSecret,
            ["Channel:Issuer"] = Issuer.Issuer,
            ["Channel:OpenIdMetadata"] = Issuer.OpenIdMetadata.ToString(),
            ["Channel:TokenEndpoint"] = Issuer.TokenEndpoint.ToString(),
            ["Channel:AllowedTenants:0"] = Bot.TenantId,
            // In a scene time stands still while somebody is busy for an hour.
            ["Channel:RateLimits:PersonPerMinute"] = "0",
            ["Channel:RateLimits:TenantPerMinute"] = "0",
            ["Storage:Engine"] = "Sqlite",
            ["ConnectionStrings:PimBot"] = string.Create(CultureInfo.InvariantCulture, $"Data Source={DatabaseFile}"),
            ["Directory:File"] = directoryFile,
            ["Verification:PublicUrl"] = options.PublicUrl?.ToString(),
            ["Verification:Authority"] = options.PublicUrl is null ? null : Channel.OpenId.Authority.ToString(),
            ["Api:Enabled"] = options.HasApi ? "true" : null,
            ["Api:OpenIdMetadata"] = options.HasApi
                ? $"{Channel.OpenId.Authority}/.well-known/openid-configuration"
                : null,
            // In a scene time stands still while somebody is busy for an hour.
            ["Api:PersonPerMinute"] = options.HasApi ? "0" : null,
        };
        foreach (var (key, value) in options.Settings)
        {
            settings[key] = value;
        }

        settings.Where(setting => setting.Value is null).ToList().ForEach(setting => settings.Remove(setting.Key));
        return settings;
    }

    private async Task InstallAsync()
    {
        foreach (var (entry, person) in people.Where(known => known.Entry.CanChat))
        {
            if (options.Installed is null || options.Installed.Any(entry.IsCalled))
            {
                await person.InstallWithoutSettling();
            }
        }

        await DrainAsync();
    }

    private string Diagnose() =>
        string.Join('\n', SceneVerdict.Problems(Channel, Logs, expectedErrors, line.Written).Prepend("Also:"));

    private async Task StopHostAsync()
    {
        http?.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        host = null;
    }

    private async Task StopAsync()
    {
        await StopHostAsync();
        await Channel.DisposeAsync();
        line.Dispose();
        work.Dispose();
        folder.Delete(recursive: true);
    }
}
