using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using PimBot.Storage.Sqlite;
using PimBot.Testing;

namespace PimBot.Scenarios.StartUp;

/// <summary>Somebody who runs PimBot: a folder, good settings, and what becomes of a start.</summary>
internal sealed class Operator : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pimbot-start-");

    // The product binds SQLite's managed side to the system's library; tests that open a file themselves need that too.
    static Operator() => RuntimeHelpers.RunModuleConstructor(typeof(SqliteStorage).Module.ModuleHandle);

    public Operator() => Port = FreePort();

    public int Port { get; }

    public string Folder => folder.FullName;

    public string Database => Path.Combine(Folder, "pimbot.db");

    /// <summary>Enough for a start in Production. Changed by the test.</summary>
    public Dictionary<string, string> Settings =>
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Bot:AppId"] = "3c9d4f1e-6a52-4b0e-9d6b-2f8f7a1b5c01",
            ["Bot:AppType"] = "SingleTenant",
            ["Bot:TenantId"] = "7e0f2a44-18c3-4f5d-8b57-0d1c9a6e4f02",
            ["Bot:ClientSecret"] = "no-real-secret",
            ["ConnectionStrings:PimBot"] = $"Data Source={Database}",
            ["Directory:File"] = RepositoryRoot.File("src/PimBot.Playground/contoso.json"),
            ["urls"] = $"http://127.0.0.1:{Port}",
        };

    public Dictionary<string, string> SettingsWith(string key, string? value)
    {
        var settings = Settings;
        if (value is null)
        {
            settings.Remove(key);
        }
        else
        {
            settings[key] = value;
        }

        return settings;
    }

    public string Writes(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Starts in vain, and asserts what holds for each such start: exit code 1, only clear lines, no stack trace.</summary>
    public async Task<IReadOnlyList<string>> StartsInVain(
        IReadOnlyDictionary<string, string> settings,
        string environment = "Production"
    )
    {
        using var process = StartedProcess.Start(environment, Folder, settings);
        var errors = await process.Errors();
        var everything = string.Join('\n', errors) + await process.Output();

        Assert.True(await process.ExitCode() == 1, everything);
        Assert.NotEmpty(errors);
        Assert.StartsWith("PimBot can't start. ", errors[0], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("no-real-secret", everything, StringComparison.Ordinal);
        return errors;
    }

    /// <summary>Starts and waits until it serves.</summary>
    public async Task<StartedProcess> Starts(IReadOnlyDictionary<string, string> settings, string environment)
    {
        var process = StartedProcess.Start(environment, Folder, settings);
        try
        {
            await process.Started();
            return process;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
