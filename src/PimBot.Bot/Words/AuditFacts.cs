using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Wording;

/// <summary>What an entry's details say, as the clause of a sentence; they are codes, so that all words are ours.</summary>
internal static class AuditFacts
{
    /// <summary>": Deny, as recommended"; nothing where the details hold no answer.</summary>
    public static string Answer(AuditEvent happened) =>
        Parts(happened) is [_, _, var code, .. var rest] && Enum.TryParse<ReviewVerdict>(code, out var verdict)
            ? $": {ReviewWords.Verdict(verdict)}{(rest is ["recommended"] ? ", as recommended" : "")}"
            : "";

    /// <summary>What becomes of what was reviewed; null where the details don't say.</summary>
    public static ReviewItemResult? Settled(AuditEvent happened) =>
        Parts(happened) is [_, _, var code, ..] && Enum.TryParse<ReviewItemResult>(code.Split(':')[0], out var result)
            ? result
            : null;

    /// <summary>"the alert “Too many owners of a resource”"; "an alert" where the details name none.</summary>
    public static string Alert(AuditEvent happened) =>
        Parts(happened) is [var id, ..] && AlertDefinitions.Find(id) is { } alert
            ? $"the alert “{AlertWords.Title(alert.Kind)}”"
            : "an alert";

    /// <summary>Whether it is about access that somebody has from outside, whom the directory need not know.</summary>
    public static bool IsOfOutside(AuditEvent happened) =>
        Parts(happened).Any(part => part.StartsWith("outside=", StringComparison.Ordinal));

    /// <summary>": 30 → 60 days, switched off"; nothing where the details hold no change.</summary>
    public static string Change(AuditEvent happened)
    {
        var changes = Parts(happened).Skip(1).Select(Changed).OfType<string>().ToList();
        return changes.Count == 0 ? "" : $": {string.Join(", ", changes)}";
    }

    private static string? Changed(string part) =>
        part.Split([":", "->"], StringSplitOptions.None) switch
        {
            ["enabled", var isEnabled] => AlertDoneWords.Switched(isEnabled == bool.TrueString),
            [var name, var before, var after] when Enum.TryParse<AlertThresholdName>(name, out var threshold) =>
                AlertDoneWords.Change(threshold, before, after),
            _ => null,
        };

    private static string[] Parts(AuditEvent happened) => happened.Detail?.Split(' ') ?? [];
}
