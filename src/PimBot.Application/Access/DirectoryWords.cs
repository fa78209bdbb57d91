using PimBot.Domain.Activations;

namespace PimBot.Application.Access;

/// <summary>How faults show what stands in the file.</summary>
internal static class DirectoryWords
{
    private const int LongestQuote = 60;

    /// <summary>In double quotes, shortened, without anything that could disturb a log line or a terminal.</summary>
    public static string Quote(string text) => $"\"{InertText.Clean(text, LongestQuote)}\"";

    /// <summary>Such as <c>a list</c> or <c>the text "x"</c>.</summary>
    public static string Describe(DirectoryNode node) =>
        node.Kind switch
        {
            DirectoryNodeKind.Text => $"the text {Quote(node.Text)}",
            DirectoryNodeKind.Flag => node.Text,
            DirectoryNodeKind.Number => $"the number {InertText.Clean(node.Text, LongestQuote)}",
            DirectoryNodeKind.List => "a list",
            DirectoryNodeKind.Map => "an object",
            _ => "null",
        };

    public static string List(IEnumerable<string> words) => string.Join(", ", words);
}
