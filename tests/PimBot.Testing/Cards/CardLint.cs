using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PimBot.Testing;

/// <summary>
/// Checks an Adaptive Card against the published rules of schema 1.5 and the limits of Teams that matter here, and
/// against our own: text of users is inert, every action can be recognised, every card can be read by a screen reader.
/// </summary>
public static partial class CardLint
{
    /// <summary>Largest message or card, as UTF-16. Teams refuses above about 100 KB; this leaves room for its envelope.</summary>
    public const int MaximumBytes = 80 * 1024;

    /// <summary>Actions that Teams shows in one row; more are cut off, unless their mode is secondary.</summary>
    public const int MaximumActions = 6;

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One sentence for each fault, with its place; empty when the card is good.</summary>
    public static IReadOnlyList<string> Check(JsonNode card)
    {
        var problems = new List<string>();
        if (card is not JsonObject root || Text(root, "type") != "AdaptiveCard")
        {
            return ["card: the root's type is not AdaptiveCard"];
        }

        CardSchema.Adaptive15.Check(root, "AdaptiveCard", "card", problems);
        CheckRoot(root, problems);
        CheckIds(root, problems);
        foreach (var (node, path) in CardTree.Objects(root, "card"))
        {
            CheckInput(node, path, problems);
            CheckAction(node, path, problems);
            CheckActionCount(node, path, problems);
            CheckTexts(node, path, problems);
        }

        return problems;
    }

    private static void CheckRoot(JsonObject card, List<string> problems)
    {
        if (Text(card, "version") is not { } version || !Version().IsMatch(version))
        {
            problems.Add("card.version: missing, or above 1.5");
        }

        if (string.IsNullOrWhiteSpace(Text(card, "fallbackText")))
        {
            problems.Add("card.fallbackText: missing");
        }

        if (card.ToJsonString(Relaxed).Length * 2 > MaximumBytes)
        {
            problems.Add($"card: larger than {MaximumBytes} bytes as UTF-16");
        }

        var body = new JsonObject { ["body"] = card["body"]?.DeepClone() };
        var first = CardTree.Objects(body, "card").Select(place => place.Node).FirstOrDefault(IsTextBlock);
        if (first is null || !string.Equals(Text(first, "style"), "heading", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add("card: its first TextBlock has not the style heading");
        }
    }

    private static void CheckIds(JsonObject card, List<string> problems)
    {
        var ids = CardTree.Objects(card, "card").Select(place => Text(place.Node, "id")).OfType<string>();
        var doubled = ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1);
        problems.AddRange(doubled.Select(group => $"card: the id '{group.Key}' occurs {group.Count()} times"));
    }

    private static void CheckInput(JsonObject node, string path, List<string> problems)
    {
        if (Text(node, "type") is not { } type || !type.StartsWith("Input.", StringComparison.Ordinal))
        {
            return;
        }

        var isNamed = !string.IsNullOrWhiteSpace(Text(node, "label"));
        var isTitled = type == "Input.Toggle" && !string.IsNullOrWhiteSpace(Text(node, "title"));
        if (type != "Input.Choice" && !isNamed && !isTitled)
        {
            problems.Add($"{path}: the input has no label");
        }
    }

    private static void CheckAction(JsonObject node, string path, List<string> problems)
    {
        if (Text(node, "type") is not { } type || !type.StartsWith("Action.", StringComparison.Ordinal))
        {
            return;
        }

        var isRefresh = path.EndsWith(".refresh.action", StringComparison.Ordinal);
        if (!isRefresh && string.IsNullOrWhiteSpace(Text(node, "title")))
        {
            problems.Add($"{path}: the action has no title");
        }

        if (type == "Action.Execute")
        {
            CheckVerb(node, path, problems);
        }
    }

    private static void CheckVerb(JsonObject action, string path, List<string> problems)
    {
        var verb = Text(action, "verb");
        if (string.IsNullOrWhiteSpace(verb))
        {
            problems.Add($"{path}: Action.Execute has no verb");
        }
        else if (action["data"] is not JsonObject data || Text(data, "verb") != verb)
        {
            problems.Add($"{path}: the verb is not copied in data.verb, where clients that drop it leave it");
        }
    }

    private static void CheckActionCount(JsonObject node, string path, List<string> problems)
    {
        if (node["actions"] is JsonArray actions)
        {
            var shown = actions.OfType<JsonObject>().Count(action => Text(action, "mode") != "secondary");
            if (shown > MaximumActions)
            {
                problems.Add($"{path}.actions: {shown} actions are shown, {MaximumActions} fit");
            }
        }
    }

    private static void CheckTexts(JsonObject node, string path, List<string> problems)
    {
        var type = Text(node, "type");
        foreach (var (name, value) in node)
        {
            if (value is null || value.GetValueKind() != JsonValueKind.String || IsInert(type, name, path))
            {
                continue;
            }

            var text = value.GetValue<string>();
            var isMarkdown = type == "TextBlock" || path.Contains(".facts[", StringComparison.Ordinal);
            if (Template().IsMatch(text))
            {
                problems.Add($"{path}.{name}: an unresolved template in '{text}'");
            }

            if ((isMarkdown ? DateOrTime().Replace(text, "") : text).Contains("{{", StringComparison.Ordinal))
            {
                problems.Add($"{path}.{name}: '{{{{' that is no DATE or TIME, or where neither is read");
            }

            if (isMarkdown && MarkdownLink().IsMatch(text))
            {
                problems.Add($"{path}.{name}: a Markdown link or image");
            }
        }
    }

    /// <summary>Where a client shows or keeps text as it is, so that text of users may stand there.</summary>
    private static bool IsInert(string? type, string member, string path) =>
        (type, member) switch
        {
            ("TextRun", "text") => true,
            (_, "title" or "value") when path.Contains(".choices[", StringComparison.Ordinal) => true,
            ({ } name, "value") => name.StartsWith("Input.", StringComparison.Ordinal),
            _ => false,
        };

    private static bool IsTextBlock(JsonObject node) => Text(node, "type") == "TextBlock";

    private static string? Text(JsonObject node, string member) =>
        node[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    [GeneratedRegex(@"^1\.[0-5]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"\$\{[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Template();

    [GeneratedRegex(
        @"\{\{(DATE|TIME)\([0-9T:.+\-]+Z?(, ?(SHORT|LONG|COMPACT))?\)\}\}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex DateOrTime();

    [GeneratedRegex(@"(?<!\\)\[[^\]]*(?<!\\)\]\([^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkdownLink();
}
