using PimBot.Audit.Commands;
using PimBot.Composition;

namespace PimBot.Access.Commands;

/// <summary><c>PimBot policy …</c>: settings as code; and where other commands begin. Each error is a clear line on stderr.</summary>
internal static class PolicyCommands
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Differs = 2;

    private static readonly string[] HelpWords = ["help", "--help", "-h", "-?"];

    /// <summary>Whether the arguments are a command, rather than settings of the bot.</summary>
    public static bool Handles(IReadOnlyList<string> args) =>
        args is [var first, ..]
        && (HelpWords.Contains(first, StringComparer.OrdinalIgnoreCase) || first.All(char.IsLetter));

    /// <returns>The process's exit code.</returns>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, PolicyConsole.OfProcess());

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, PolicyConsole console)
    {
        var isAudit = args[0].Equals(AuditCommands.Word, StringComparison.OrdinalIgnoreCase);
        if (args.Any(a => HelpWords.Contains(a, StringComparer.OrdinalIgnoreCase)))
        {
            await console.Out.WriteLineAsync(isAudit ? AuditUsage.Text : PolicyUsage.Text);
            return Done;
        }

        if (isAudit)
        {
            return await AuditCommands.RunAsync(args[1..], console);
        }

        string? fault = $"There is no command “{args[0]}”.";
        var arguments = args[0].Equals("policy", StringComparison.OrdinalIgnoreCase)
            ? PolicyArguments.Parse(args[1..], out fault)
            : null;
        if (arguments is null)
        {
            await console.Error.WriteLineAsync($"{fault}\n\n{PolicyUsage.Text}");
            return Failed;
        }

        return await RunAsync(
            arguments.Settings,
            console,
            settings =>
                arguments.Verb switch
                {
                    PolicyVerb.Validate => ValidatePolicy.RunAsync(arguments, console, CancellationToken.None),
                    PolicyVerb.Export => ExportPolicy.RunAsync(arguments, settings, console, CancellationToken.None),
                    PolicyVerb.Plan => PlanPolicy.RunAsync(arguments, settings, console, CancellationToken.None),
                    _ => ApplyPolicy.RunAsync(arguments, settings, console, CancellationToken.None),
                }
        );
    }

    /// <summary>Runs a command with the bot's settings. Whatever goes wrong is said in a line.</summary>
    /// <param name="given">Settings from the command line.</param>
    /// <param name="console">Where the line goes.</param>
    /// <param name="command">Gives the exit code.</param>
    internal static async Task<int> RunAsync(
        IReadOnlyList<string> given,
        PolicyConsole console,
        Func<WebApplicationBuilder, Task<int>> command
    )
    {
        IConfiguration? configuration = null;
        try
        {
            var settings = WebApplication.CreateBuilder([.. given]);
            configuration = settings.Configuration;
            return await command(settings);
        }
        // An operator gets a sentence, whatever went wrong.
        catch (Exception failure)
        {
            foreach (var line in Lines(failure, configuration))
            {
                await console.Error.WriteLineAsync(line);
            }

            return Failed;
        }
    }

    private static IReadOnlyList<string> Lines(Exception failure, IConfiguration? configuration) =>
        failure is PolicyException
            ? [failure.Message]
            : PimBotHost.Explain(failure, configuration)
                ?? [$"It failed: {failure.GetBaseException().Message.Split('\n')[0].TrimEnd()}"];
}
