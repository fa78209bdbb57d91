using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PimBot.Benchmarks.Processes;

/// <summary>A server in a process of its own, on a free port of the loopback address.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private TaskCompletionSource<string>? asked;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>In bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Of all its processors, since the start.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and returns at once.</summary>
    /// <param name="assembly">File name beside this program.</param>
    /// <param name="arguments">Before <c>--urls</c>.</param>
    /// <param name="settings">Environment variables.</param>
    public static ServerProcess Start(
        string assembly,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> settings
    )
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/"));
        var start = new ProcessStartInfo(Environment.ProcessPath is { } dotnet && IsDotnet(dotnet) ? dotnet : "dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, assembly));
        foreach (var argument in arguments.Concat(["--urls", address.ToString()]))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var server = new ServerProcess(new Process { StartInfo = start }, address);
        server.process.OutputDataReceived += server.OnLine;
        server.process.Start();
        server.process.BeginOutputReadLine();
        return server;
    }

    /// <summary>Waits until it accepts connections.</summary>
    public async Task<ServerProcess> ListeningAsync()
    {
        using var enough = new CancellationTokenSource(Patience);
        while (!await AcceptsAsync(enough.Token))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException("The server did not start.");
            }

            await Task.Delay(Pause, TimeProvider.System, enough.Token);
        }

        return this;
    }

    /// <summary>Has the child answer a line, as <see cref="ProbedHost"/> does.</summary>
    public async Task<string> AskAsync(string line)
    {
        asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
        return await asked.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void OnLine(object sender, DataReceivedEventArgs line)
    {
        if (line.Data?.StartsWith(ProbedHost.Answer, StringComparison.Ordinal) is true)
        {
            asked?.TrySetResult(line.Data[ProbedHost.Answer.Length..]);
        }
        else if (!string.IsNullOrEmpty(line.Data))
        {
            Console.Error.WriteLine(line.Data);
        }
    }

    private async Task<bool> AcceptsAsync(CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Address.Port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool IsDotnet(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
