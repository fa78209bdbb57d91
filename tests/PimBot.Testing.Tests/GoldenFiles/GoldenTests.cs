using System.Text.Json.Nodes;
using Xunit;
using Xunit.Sdk;

namespace PimBot.Testing.Tests;

public sealed class GoldenTests : IDisposable
{
    private static readonly JsonObject Sample = new() { ["name"] = "Åsa <b>", ["items"] = new JsonArray(1, 2) };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pimbot-golden-");

    private string FileName => Path.Combine(folder.FullName, "Golden", "sample.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_file_beside_the_test_is_the_one_that_counts() => Golden.Matches("sample", Sample);

    [Fact]
    public void What_was_written_matches()
    {
        Golden.Compare(FileName, Sample, writes: true);
        Golden.Compare(FileName, Sample, writes: false);
        Assert.Contains("\n  \"name\": \"Åsa <b>\",\n", File.ReadAllText(FileName), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_json_names_the_first_line_that_differs()
    {
        Golden.Compare(FileName, Sample, writes: true);
        var other = Sample.DeepClone();
        other["items"]![1] = 3;
        var failure = Assert.ThrowsAny<XunitException>(() => Golden.Compare(FileName, other, writes: false));
        Assert.Contains("Golden/sample.json differs from line 5 on", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_says_how_to_make_it()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => Golden.Compare(FileName, Sample, writes: false));
        Assert.Contains("PIMBOT_GOLDEN=update", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_of_deterministic_builds_start_at_the_root() =>
        Assert.Equal(RepositoryRoot.File("tests/A.cs"), RepositoryRoot.Source("/_/tests/A.cs"));
}
