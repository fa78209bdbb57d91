namespace PimBot.Application.Access;

/// <summary>
/// A value of a directory file with its position, independent of the notation: JSON and YAML become the same tree.
/// </summary>
public sealed class DirectoryNode
{
    private const int MostOnOneLine = 4;

    private DirectoryNode(DirectoryNodeKind kind, int line, int column) => (Kind, Line, Column) = (kind, line, column);

    public DirectoryNodeKind Kind { get; }

    /// <summary>From 1; 0 when it does not come from a file.</summary>
    public int Line { get; }

    /// <summary>In characters, from 1; 0 when it does not come from a file.</summary>
    public int Column { get; }

    /// <summary>The text of a text, <c>true</c> or <c>false</c> of a flag, the digits of a number; otherwise empty.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The elements of a list; otherwise empty.</summary>
    public IReadOnlyList<DirectoryNode> Items { get; private init; } = [];

    /// <summary>The members of a map, in the file's order, doubles included; otherwise empty.</summary>
    public IReadOnlyList<DirectoryMember> Members { get; private init; } = [];

    /// <summary>Whether it stands well on one line: a value, a short list of values, or a map of these.</summary>
    public bool IsFlat =>
        Kind switch
        {
            DirectoryNodeKind.Map => Members.All(m =>
                m.Value.Kind is not DirectoryNodeKind.Map && (m.Value.Items.Count == 0 || m.Value.IsFlat)
            ),
            DirectoryNodeKind.List => Items.Count <= MostOnOneLine && Items.All(IsValue),
            _ => true,
        };

    public static DirectoryNode Null(int line, int column) => new(DirectoryNodeKind.Null, line, column);

    public static DirectoryNode OfText(string text, int line, int column) =>
        new(DirectoryNodeKind.Text, line, column) { Text = text };

    public static DirectoryNode OfFlag(bool flag, int line, int column) =>
        new(DirectoryNodeKind.Flag, line, column) { Text = flag ? "true" : "false" };

    public static DirectoryNode OfNumber(string digits, int line, int column) =>
        new(DirectoryNodeKind.Number, line, column) { Text = digits };

    public static DirectoryNode OfList(IReadOnlyList<DirectoryNode> items, int line, int column) =>
        new(DirectoryNodeKind.List, line, column) { Items = items };

    public static DirectoryNode OfMap(IReadOnlyList<DirectoryMember> members, int line, int column) =>
        new(DirectoryNodeKind.Map, line, column) { Members = members };

    private static bool IsValue(DirectoryNode node) =>
        node.Kind is not (DirectoryNodeKind.Map or DirectoryNodeKind.List);
}
