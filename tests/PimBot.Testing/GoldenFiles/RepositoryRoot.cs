namespace PimBot.Testing;

/// <summary>Finds files of the repository from a running test.</summary>
public static class RepositoryRoot
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>The folder that holds <c>PimBot.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The test runs outside the repository.</exception>
    public static string Path => Found.Value;

    /// <summary>Absolute path of a file that is named from the root.</summary>
    public static string File(string relative) => System.IO.Path.Combine(Path, relative);

    /// <summary>
    /// Absolute path of a source file as the compiler recorded it: deterministic builds record it as <c>/_/…</c> from the root.
    /// </summary>
    public static string Source(string callerFilePath) =>
        callerFilePath.StartsWith("/_/", StringComparison.Ordinal) ? File(callerFilePath[3..]) : callerFilePath;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "PimBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new DirectoryNotFoundException("No folder above the test's output holds PimBot.sln.");
    }
}
