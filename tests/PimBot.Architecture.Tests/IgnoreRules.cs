using System.IO.Enumeration;

namespace PimBot.Architecture.Tests;

/// <summary>The part of .gitignore's language that this repository uses: names and wildcards, folders with a trailing slash.</summary>
internal sealed class IgnoreRules
{
    private readonly IReadOnlyList<string> patterns;

    private IgnoreRules(IReadOnlyList<string> patterns) => this.patterns = patterns;

    /// <exception cref="NotSupportedException">A pattern uses more of the language than is read here.</exception>
    public static IgnoreRules Parse(IEnumerable<string> lines)
    {
        var read = lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToList();
        var unknown = read.Find(pattern =>
            pattern[0] == '!' || pattern.Contains("**", StringComparison.Ordinal) || pattern.Contains('[')
        );
        return unknown is null
            ? new IgnoreRules(read)
            : throw new NotSupportedException($"IgnoreRules does not read '{unknown}' of .gitignore.");
    }

    /// <summary>Whether git leaves this file or folder out.</summary>
    public bool Match(string path, bool isFolder) => patterns.Any(pattern => Match(pattern, path, isFolder));

    private static bool Match(string pattern, string path, bool isFolder)
    {
        var name = pattern.TrimEnd('/');
        var isForFolders = name.Length < pattern.Length;
        var subject = name.Contains('/') ? path : path[(path.LastIndexOf('/') + 1)..];
        return (isFolder || !isForFolders) && FileSystemName.MatchesSimpleExpression(name.TrimStart('/'), subject);
    }
}
