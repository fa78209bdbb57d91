using System.Globalization;
using PimBot.Access.Commands;

namespace PimBot.Audit.Commands;

/// <summary>One <c>PimBot audit</c> command, as it was typed.</summary>
internal sealed record AuditArguments
{
    /// <summary>Null: the bot's own store.</summary>
    public string? Export { get; private set; }

    public string? Anchors { get; private set; }

    public DateTimeOffset? Until { get; private set; }

    public bool IsFiltered { get; private set; }

    public bool Json { get; private set; }

    public IReadOnlyList<string> Settings { get; private set; } = [];

    /// <param name="args">Everything after <c>audit</c>.</param>
    /// <param name="fault">What can't be understood; null when there is a result.</param>
    public static AuditArguments? Parse(IReadOnlyList<string> args, out string? fault)
    {
        if (args is not [var verb, ..] || !verb.Equals("verify", StringComparison.OrdinalIgnoreCase))
        {
            fault =
                args.Count == 0
                    ? "Say what to do: verify."
                    : $"There is no command “audit {args[0]}”: there is verify.";
            return null;
        }

        var (parsed, settings) = (new AuditArguments(), new List<string>());
        var rest = new Queue<string>(args.Skip(1));
        while (rest.TryDequeue(out var next))
        {
            fault = PolicyArguments.IsSetting(next)
                ? PolicyArguments.TakeSetting(next, rest, settings)
                : parsed.Take(next, rest);
            if (fault is not null)
            {
                return null;
            }
        }

        fault =
            parsed.IsFiltered && parsed.Export is null
                ? "--filtered is for an export: the store has every entry."
                : null;
        return fault is null ? parsed with { Settings = settings } : null;
    }

    private string? Take(string argument, Queue<string> rest)
    {
        switch (argument)
        {
            case "--json":
                Json = true;
                return null;
            case "--filtered":
                IsFiltered = true;
                return null;
            case "--anchors":
                Anchors = rest.TryDequeue(out var file) ? file : null;
                return Anchors is null ? "--anchors needs a file." : null;
            case "--until":
                return TakeUntil(rest);
            case ['-', ..]:
                return $"audit verify knows no option {argument}.";
            default:
                var isSecond = Export is not null;
                Export = argument;
                return isSecond ? "Name one export, not several." : null;
        }
    }

    private string? TakeUntil(Queue<string> rest)
    {
        if (
            !rest.TryDequeue(out var text)
            || !DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var until
            )
        )
        {
            return "--until needs a time, such as 2026-03-02T09:00:00Z.";
        }

        Until = until;
        return null;
    }
}
