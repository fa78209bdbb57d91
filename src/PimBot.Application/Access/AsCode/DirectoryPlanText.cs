using PimBot.Domain.Activations;

namespace PimBot.Application.Access.AsCode;

/// <summary>Says a plan in words, grouped by section; what is said of many alike is said once.</summary>
public static class DirectoryPlanText
{
    private const int LongestLine = 2000;

    private static readonly (string Topic, string Title)[] Titles =
    [
        ("scopes", "Scopes"),
        ("roles", "Roles"),
        ("people", "People"),
        ("groups", "Groups"),
        ("policies", "Settings of roles"),
        ("assignments", "Assignments"),
        ("reviews", "Access reviews"),
        ("alerts", "Alerts"),
    ];

    /// <summary>Lines for a terminal: nothing in them moves a cursor.</summary>
    public static IReadOnlyList<string> Lines(DirectoryPlan plan)
    {
        var entries = DirectoryPlanEntries.Of(plan);
        var changes = entries.Where(e => e.Action != DirectoryPlanEntry.Keep).ToList();
        var drift = entries.Where(e => e.Action == DirectoryPlanEntry.Keep).ToList();
        var lines = new List<string>(Sections(changes));
        if (drift.Count > 0)
        {
            lines.Add("In the store and not in the file (stays as it is)");
            lines.AddRange(Sections(drift).Select(line => $"  {line}"));
        }

        lines.Add(Summary(changes.Count, drift.Count));
        return lines.ConvertAll(Inert);
    }

    private static IEnumerable<string> Sections(IReadOnlyList<DirectoryPlanEntry> entries) =>
        from title in Titles
        let sentences = Sentences([.. entries.Where(e => e.Topic == title.Topic)]).ToList()
        where sentences.Count > 0
        from line in sentences.Select(s => $"  {s}").Prepend(title.Title)
        select line;

    private static IEnumerable<string> Sentences(IReadOnlyList<DirectoryPlanEntry> entries) =>
        entries
            .GroupBy(e => (e.Action, e.Several, e.Noun))
            .SelectMany(alike =>
                alike.Count() <= DirectoryCounting.Few ? alike.SelectMany(e => e.Lines) : [Together(alike)]
            );

    private static string Together(IEnumerable<DirectoryPlanEntry> alike)
    {
        var entries = alike.ToList();
        var who = $"{DirectoryCounting.Number(entries.Count)} {entries[0].Noun}{entries[0].Several}";
        var names = DirectoryCounting.Some([.. entries.Select(e => e.Subject)]);
        return entries[0].Several.Contains(": ", StringComparison.Ordinal) ? $"{who} ({names})" : $"{who}: {names}";
    }

    private static string Summary(int changes, int drift) =>
        (changes, drift) switch
        {
            (0, 0) => "Nothing to do: the store has what the file says.",
            (0, _) => $"Nothing to do. Not in the file: {Entries(drift)}.",
            (_, 0) => $"To do: {Changes(changes)}.",
            _ => $"To do: {Changes(changes)}. Not in the file: {Entries(drift)}.",
        };

    private static string Changes(int number) => DirectoryCounting.Count(number, "change", "changes");

    private static string Entries(int number) => DirectoryCounting.Count(number, "entry", "entries");

    private static string Inert(string line)
    {
        var indent = line.Length - line.AsSpan().TrimStart(' ').Length;
        return line[..indent] + InertText.Clean(line, LongestLine);
    }
}
