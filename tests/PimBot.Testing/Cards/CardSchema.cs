using System.Text.Json;
using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>Checks names, types and required members of a card against <see cref="CardVocabulary"/>.</summary>
internal sealed class CardSchema
{
    private readonly Dictionary<string, IReadOnlyList<string>> enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Member>> bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CardType> types = new(StringComparer.Ordinal);

    private CardSchema(string table)
    {
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    public static CardSchema Adaptive15 { get; } = new(CardVocabulary.Table);

    public IReadOnlyDictionary<string, CardType> Types => types;

    /// <summary>Adds a sentence to <paramref name="problems"/> for each member that the schema does not allow.</summary>
    public void Check(JsonNode? node, string expected, string path, ICollection<string> problems)
    {
        if (Fits(node, expected, out var type))
        {
            CheckMembers((JsonObject)node!, type, path, problems);
            return;
        }

        if (expected.Split('|').Any(alternative => IsPlain(node, alternative)))
        {
            return;
        }

        if (expected.EndsWith("[]", StringComparison.Ordinal) && node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                Check(array[i], expected[..^2], $"{path}[{i}]", problems);
            }

            return;
        }

        problems.Add($"{path}: {Describe(node)} where {expected} is expected");
    }

    private void Read(string[] words)
    {
        switch (words[0])
        {
            case "enum":
                enums[words[1]] = words[2..];
                break;
            case "base":
                bases[words[1]] = words[2..].Select(Member.Parse).ToDictionary(member => member.Name);
                break;
            default:
                var isBased = words.Length > 3 && bases.ContainsKey(words[3]);
                var members = isBased ? new Dictionary<string, Member>(bases[words[3]]) : [];
                foreach (var member in words[(isBased ? 4 : 3)..].Select(Member.Parse))
                {
                    members[member.Name] = member;
                }

                types[words[1]] = new CardType(words[1], words[0], members);
                break;
        }
    }

    private bool Fits(JsonNode? node, string expected, out CardType type)
    {
        type = null!;
        if (node is not JsonObject json)
        {
            return false;
        }

        var named = json["type"] is JsonValue value && value.TryGetValue<string>(out var name) ? name : null;
        foreach (var alternative in expected.Split('|'))
        {
            var candidate = named ?? alternative;
            if (types.TryGetValue(candidate, out var found) && IsAllowed(found, alternative, named))
            {
                type = found;
                return true;
            }
        }

        return false;
    }

    private static bool IsAllowed(CardType type, string expected, string? named) =>
        expected switch
        {
            "Element" => type.Kind == "element",
            "Action" => type.Kind == "action",
            "SelectAction" => type.Kind == "action" && type.Name != "Action.ShowCard",
            "Inline" => type.Name == "TextRun" && named is not null,
            "Target" => type.Name == "TargetElement",
            _ => type.Name == expected && (type.Kind == "part" || named is not null),
        };

    private bool IsPlain(JsonNode? node, string expected) =>
        (expected, node?.GetValueKind()) switch
        {
            ("string" or "Inline" or "Target", JsonValueKind.String) => true,
            ("number", JsonValueKind.Number) => true,
            ("bool", JsonValueKind.True or JsonValueKind.False) => true,
            ("object", JsonValueKind.Object) => true,
            (_, JsonValueKind.String) => enums.TryGetValue(expected, out var values)
                && values.Contains(node!.GetValue<string>(), StringComparer.OrdinalIgnoreCase),
            _ => false,
        };

    private void CheckMembers(JsonObject json, CardType type, string path, ICollection<string> problems)
    {
        foreach (var (name, value) in json)
        {
            if (name == "type")
            {
                continue;
            }

            if (!type.Members.TryGetValue(name, out var member))
            {
                problems.Add($"{path}: {type.Name} has no member '{name}'");
            }
            else if (value is null)
            {
                problems.Add($"{path}.{name}: null (leave the member out)");
            }
            else
            {
                Check(value, member.Type, $"{path}.{name}", problems);
            }
        }

        foreach (var member in type.Members.Values.Where(member => member.IsRequired && !json.ContainsKey(member.Name)))
        {
            problems.Add($"{path}: {type.Name} needs '{member.Name}'");
        }
    }

    private static string Describe(JsonNode? node) =>
        node switch
        {
            null => "null",
            JsonObject json => json["type"] is { } type ? $"type {type.ToJsonString()}" : "an object without a type",
            _ => node.GetValueKind() is JsonValueKind.String ? node.ToJsonString() : $"a {node.GetValueKind()}",
        };

    internal sealed record CardType(string Name, string Kind, IReadOnlyDictionary<string, Member> Members);

    internal sealed record Member(string Name, string Type, bool IsRequired)
    {
        public static Member Parse(string word)
        {
            var parts = word.Split(':');
            return new Member(parts[0].TrimEnd('!'), parts[1], parts[0].EndsWith('!'));
        }
    }
}
