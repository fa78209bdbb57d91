using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PimBot.Application.Access.AsCode;

/// <summary>Writes nodes as JSON for people: what holds no further lists of objects stands on one line.</summary>
public static class DirectoryJsonWriter
{
    private const string Step = "  ";

    /// <summary>A complete document, with a line break at its end.</summary>
    public static string Write(DirectoryNode root)
    {
        var json = new StringBuilder();
        Append(json, root, "");
        return json.Append('\n').ToString();
    }

    private static void Append(StringBuilder json, DirectoryNode node, string indent)
    {
        if (node.IsFlat)
        {
            AppendLine(json, node);
        }
        else if (node.Kind is DirectoryNodeKind.Map)
        {
            AppendLines(
                json,
                '{',
                '}',
                node.Members,
                indent,
                (member, deeper) =>
                {
                    json.Append(Text(member.Key)).Append(": ");
                    Append(json, member.Value, deeper);
                }
            );
        }
        else
        {
            AppendLines(json, '[', ']', node.Items, indent, (item, deeper) => Append(json, item, deeper));
        }
    }

    private static void AppendLines<T>(
        StringBuilder json,
        char open,
        char close,
        IReadOnlyList<T> entries,
        string indent,
        Action<T, string> append
    )
    {
        var deeper = indent + Step;
        var separator = open.ToString();
        foreach (var entry in entries)
        {
            json.Append(separator).Append('\n').Append(deeper);
            append(entry, deeper);
            separator = ",";
        }

        json.Append('\n').Append(indent).Append(close);
    }

    private static void AppendLine(StringBuilder json, DirectoryNode node)
    {
        switch (node.Kind)
        {
            case DirectoryNodeKind.Map when node.Members.Count == 0:
                json.Append("{}");
                break;
            case DirectoryNodeKind.Map:
                var before = "{ ";
                foreach (var member in node.Members)
                {
                    json.Append(before).Append(Text(member.Key)).Append(": ");
                    AppendLine(json, member.Value);
                    before = ", ";
                }

                json.Append(" }");
                break;
            case DirectoryNodeKind.List:
                json.Append('[');
                foreach (var (index, item) in node.Items.Index())
                {
                    AppendLine(json.Append(index == 0 ? "" : ", "), item);
                }

                json.Append(']');
                break;
            default:
                json.Append(node.Kind is DirectoryNodeKind.Null ? "null" : Value(node));
                break;
        }
    }

    private static string Value(DirectoryNode node) =>
        node.Kind is DirectoryNodeKind.Text ? Text(node.Text) : node.Text;

    // The document stands in no HTML: names in all languages may be read as they are.
    private static string Text(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
