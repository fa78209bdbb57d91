using System.Globalization;
using System.Text.RegularExpressions;

namespace PimBot.Application.Access;

/// <summary>A node together with the way to it, so that whoever reads it can say where a fault is.</summary>
internal sealed partial class DirectoryCursor
{
    private readonly DirectoryFaults _faults;
    private readonly DirectoryCursor? _parent;
    private readonly string? _key;
    private readonly int _index;

    public DirectoryCursor(DirectoryNode root, DirectoryFaults faults)
    {
        Node = root;
        (Line, Column) = (root.Line, root.Column);
        _faults = faults;
    }

    private DirectoryCursor(DirectoryCursor parent, DirectoryNode node, string? key, int index)
        : this(node, parent._faults) => (_parent, _key, _index) = (parent, key, index);

    public DirectoryNode Node { get; }

    public int Line { get; private init; }

    public int Column { get; private init; }

    /// <summary>Such as <c>policies[2].activation.maximum</c>. Put together on demand: most places are never shown.</summary>
    public string Place
    {
        get
        {
            if (_parent is null)
            {
                return DirectoryFault.WholeDocument;
            }

            var above = _parent._parent is null ? "" : _parent.Place;
            return _key switch
            {
                null => string.Create(CultureInfo.InvariantCulture, $"{above}[{_index}]"),
                _ when !PlainKey().IsMatch(_key) => $"{above}[{DirectoryWords.Quote(_key)}]",
                _ when above.Length == 0 => _key,
                _ => $"{above}.{_key}",
            };
        }
    }

    public void Fault(string message) => _faults.Add(this, message);

    /// <summary>The value of a member, at its key's name.</summary>
    public DirectoryCursor Under(DirectoryMember member) => new(this, member.Value, member.Key, -1);

    /// <summary>The place of a member's key itself, for faults about the key.</summary>
    public DirectoryCursor AtKey(DirectoryMember member) =>
        new(this, member.Value, member.Key, -1) { Line = member.Line, Column = member.Column };

    /// <summary>The place where a key is missing: the map that should have it.</summary>
    public DirectoryCursor AtMissing(string key) => new(this, Node, key, -1);

    /// <summary>The elements of a list; a fault and nothing when it is no list.</summary>
    public IEnumerable<DirectoryCursor> Items()
    {
        if (Node.Kind is DirectoryNodeKind.List)
        {
            return Node.Items.Select((item, index) => new DirectoryCursor(this, item, key: null, index));
        }

        Fault($"must be a list, not {DirectoryWords.Describe(Node)}");
        return [];
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,40}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainKey();
}
