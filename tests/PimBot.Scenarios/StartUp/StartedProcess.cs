using System.Diagnostics;
using System.Text;
using PimBot.Testing;

namespace PimBot.Scenarios.StartUp;

/// <summary>The real executable, started as an operator starts it: in a folder of its own, with settings in the environment.</summary>
internal sealed class StartedProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Task<string> errors;
    private readonly Task<string> output;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StartedProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        output = ReadOutputAsync();
    }

    /// <summary>What it said on stderr, line by line. Waits for its end.</summary>
    public async Task<IReadOnlyList<string>> Errors() =>
        (await errors.WaitAsync(Patience)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public async Task<string> Output() => await output.WaitAsync(Patience);

    /// <summary>Waits until it says that it has started.</summary>
    public Task Started() => started.Task.WaitAsync(Patience);

    public async Task<int> ExitCode()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    private async Task<string> ReadOutputAsync()
    {
        var all = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            all.AppendLine(line);
            if (
                line.Contains("Application started.", StringComparison.Ordinal)
                || line.Contains("Ctrl+C stops.", StringComparison.Ordinal)
            )
            {
                started.TrySetResult();
            }
        }

        started.TrySetException(new InvalidOperationException($"It ended before it started:\n{all}{await errors}"));
        return all.ToString();
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public void Kill()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    /// <summary>Starts it.</summary>
    /// <param name="environment"><c>Production</c> or <c>Development</c>.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="settings">Settings by key; given as environment variables.</param>
    /// <param name="arguments">The command line.</param>
    public static StartedProcess Start(
        string environment,
        string folder,
        IReadOnlyDictionary<string, string> settings,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new StartedProcess(Process.Start(start)!);
    }

    internal static string Executable
    {
        get
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
            var name = OperatingSystem.IsWindows() ? "PimBot.exe" : "PimBot";
            return RepositoryRoot.File($"artifacts/bin/PimBot/{configuration}/{name}");
        }
    }
}
