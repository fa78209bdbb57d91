using System.Text.RegularExpressions;
using PimBot.Application.Access;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PimBot.Access;

/// <summary>Writes nodes as YAML that reads back to the same nodes, here and in programs that follow YAML 1.1 or 1.2.</summary>
internal static partial class DirectoryYamlWriter
{
    private static readonly EmitterSettings Form = EmitterSettings
        .Default.WithBestWidth(int.MaxValue)
        .WithoutAnchorName()
        .WithNewLine("\n");

    // What YAML 1.1 or 1.2 takes for something else than a text.
    private static readonly string[] Reserved = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    public static string Write(DirectoryNode root)
    {
        using var text = new StringWriter();
        var emitter = new Emitter(text, Form);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Emit(emitter, root, isTop: true);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(Emitter emitter, DirectoryNode node, bool isTop = false)
    {
        var isLine = !isTop && node.IsFlat;
        switch (node.Kind)
        {
            case DirectoryNodeKind.Map:
                emitter.Emit(
                    new MappingStart(null, null, isImplicit: true, isLine ? MappingStyle.Flow : MappingStyle.Block)
                );
                foreach (var member in node.Members)
                {
                    emitter.Emit(Plain(member.Key));
                    Emit(emitter, member.Value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case DirectoryNodeKind.List:
                emitter.Emit(
                    new SequenceStart(null, null, isImplicit: true, isLine ? SequenceStyle.Flow : SequenceStyle.Block)
                );
                foreach (var item in node.Items)
                {
                    Emit(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case DirectoryNodeKind.Text when !IsPlain(node.Text):
                emitter.Emit(new Scalar(null, null, node.Text, ScalarStyle.DoubleQuoted, false, true));
                break;
            default:
                emitter.Emit(Plain(node.Kind is DirectoryNodeKind.Null ? "null" : node.Text));
                break;
        }
    }

    private static Scalar Plain(string text) => new(null, null, text, ScalarStyle.Plain, true, false);

    private static bool IsPlain(string text) =>
        PlainText().IsMatch(text) && !Reserved.Contains(text, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[A-Za-z/]([A-Za-z0-9 ._/@-]*[A-Za-z0-9._/@-])?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainText();
}
