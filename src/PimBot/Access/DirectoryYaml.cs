using System.Globalization;
using PimBot.Application.Access;
using PimBot.Domain.Activations;
using YamlDotNet.Core;

namespace PimBot.Access;

/// <summary>A directory document in YAML: the same tree as in JSON, read by the same rules.</summary>
internal static class DirectoryYaml
{
    /// <inheritdoc cref="DirectoryDocument.Parse"/>
    public static DirectoryDocumentResult Parse(string yaml, DateTimeOffset now)
    {
        DirectoryNode root;
        try
        {
            root = new DirectoryYamlReader(new Parser(new StringReader(yaml))).Read();
        }
        catch (YamlException broken)
        {
            var reason = InertText.Clean(broken.Message, DirectoryFault.LongestReason);
            var fault = new DirectoryFault(DirectoryFault.WholeDocument, $"is not valid YAML: {reason}")
            {
                Line = Convert.ToInt32(broken.Start.Line, CultureInfo.InvariantCulture),
                Column = Convert.ToInt32(broken.Start.Column, CultureInfo.InvariantCulture),
            };
            return DirectoryDocument.Refuse(fault);
        }

        return DirectoryDocument.Read(root, now);
    }
}
