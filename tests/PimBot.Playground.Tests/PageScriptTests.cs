using System.ComponentModel;
using System.Diagnostics;

namespace PimBot.Playground.Tests;

/// <summary>Runs the tests of the page's scripts with Node's own test runner. In CI a missing Node is a failure.</summary>
public sealed class PageScriptTests
{
    [Fact]
    public async Task The_pages_scripts_pass_their_own_tests()
    {
        using var node = Start("--test", Path.Combine(Root(), "tests", "PimBot.Playground.Tests", "Page"));
        if (node is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "Node is not installed.");
            Assert.Skip("Node is not installed.");
        }

        var output = node.StandardOutput.ReadToEndAsync(PlaygroundHost.Cancellation);
        var errors = node.StandardError.ReadToEndAsync(PlaygroundHost.Cancellation);
        await node.WaitForExitAsync(PlaygroundHost.Cancellation);

        Assert.True(node.ExitCode == 0, await output + await errors);
        Assert.DoesNotContain("# pass 0", await output, StringComparison.Ordinal);
    }

    private static Process? Start(params string[] arguments)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo("node", arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            );
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PimBot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Not inside the repository.");
        }

        return folder.FullName;
    }
}
