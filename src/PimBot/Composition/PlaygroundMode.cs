using PimBot.Access;
using PimBot.Application.Work;
using PimBot.Playground;
using PimBot.Settings;

namespace PimBot.Composition;

/// <summary>
/// Development without an identity of its own: PimBot makes one for this run, listens on loopback only, loads the demo
/// directory and shows the playground. Never in any other environment.
/// </summary>
internal sealed class PlaygroundMode
{
    private const string DefaultAddress = "http://localhost:3978";
    private const string Database = "Data Source=data/playground.db";

    private PlaygroundMode(Uri address) => Address = address;

    private Uri Address { get; }

    /// <summary>Null: this host is a bot with an identity from its settings.</summary>
    public static PlaygroundMode? Prepare(WebApplicationBuilder builder)
    {
        if (!Applies(builder))
        {
            return null;
        }

        var address = AddressOf(builder.Configuration);
        var identity = PlaygroundIdentity.Create(address);
        builder.WebHost.UseUrls(address.ToString());
        builder.Configuration.AddInMemoryCollection(identity.ToConfiguration());
        // The playground says in its own three lines that it is there.
        builder.Configuration["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning";
        if (string.IsNullOrEmpty(builder.Configuration[DirectoryFile.Setting]))
        {
            builder.Configuration[DirectoryFile.Setting] = Path.Combine(AppContext.BaseDirectory, "contoso.json");
        }

        UseOwnDatabase(builder.Configuration);
        var clock = new DemoClock();
        var people = new DemoPeople();
        builder
            .Services.AddSingleton<TimeProvider>(clock)
            .AddSingleton<IPlaygroundClock>(clock)
            .AddSingleton(clock)
            .AddSingleton<IBackgroundPass, DemoClockMemory>()
            .AddSingleton(people)
            .AddSingleton<IPlaygroundPeople>(people)
            .AddPlayground(identity);
        return new PlaygroundMode(address);
    }

    /// <summary>Whether this process is, or works on, a playground.</summary>
    public static bool Applies(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() && string.IsNullOrEmpty(builder.Configuration["Bot:AppId"]);

    /// <summary>A database of its own: what is played must never be found by a real bot that is started in the same folder.</summary>
    public static void UseOwnDatabase(IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[StorageSettings.ConnectionKey]))
        {
            configuration[StorageSettings.ConnectionKey] = Database;
        }
    }

    public void Map(WebApplication app)
    {
        app.MapPlayground();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Console.WriteLine($"PimBot's playground is open at {Address}");
            Console.WriteLine(
                "Try as Alice: activate Exchange Administrator for 2h because mailbox migration ticket INC-1234"
            );
            Console.WriteLine(
                "Then: activate GA for 1h because tenant consent ticket INC-5678; verify, and approve as Bob. Ctrl+C stops."
            );
        });
    }

    private static Uri AddressOf(IConfiguration configuration)
    {
        var urls = configuration["urls"] ?? configuration["ASPNETCORE_URLS"];
        var text = string.IsNullOrWhiteSpace(urls) ? DefaultAddress : urls.Split(';')[0];
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.IsLoopback
            ? address
            : throw new SettingsException(
                $"urls is '{text}': without Bot:AppId this is the playground, which listens on loopback only, such as {DefaultAddress}."
            );
    }
}
