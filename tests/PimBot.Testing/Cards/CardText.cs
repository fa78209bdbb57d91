using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PimBot.Testing;

/// <summary>Turns a card into the text that a person reads, one line a block, with times in that person's zone.</summary>
public static partial class CardText
{
    /// <summary>
    /// Flattens the visible parts. Columns and cells are joined by <c> | </c>, facts read <c>Title: Value</c>, inputs
    /// <c>[Label: value]</c>, actions <c>[Title]</c> (disabled ones <c>(Title)</c>); what a ShowCard holds follows its title.
    /// </summary>
    /// <param name="card">The card.</param>
    /// <param name="timeZone">IANA name, for <c>{{DATE()}}</c> and <c>{{TIME()}}</c>.</param>
    public static string Flatten(JsonObject card, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        return string.Join('\n', Lines(card, zone).Where(line => line.Trim().Length > 0));
    }

    private static IEnumerable<string> Lines(JsonObject node, TimeZoneInfo zone)
    {
        if (node["isVisible"] is JsonValue visible && !visible.GetValue<bool>())
        {
            return [];
        }

        return Text(node, "type") switch
        {
            "TextBlock" => [Markdown(Text(node, "text"), zone)],
            "RichTextBlock" => [string.Concat(Items(node, "inlines").Select(Inline))],
            "FactSet" => Objects(node, "facts").Select(fact => Fact(fact, zone)),
            "ColumnSet" => [Joined(Objects(node, "columns"), "items", zone)],
            "Table" => Objects(node, "rows").Select(row => Joined(Objects(row, "cells"), "items", zone)),
            "Image" => [$"<{Text(node, "altText")}>"],
            { } type when type.StartsWith("Input.", StringComparison.Ordinal) => [Input(node)],
            { } type when type.StartsWith("Action.", StringComparison.Ordinal) => Action(node, zone),
            _ => Parts(node).SelectMany(part => Lines(part, zone)),
        };
    }

    private static IEnumerable<JsonObject> Parts(JsonObject node) =>
        new[] { "body", "items", "images", "actions" }.SelectMany(name => Objects(node, name));

    private static string Joined(IEnumerable<JsonObject> cells, string member, TimeZoneInfo zone) =>
        string.Join(
            " | ",
            cells
                .Select(cell => string.Join(' ', Objects(cell, member).SelectMany(item => Lines(item, zone))))
                .Where(text => text.Length > 0)
        );

    private static IEnumerable<string> Action(JsonObject action, TimeZoneInfo zone)
    {
        var title = Text(action, "title");
        var isEnabled = action["isEnabled"]?.GetValue<bool>() ?? true;
        var shown = action["card"] is JsonObject card ? Lines(card, zone).Select(line => "  " + line) : [];
        return [isEnabled ? $"[{title}]" : $"({title})", .. shown];
    }

    private static string Input(JsonObject input)
    {
        var name = Text(input, "label") is { Length: > 0 } label ? label : Text(input, "title");
        var value = input["value"]?.ToString() ?? "";
        var chosen = Objects(input, "choices").FirstOrDefault(choice => Text(choice, "value") == value);
        return $"[{name}: {(chosen is null ? value : Text(chosen, "title"))}]";
    }

    private static string Inline(JsonNode? inline) =>
        inline is JsonObject run ? Text(run, "text") : inline?.ToString() ?? "";

    private static string Fact(JsonObject fact, TimeZoneInfo zone) =>
        $"{Markdown(Text(fact, "title"), zone)}: {Markdown(Text(fact, "value"), zone)}";

    private static string Markdown(string text, TimeZoneInfo zone)
    {
        var dated = DateOrTime().Replace(text, match => Localised(match, zone));
        return Escaped().Replace(dated.Replace("**", "", StringComparison.Ordinal), "${mark}");
    }

    private static string Localised(Match match, TimeZoneInfo zone)
    {
        if (!DateTimeOffset.TryParse(match.Groups["at"].Value, CultureInfo.InvariantCulture, out var at))
        {
            return match.Value;
        }

        var format = match.Groups["what"].Value == "DATE" ? "yyyy-MM-dd" : "HH:mm";
        return TimeZoneInfo.ConvertTime(at, zone).ToString(format, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<JsonNode?> Items(JsonObject node, string member) => node[member] as JsonArray ?? [];

    private static IEnumerable<JsonObject> Objects(JsonObject node, string member) =>
        Items(node, member).OfType<JsonObject>();

    private static string Text(JsonObject node, string member) => node[member]?.ToString() ?? "";

    [GeneratedRegex(@"\{\{(?<what>DATE|TIME)\((?<at>[^,)]+)(, ?[A-Z]+)?\)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateOrTime();

    [GeneratedRegex(@"\\(?<mark>[\\`*_{}\[\]()#+\-.!|~<>])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escaped();
}
