using PimBot.Composition;

namespace PimBot.Access.Commands;

/// <summary><c>PimBot policy …</c>: settings as code. Each error is a clear line on stderr.</summary>
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
        if (args.Any(a => HelpWords.Contains(a, StringComparer.OrdinalIgnoreCase)))
        {
            await console.Out.WriteLineAsync(PolicyUsage.Text);
            return Done;
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

        return await RunAsync(arguments, console);
    }

    private static async Task<int> RunAsync(PolicyArguments arguments, PolicyConsole console)
    {
        IConfiguration? configuration = null;
        try
        {
            var settings = WebApplication.CreateBuilder([.. arguments.Settings]);
            configuration = settings.Configuration;
            return arguments.Verb switch
            {
                PolicyVerb.Validate => await ValidatePolicy.RunAsync(arguments, console, CancellationToken.None),
                PolicyVerb.Export => await ExportPolicy.RunAsync(arguments, settings, console, CancellationToken.None),
                PolicyVerb.Plan => await PlanPolicy.RunAsync(arguments, settings, console, CancellationToken.None),
                _ => await ApplyPolicy.RunAsync(arguments, settings, console, CancellationToken.None),
            };
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
