using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>Walks a card.</summary>
internal static class CardTree
{
    /// <summary>
    /// Every object of the card in the document's order, except inside <c>data</c>, <c>msteams</c> and <c>requires</c>,
    /// which are no elements.
    /// </summary>
    public static IEnumerable<(JsonObject Node, string Path)> Objects(JsonObject node, string path)
    {
        yield return (node, path);
        foreach (var (name, value) in node)
        {
            if (name is "data" or "msteams" or "requires")
            {
                continue;
            }

            foreach (var found in Below(value, $"{path}.{name}"))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(JsonObject Node, string Path)> Below(JsonNode? value, string path) =>
        value switch
        {
            JsonObject json => Objects(json, path),
            JsonArray array => array.SelectMany((item, i) => Below(item, $"{path}[{i}]")),
            _ => [],
        };
}
