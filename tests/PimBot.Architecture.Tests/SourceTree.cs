namespace PimBot.Architecture.Tests;

/// <summary>The files that belong to the repository: all below its root but those that git ignores.</summary>
/// <param name="Files">Path from the root (with <c>/</c>) and text of each file; the text is empty for binary files.</param>
internal sealed record SourceTree(IReadOnlyDictionary<string, string> Files)
{
    private static readonly HashSet<string> BinaryEndings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png",
        ".ico",
        ".zip",
        ".db",
        ".woff2",
    };

    /// <summary>A tree that a test makes up.</summary>
    public static SourceTree Of(params (string Path, string Text)[] files) =>
        new(files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal));

    /// <summary>This repository.</summary>
    public static SourceTree Load()
    {
        var root = FindRoot();
        var ignored = IgnoreRules.Parse(File.ReadAllLines(Path.Combine(root, ".gitignore")));
        var files = Walk(root, "", ignored)
            .ToDictionary(path => path, path => Read(root, path), StringComparer.Ordinal);
        return new SourceTree(files);
    }

    /// <summary>C# files below any of these folders, migrations excepted (they are generated).</summary>
    public IEnumerable<(string Path, string Text)> CSharp(params IReadOnlyList<string> folders) =>
        from file in Files
        where file.Key.EndsWith(".cs", StringComparison.Ordinal)
        where folders.Any(folder => file.Key.StartsWith(folder + "/", StringComparison.Ordinal))
        where !file.Key.Contains("/Migrations/", StringComparison.Ordinal)
        select (file.Key, file.Value);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PimBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above holds PimBot.sln.");
    }

    private static IEnumerable<string> Walk(string root, string folder, IgnoreRules ignored)
    {
        foreach (var entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos())
        {
            var path = folder.Length == 0 ? entry.Name : folder + "/" + entry.Name;
            if (entry.Name == ".git" || ignored.Match(path, entry is DirectoryInfo))
            {
                continue;
            }

            var below = entry is DirectoryInfo ? Walk(root, path, ignored) : [path];
            foreach (var file in below)
            {
                yield return file;
            }
        }
    }

    private static string Read(string root, string path) =>
        BinaryEndings.Contains(Path.GetExtension(path)) ? "" : File.ReadAllText(Path.Combine(root, path));
}
