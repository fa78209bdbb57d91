using System.Text;
using System.Text.Json.Nodes;

namespace PimBot.Application.Tests.Access;

/// <summary>Directories in YAML.</summary>
internal static class YamlSample
{
    public const string Small = """
        people:
          - { id: 0012, name: Ann, upn: 1e3, enabled: true, lastSignIn: 2026-03-01 }
        scopes: [ { id: /, kind: directory, name: "null" } ]
        roles: []
        """;

    /// <summary>The same document in YAML's block style, with quotes only where JSON's text would be read as something else.</summary>
    public static string Of(string json)
    {
        var yaml = new StringBuilder();
        Write(JsonNode.Parse(json), yaml, indent: 0);
        return yaml.ToString();
    }

    private static void Write(JsonNode? node, StringBuilder yaml, int indent)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                foreach (var (key, value) in map)
                {
                    yaml.Append('\n').Append(' ', indent).Append(key).Append(':');
                    Write(value, yaml, indent + 2);
                }

                break;
            case JsonArray { Count: > 0 } list:
                foreach (var item in list)
                {
                    yaml.Append('\n').Append(' ', indent).Append('-');
                    Write(item, yaml, indent + 2);
                }

                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && IsPlain(text):
                yaml.Append(' ').Append(text);
                break;
            default:
                yaml.Append(' ').Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static bool IsPlain(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '/' or '-' or '.' or '@')
        && !text.StartsWith('@')
        && text.Trim() == text
        && text.Length > 0;
}
