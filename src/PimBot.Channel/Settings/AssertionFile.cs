using System.Text;

namespace PimBot.Channel.Settings;

/// <summary>Reads a federated assertion that somebody else keeps fresh in a file.</summary>
internal static class AssertionFile
{
    private const int Longest = 16 * 1024;

    /// <summary>Null: unreadable, or not just one line of visible ASCII of at most 16 KB.</summary>
    public static string? TryRead(string path)
    {
        try
        {
            var text = new FileInfo(path).Length <= Longest ? File.ReadAllText(path, Encoding.ASCII).Trim() : "";
            return text.Length > 0 && text.All(c => c is > ' ' and < '\x7f') ? text : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }
}
