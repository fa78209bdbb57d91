namespace PimBot.Access.Commands;

/// <summary>One <c>PimBot policy</c> command, as it was typed.</summary>
internal sealed record PolicyArguments(PolicyVerb Verb, string File)
{
    public bool Prune { get; private set; }

    public bool Json { get; private set; }

    public bool Yes { get; private set; }

    /// <summary>Whether a database that is not there is made.</summary>
    public bool Create { get; private set; }

    /// <summary>The id or user principal name of an administrator.</summary>
    public string? As { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>What is meant for the settings, such as <c>--Storage:Engine=Postgres</c>.</summary>
    public IReadOnlyList<string> Settings { get; private set; } = [];

    /// <param name="args">Everything after <c>policy</c>.</param>
    /// <param name="fault">What can't be understood; null when there is a result.</param>
    public static PolicyArguments? Parse(IReadOnlyList<string> args, out string? fault)
    {
        if (args.Count == 0)
        {
            fault = "Say what to do: export, validate, plan or apply.";
            return null;
        }

        if (!Enum.TryParse<PolicyVerb>(args[0], ignoreCase: true, out var verb) || !args[0].All(char.IsLetter))
        {
            fault = $"There is no command “policy {args[0]}”: there are export, validate, plan and apply.";
            return null;
        }

        var settings = new List<string>();
        var files = new List<string>();
        var parsed = new PolicyArguments(verb, "");
        var rest = new Queue<string>(args.Skip(1));
        while (rest.TryDequeue(out var next))
        {
            fault = IsSetting(next) ? TakeSetting(next, rest, settings) : parsed.Take(next, rest, files);
            if (fault is not null)
            {
                return null;
            }
        }

        fault = files.Count switch
        {
            0 => $"Name the file: PimBot policy {args[0]} <file>.",
            > 1 => $"Name one file, not {files.Count}: {string.Join(", ", files)}.",
            _ => null,
        };
        return fault is null ? parsed with { File = files[0], Settings = settings } : null;
    }

    internal static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal)
        && argument.Split('=', 2)[0].Contains(':', StringComparison.Ordinal);

    internal static string? TakeSetting(string setting, Queue<string> rest, List<string> settings)
    {
        settings.Add(setting);
        if (setting.Contains('=', StringComparison.Ordinal))
        {
            return null;
        }

        if (!rest.TryDequeue(out var value))
        {
            return $"{setting} needs a value.";
        }

        settings.Add(value);
        return null;
    }

    private string? Take(string argument, Queue<string> rest, List<string> files)
    {
        var parts = argument.Split('=', 2);
        switch (parts[0], Verb)
        {
            case ("--prune", PolicyVerb.Plan or PolicyVerb.Apply) when parts.Length == 1:
                Prune = true;
                return null;
            case ("--json", PolicyVerb.Plan) when parts.Length == 1:
                Json = true;
                return null;
            case ("--yes", PolicyVerb.Apply) when parts.Length == 1:
                Yes = true;
                return null;
            case ("--create", PolicyVerb.Apply) when parts.Length == 1:
                Create = true;
                return null;
            case ("--as", PolicyVerb.Apply):
                return Value(parts, rest, value => As = value);
            case ("--reason", PolicyVerb.Apply):
                return Value(parts, rest, value => Reason = value);
            default:
                if (argument.Length > 1 && argument[0] == '-')
                {
                    return $"policy {Verb.ToString().ToLowerInvariant()} knows no option {argument}.";
                }

                files.Add(argument);
                return null;
        }
    }

    private static string? Value(string[] parts, Queue<string> rest, Action<string> keep)
    {
        var value =
            parts.Length == 2 ? parts[1]
            : rest.TryDequeue(out var next) ? next
            : "";
        if (string.IsNullOrWhiteSpace(value))
        {
            return $"{parts[0]} needs a value.";
        }

        keep(value.Trim());
        return null;
    }
}
