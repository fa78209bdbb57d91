using System.Xml.Linq;

namespace PimBot.Architecture.Tests;

/// <summary>Which project may reference which, and where packages stop.</summary>
internal static class ProjectRules
{
    private const string Host = "PimBot";

    /// <summary>Every project of the product with all that it may reference. The host may reference anything.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["PimBot.Domain"] = [],
        ["PimBot.Application"] = ["PimBot.Domain"],
        ["PimBot.Storage"] = ["PimBot.Application"],
        ["PimBot.Storage.Sqlite"] = ["PimBot.Storage"],
        ["PimBot.Storage.Postgres"] = ["PimBot.Storage"],
        ["PimBot.Storage.DesignTime"] = ["PimBot.Storage.Sqlite", "PimBot.Storage.Postgres"],
        ["PimBot.Targets"] = ["PimBot.Application"],
        ["PimBot.Channel"] = [],
        ["PimBot.Bot"] = ["PimBot.Application", "PimBot.Channel"],
        ["PimBot.Playground"] = ["PimBot.Channel"],
    };

    private static readonly string[] Pure = ["PimBot.Domain", "PimBot.Application"];

    private static readonly string[] StoragePackages =
    [
        "Microsoft.EntityFrameworkCore",
        "Npgsql",
        "SQLitePCLRaw",
        "Microsoft.Data.Sqlite",
    ];

    /// <summary>References that point the wrong way. Test projects may reference anything.</summary>
    public static IEnumerable<string> Arrows(SourceTree tree)
    {
        foreach (var project in Projects(tree, "src/").Where(project => project.Name != Host))
        {
            if (!Allowed.TryGetValue(project.Name, out var allowed))
            {
                yield return $"{project.Name} is in no table: say in ProjectRules what it may reference";
                continue;
            }

            foreach (var reference in References(project).Except(allowed))
            {
                yield return $"{project.Name} must not reference {reference}";
            }
        }
    }

    /// <summary>Packages where they must not be.</summary>
    public static IEnumerable<string> Packages(SourceTree tree)
    {
        foreach (var project in Projects(tree, "src/"))
        {
            var packages = Included(project, "PackageReference").ToList();
            var outside = project.Name.StartsWith("PimBot.Storage", StringComparison.Ordinal) ? [] : packages;
            foreach (var package in outside.Where(IsStorage))
            {
                yield return $"{project.Name} must not reference the storage package {package}";
            }

            foreach (
                var item in Pure.Contains(project.Name) ? packages.Concat(Included(project, "FrameworkReference")) : []
            )
            {
                yield return $"{project.Name} is the base library's alone and must not reference {item}";
            }

            if (Pure.Contains(project.Name) && project.Xml.Root!.Attribute("Sdk")?.Value != "Microsoft.NET.Sdk")
            {
                yield return $"{project.Name} must be built by the plain SDK, which brings no framework";
            }
        }
    }

    private static bool IsStorage(string package) =>
        StoragePackages.Any(prefix => package.StartsWith(prefix, StringComparison.Ordinal));

    private static IEnumerable<Project> Projects(SourceTree tree, string folder) =>
        from file in tree.Files
        where file.Key.StartsWith(folder, StringComparison.Ordinal)
        where file.Key.EndsWith(".csproj", StringComparison.Ordinal)
        select new Project(Path.GetFileNameWithoutExtension(file.Key), XDocument.Parse(file.Value));

    private static IEnumerable<string> References(Project project) =>
        Included(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    private static IEnumerable<string> Included(Project project, string item) =>
        project.Xml.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();

    private sealed record Project(string Name, XDocument Xml);
}
