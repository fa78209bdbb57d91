using System.Globalization;
using PimBot.Application.Access;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PimBot.Access;

/// <summary>
/// Turns YAML's events into nodes. Plain scalars are null, true, false or text, so that an id such as 0012 stays what it
/// is; where the format wants a number, it takes it from the text. Used once.
/// </summary>
internal sealed class DirectoryYamlReader(IParser events)
{
    private const string TextTag = "tag:yaml.org,2002:str";

    private readonly Dictionary<AnchorName, (DirectoryNode Node, int Size)> _anchors = [];
    private int _nodes;

    /// <exception cref="YamlException">Not one valid document, nested too deeply, or too large once its aliases are written out.</exception>
    public DirectoryNode Read()
    {
        events.Consume<StreamStart>();
        if (events.Accept<StreamEnd>(out var end))
        {
            throw Broken(end, "there is no document");
        }

        events.Consume<DocumentStart>();
        var root = Node(depth: 1);
        events.Consume<DocumentEnd>();
        return events.Accept<StreamEnd>(out _) ? root : throw Broken(events.Current!, "there is a second document");
    }

    private DirectoryNode Node(int depth)
    {
        if (events.TryConsume<AnchorAlias>(out var alias))
        {
            return Anchored(alias);
        }

        var before = _nodes;
        Count(1, events.Current!);
        var anchor = events.Accept<NodeEvent>(out var start) ? start.Anchor : AnchorName.Empty;
        var node = events switch
        {
            _ when events.TryConsume<Scalar>(out var scalar) => Value(scalar),
            _ when events.TryConsume<SequenceStart>(out var list) => List(list, depth),
            _ => Map(events.Consume<MappingStart>(), depth),
        };
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = (node, _nodes - before);
        }

        return node;
    }

    // An anchor is known only when its node is complete, so no node can contain itself.
    private DirectoryNode Anchored(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var known))
        {
            throw Broken(alias, $"there is no anchor {alias.Value} before this alias");
        }

        Count(known.Size, alias);
        return known.Node;
    }

    private DirectoryNode List(SequenceStart start, int depth)
    {
        CheckStart(start, start.Tag, depth);
        var items = new List<DirectoryNode>();
        while (!events.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return DirectoryNode.OfList(items, Line(start), Column(start));
    }

    private DirectoryNode Map(MappingStart start, int depth)
    {
        CheckStart(start, start.Tag, depth);
        var members = new List<DirectoryMember>();
        while (!events.TryConsume<MappingEnd>(out _))
        {
            if (!events.TryConsume<Scalar>(out var key))
            {
                throw Broken(events.Current!, "a key must be a text");
            }

            members.Add(new(key.Value, Line(key), Column(key), Node(depth + 1)));
        }

        return DirectoryNode.OfMap(members, Line(start), Column(start));
    }

    private static DirectoryNode Value(Scalar scalar)
    {
        var (line, column) = (Line(scalar), Column(scalar));
        CheckTag(scalar, scalar.Tag);
        if (scalar.Style is not ScalarStyle.Plain || !scalar.Tag.IsEmpty)
        {
            return DirectoryNode.OfText(scalar.Value, line, column);
        }

        // The core schema of YAML 1.2.
        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => DirectoryNode.Null(line, column),
            "true" or "True" or "TRUE" => DirectoryNode.OfFlag(flag: true, line, column),
            "false" or "False" or "FALSE" => DirectoryNode.OfFlag(flag: false, line, column),
            var text => DirectoryNode.OfText(text, line, column),
        };
    }

    private static void CheckStart(ParsingEvent at, TagName tag, int depth)
    {
        CheckTag(at, tag);
        if (depth > DirectoryDocument.DeepestNesting)
        {
            throw Broken(at, $"it is nested deeper than {DirectoryDocument.DeepestNesting}");
        }
    }

    private static void CheckTag(ParsingEvent at, TagName tag)
    {
        if (!tag.IsEmpty && tag.Value is not (TextTag or "!"))
        {
            throw Broken(at, "the only tag that has a meaning here is !!str");
        }
    }

    private void Count(int nodes, ParsingEvent at)
    {
        _nodes += nodes;
        if (_nodes > DirectoryDocument.MostValues)
        {
            throw Broken(at, $"with its aliases written out it has more than {DirectoryDocument.MostValues} values");
        }
    }

    private static int Line(ParsingEvent at) => Convert.ToInt32(at.Start.Line, CultureInfo.InvariantCulture);

    private static int Column(ParsingEvent at) => Convert.ToInt32(at.Start.Column, CultureInfo.InvariantCulture);

    private static YamlException Broken(ParsingEvent at, string reason) => new(at.Start, at.End, reason);
}
