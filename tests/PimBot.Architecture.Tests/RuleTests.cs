using Xunit;

namespace PimBot.Architecture.Tests;

/// <summary>Each rule finds a fault that is planted for it, and lets the permitted neighbour pass.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("PimBot.Domain", "PimBot.Application", "PimBot.Domain must not reference PimBot.Application")]
    [InlineData("PimBot.Application", "PimBot.Storage", "PimBot.Application must not reference PimBot.Storage")]
    [InlineData(
        "PimBot.Storage.Sqlite",
        "PimBot.Storage.Postgres",
        "PimBot.Storage.Sqlite must not reference PimBot.Storage.Postgres"
    )]
    [InlineData("PimBot.Channel", "PimBot.Domain", "PimBot.Channel must not reference PimBot.Domain")]
    [InlineData("PimBot.Bot", "PimBot.Storage", "PimBot.Bot must not reference PimBot.Storage")]
    [InlineData("PimBot.Playground", "PimBot", "PimBot.Playground must not reference PimBot")]
    [InlineData("PimBot.New", "PimBot.Domain", "PimBot.New is in no table: say in ProjectRules what it may reference")]
    public void A_wrong_arrow_is_found(string project, string reference, string fault) =>
        Assert.Equal([fault], ProjectRules.Arrows(Referencing(project, reference)));

    [Theory]
    [InlineData("PimBot.Application", "PimBot.Domain")]
    [InlineData("PimBot.Bot", "PimBot.Channel")]
    [InlineData("PimBot", "PimBot.Storage.Sqlite")]
    public void A_right_arrow_passes(string project, string reference) =>
        Assert.Empty(ProjectRules.Arrows(Referencing(project, reference)));

    [Theory]
    [InlineData("PimBot.Bot", "<PackageReference Include='Microsoft.EntityFrameworkCore' />")]
    [InlineData("PimBot", "<PackageReference Include='Npgsql.EntityFrameworkCore.PostgreSQL' />")]
    [InlineData("PimBot.Domain", "<PackageReference Include='Humanizer.Core' />")]
    [InlineData("PimBot.Application", "<FrameworkReference Include='Microsoft.AspNetCore.App' />")]
    public void A_package_outside_its_walls_is_found(string project, string item) =>
        Assert.Single(ProjectRules.Packages(Project(project, item)));

    [Theory]
    [InlineData("PimBot.Storage", "<PackageReference Include='Microsoft.EntityFrameworkCore' />")]
    [InlineData("PimBot.Channel", "<PackageReference Include='Microsoft.Identity.Client' />")]
    public void A_package_inside_its_walls_passes(string project, string item) =>
        Assert.Empty(ProjectRules.Packages(Project(project, item)));

    [Fact]
    public void A_domain_built_by_the_web_sdk_is_found() =>
        Assert.Single(
            ProjectRules.Packages(
                SourceTree.Of(("src/PimBot.Domain/PimBot.Domain.csproj", "<Project Sdk='Microsoft.NET.Sdk.Web' />"))
            )
        );

    [Theory]
    [InlineData("src/PimBot.Bot/Helpers/A.cs", 1)]
    [InlineData("tests/X/Common/A.cs", 1)]
    [InlineData("src/PimBot.Bot/Approvals/Managers.cs", 0)]
    public void A_vague_folder_is_found(string path, int faults) =>
        Assert.Equal(faults, SourceRules.Folders(SourceTree.Of((path, ""))).Count());

    [Theory]
    [InlineData("src/X/A.cs", 401, 1)]
    [InlineData("tests/X/a.mjs", 401, 1)]
    [InlineData("src/X/A.cs", 400, 0)]
    [InlineData("src/X/Migrations/A.cs", 401, 0)]
    [InlineData("src/X/packages.lock.json", 401, 0)]
    public void A_long_file_is_found(string path, int lines, int faults) =>
        Assert.Equal(
            faults,
            SourceRules.Length(SourceTree.Of((path, string.Concat(Enumerable.Repeat("x\n", lines))))).Count()
        );

    [Theory]
    [InlineData("src", "DateTime", ".UtcNow", 1)]
    [InlineData("src", "DateTimeOffset", ".Now", 1)]
    [InlineData("src", "Thread", ".Sleep(1)", 1)]
    [InlineData("src", "Task", ".Delay(1)", 1)]
    [InlineData("src", "Task", ".Delay(wait, TimeProvider.System)", 0)]
    [InlineData("tests", "Task", ".Delay(1)", 1)]
    [InlineData("tests", "Task", ".Delay(Timeout.InfiniteTimeSpan, cancellation)", 0)]
    [InlineData("tests", "Thread", ".Sleep(1)", 1)]
    [InlineData("tests", "DateTime", ".UtcNow", 0)]
    [InlineData("src", "    // DateTime", ".UtcNow", 0)]
    public void A_clock_or_a_sleep_is_found(string folder, string type, string member, int faults) =>
        Assert.Equal(faults, SourceRules.Clocks(SourceTree.Of((folder + "/X/A.cs", type + member))).Count());

    [Theory]
    [InlineData("public sealed class A;\npublic static partial class B;", 1)]
    [InlineData("public sealed record A;\npublic readonly record struct B;", 1)]
    [InlineData("public class A\n{\n    public class B;\n}\ninternal class C;", 0)]
    public void A_second_public_type_is_found(string text, int faults) =>
        Assert.Equal(faults, SourceRules.PublicTypes(SourceTree.Of(("src/X/A.cs", text))).Count());

    [Theory]
    [InlineData("docs/a.md", 1)]
    [InlineData("notes.txt", 1)]
    [InlineData("src/a", 0)]
    [InlineData(".ci/run", 0)]
    [InlineData("Directory.Build.props", 0)]
    [InlineData("LICENSE", 0)]
    public void A_stray_entry_at_the_top_is_found(string path, int faults) =>
        Assert.Equal(faults, SourceRules.Top(SourceTree.Of((path, ""))).Count());

    [Theory]
    [InlineData("see /ho", "me/alice/pimbot", 1)]
    [InlineData("\"/wo", "rk/main\"", 1)]
    [InlineData("C:\\", "Users\\alice", 1)]
    [InlineData("in /tm", "p/run.1/out", 1)]
    [InlineData("https://example.org/ho", "me/page/", 0)]
    [InlineData("https://graph.microsoft.com/v1.0/Us", "ers/alice/memberOf", 0)]
    [InlineData("src/Pimbot/wo", "rk/a.cs", 0)]
    public void A_path_of_a_machine_is_found(string start, string end, int faults) =>
        Assert.Equal(faults, SourceRules.MachinePaths(SourceTree.Of(("README.md", start + end))).Count());

    [Theory]
    [InlineData("artifacts/", "artifacts", true, true)]
    [InlineData("artifacts/", "src/artifacts", true, true)]
    [InlineData("artifacts/", "artifacts", false, false)]
    [InlineData("*.user", "src/a.user", false, true)]
    [InlineData("/data", "src/data", true, false)]
    [InlineData("src/X/wwwroot/lib/", "src/X/wwwroot/lib", true, true)]
    public void What_git_ignores_is_known(string pattern, string path, bool isFolder, bool isIgnored) =>
        Assert.Equal(isIgnored, IgnoreRules.Parse([pattern]).Match(path, isFolder));

    [Fact]
    public void A_pattern_that_is_not_understood_is_refused() =>
        Assert.Throws<NotSupportedException>(() => IgnoreRules.Parse(["!keep.me"]));

    private static SourceTree Referencing(string project, string reference) =>
        Project(project, $"<ProjectReference Include='../{reference}/{reference}.csproj' />");

    private static SourceTree Project(string name, string item) =>
        SourceTree.Of(
            ($"src/{name}/{name}.csproj", $"<Project Sdk='Microsoft.NET.Sdk'><ItemGroup>{item}</ItemGroup></Project>")
        );
}
