using Xunit;

namespace PimBot.Architecture.Tests;

/// <summary>The rules of the house, held against this repository.</summary>
public sealed class ArchitectureTests
{
    private static readonly SourceTree Tree = SourceTree.Load();

    [Fact]
    public void The_repository_is_found_whole()
    {
        Assert.Contains("PimBot.sln", Tree.Files.Keys);
        Assert.Contains("src/PimBot.Domain/PimBot.Domain.csproj", Tree.Files.Keys);
        Assert.Contains("src/PimBot/PimBot.csproj", Tree.Files.Keys);
        Assert.DoesNotContain(Tree.Files.Keys, path => path.Contains("/obj/", StringComparison.Ordinal));
    }

    [Fact]
    public void Project_references_point_inwards() => Assert.Empty(ProjectRules.Arrows(Tree));

    [Fact]
    public void Packages_stay_behind_their_walls() => Assert.Empty(ProjectRules.Packages(Tree));

    [Fact]
    public void Folders_are_named_after_features() => Assert.Empty(SourceRules.Folders(Tree));

    [Fact]
    public void Files_are_short() => Assert.Empty(SourceRules.Length(Tree));

    [Fact]
    public void Nothing_reads_the_machines_clock_and_nothing_sleeps() => Assert.Empty(SourceRules.Clocks(Tree));

    [Fact]
    public void A_file_of_the_product_holds_one_public_type() => Assert.Empty(SourceRules.PublicTypes(Tree));

    [Fact]
    public void Nothing_else_lies_at_the_top() => Assert.Empty(SourceRules.Top(Tree));

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine() => Assert.Empty(SourceRules.MachinePaths(Tree));
}
