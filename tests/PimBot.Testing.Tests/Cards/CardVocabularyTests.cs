using System.Text.Json.Nodes;
using Xunit;

namespace PimBot.Testing.Tests;

/// <summary>Compares our compact table with the published schema, where that file is at hand.</summary>
public sealed class CardVocabularyTests
{
    private const string Variable = "PIMBOT_CARD_SCHEMA";

    /// <summary>Teams' people picker, which Teams takes in cards of 1.5.</summary>
    private const string PickerType = "Data.Query";

    private const string PickerMember = "choices.data";

    [Fact]
    public void Every_member_of_our_table_stands_in_the_published_schema_with_the_same_requirements()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        if (path is null)
        {
            Assert.Skip($"{Variable} names no copy of the published Adaptive Card schema 1.5.");
        }

        var definitions = JsonNode.Parse(File.ReadAllText(path))!["definitions"]!.AsObject();
        var differences = CardSchema.Adaptive15.Types.Values.SelectMany(type => Differences(type, definitions));
        Assert.Empty(differences);
    }

    private static IEnumerable<string> Differences(CardSchema.CardType type, JsonObject definitions)
    {
        if (type.Name == PickerType)
        {
            return [];
        }

        if (Definition(type.Name, definitions) is not { } definition)
        {
            return [$"{type.Name} is not in the published schema"];
        }

        var published = definition["properties"]!
            .AsObject()
            .Select(member => member.Key.TrimEnd('?'))
            .Append("msteams")
            .Append(PickerMember);
        var required = Required(definition, definitions).Except(["type"]);
        return type
            .Members.Keys.Except(published)
            .Select(name => $"{type.Name}.{name} is not in the published schema")
            .Concat(
                required
                    .Except(type.Members.Values.Where(member => member.IsRequired).Select(member => member.Name))
                    .Select(name => $"{type.Name}.{name} is required by the published schema")
            );
    }

    /// <summary>TextRun and TargetElement are objects or plain strings: the object is what has members.</summary>
    private static JsonObject? Definition(string name, JsonObject definitions) =>
        definitions[name] is not JsonObject found ? null
        : found.ContainsKey("properties") ? found
        : found["anyOf"]!.AsArray().OfType<JsonObject>().First(alternative => alternative.ContainsKey("properties"));

    private static IEnumerable<string> Required(JsonObject definition, JsonObject definitions)
    {
        var inherited = (definition["allOf"] as JsonArray ?? [])
            .Select(part => part!["$ref"]?.ToString().Split('/')[^1])
            .Where(name => name is not null)
            .SelectMany(name => Required(definitions[name!]!.AsObject(), definitions));
        return (definition["required"] as JsonArray ?? []).Select(name => name!.ToString()).Concat(inherited);
    }
}
