using System.Text.Json.Nodes;
using Xunit;
using Xunit.Sdk;

namespace PimBot.Testing.Tests;

public sealed class GoldenTests
{
    private static readonly JsonObject Sample = new() { ["name"] = "Åsa <b>", ["items"] = new JsonArray(1, 2) };

    [Fact]
    public void The_same_json_matches() => Golden.Matches("sample", Sample);

    [Fact]
    public void Other_json_names_the_first_line_that_differs()
    {
        var other = Sample.DeepClone();
        other["items"]![1] = 3;
        var failure = Assert.ThrowsAny<XunitException>(() => Golden.Matches("sample", other));
        Assert.Contains("differs from line 5 on", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_says_how_to_make_it()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => Golden.Matches("missing", Sample));
        Assert.Contains("PIMBOT_GOLDEN=update", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_of_deterministic_builds_start_at_the_root() =>
        Assert.Equal(RepositoryRoot.File("tests/A.cs"), RepositoryRoot.Source("/_/tests/A.cs"));
}
