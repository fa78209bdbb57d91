using System.Text.RegularExpressions;

namespace PimBot.Architecture.Tests;

/// <summary>What holds for the files themselves.</summary>
internal static partial class SourceRules
{
    private const int LongestFile = 400;

    private static readonly string[] VagueFolders = ["Helpers", "Utils", "Utilities", "Common", "Managers", "Misc"];

    private static readonly string[] CodeEndings = [".cs", ".js", ".mjs", ".ts", ".css", ".html", ".sh"];

    private static readonly string[] TopLevel =
    [
        "src",
        "tests",
        "manifest",
        "PimBot.sln",
        "appsettings.sample.json",
        "README.md",
        "LICENSE",
        "global.json",
    ];

    /// <summary>Folders whose names say nothing about a feature.</summary>
    public static IEnumerable<string> Folders(SourceTree tree) =>
        from path in tree.Files.Keys
        from folder in path.Split('/')[..^1]
        where VagueFolders.Contains(folder, StringComparer.OrdinalIgnoreCase)
        select $"{path}: no folder is called {folder}";

    /// <summary>Files of code that are too long to be read at once.</summary>
    public static IEnumerable<string> Length(SourceTree tree) =>
        from file in tree.Files
        where
            file.Key.StartsWith("src/", StringComparison.Ordinal)
            || file.Key.StartsWith("tests/", StringComparison.Ordinal)
        where
            CodeEndings.Contains(Path.GetExtension(file.Key))
            && !file.Key.Contains("/Migrations/", StringComparison.Ordinal)
        let lines = file.Value.AsSpan().TrimEnd('\n').Count('\n') + 1
        where lines > LongestFile
        select $"{file.Key}: {lines} lines, {LongestFile} are allowed";

    /// <summary>Product code that reads the machine's clock, and tests that wait for it.</summary>
    public static IEnumerable<string> Clocks(SourceTree tree) =>
        Lines(tree, "src", MachineClock())
            .Concat(Lines(tree, "tests", Sleep()))
            .Concat(Lines(tree, "src", Sleep()))
            .Where(found => !WaitsByAGivenClock(found))
            .Distinct(StringComparer.Ordinal);

    // In the product the analyzer bans every wait without a clock; here it is enough that one is named.
    private static bool WaitsByAGivenClock(string line) =>
        line.Contains("TimeProvider", StringComparison.Ordinal) || line.Contains(", time,", StringComparison.Ordinal);

    /// <summary>Files of the product with more than one public type.</summary>
    public static IEnumerable<string> PublicTypes(SourceTree tree) =>
        from file in tree.CSharp("src")
        let count = PublicType().Count(file.Text)
        where count > 1
        select $"{file.Path}: {count} public types";

    /// <summary>Entries of the top folder that the design does not name.</summary>
    public static IEnumerable<string> Top(SourceTree tree) =>
        from name in tree.Files.Keys.Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal)
        where !TopLevel.Contains(name) && name[0] != '.' && !DirectoryProps().IsMatch(name)
        select $"{name}: not one of the entries at the top";

    /// <summary>Text that holds a path of somebody's machine.</summary>
    public static IEnumerable<string> MachinePaths(SourceTree tree) =>
        from file in tree.Files
        from match in MachinePath().Matches(file.Value)
        select $"{file.Key}: {match.Value.Trim()}";

    private static IEnumerable<string> Lines(SourceTree tree, string folder, Regex forbidden) =>
        from file in tree.CSharp(folder)
        from numbered in file.Text.Split('\n').Index()
        let code = Comment().Replace(numbered.Item, "")
        where forbidden.IsMatch(code)
        select $"{file.Path}({numbered.Index + 1}): {code.Trim()}";

    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(Now|UtcNow|Today)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachineClock();

    /// <summary>A delay without end waits for its cancellation, not for time.</summary>
    [GeneratedRegex(
        @"\bThread\s*\.\s*Sleep\b|\bTask\s*\.\s*Delay\b(?!\(Timeout\.Infinite)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Sleep();

    [GeneratedRegex(@"^\s*//.*$|\s//\s.*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^public\s+((static|sealed|abstract|partial|readonly|ref|unsafe|file)\s+)*(class|record|struct|interface|enum|delegate)\b",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^Directory\.[A-Za-z]+\.(props|targets)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DirectoryProps();

    [GeneratedRegex(
        @"(?<![\w.~/{}-])/(home|Users)/[A-Za-z][\w.-]*/|(?<![\w.~/{}-])/(work|root|workspace|workspaces)/[\w.-]+|\b[A-Za-z]:\\+Users\\+\w+|(?<![\w.~/{}-])/tmp/[\w.-]+/",
        RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex MachinePath();
}
