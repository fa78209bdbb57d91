using System.Text;

namespace PimBot.Application.Tests.Access;

/// <summary>Documents that are no directory at all, or too much of one.</summary>
public sealed class DirectoryLimitsTests
{
    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("[1,\n  2,,]", 2, 5)]
    [InlineData("{\"people\": [}", 1, 13)]
    [InlineData("{\"ä\": x}", 1, 7)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("{ // no comments\n}", 1, 3)]
    [InlineData("{\"people\": \"\\ud800\"}", 1, 12)]
    public void What_is_not_json_is_one_fault_with_line_and_column(string json, int line, int column)
    {
        var fault = Assert.Single(DirectorySample.Read(json).Faults);

        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.StartsWith("is not valid JSON: ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public void What_is_no_object_is_refused(string json) =>
        Assert.StartsWith(
            "must be an object",
            Assert.Single(DirectorySample.Read(json).Faults).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Nesting_is_bounded()
    {
        Assert.DoesNotContain("not valid", Message(64), StringComparison.Ordinal);
        Assert.Contains("depth of 64", Message(65), StringComparison.Ordinal);
        Assert.Contains("depth of 64", Message(1_000_000), StringComparison.Ordinal);

        static string Message(int depth) =>
            Assert.Single(DirectorySample.Read(new string('[', depth) + new string(']', depth)).Faults).Message;
    }

    [Fact]
    public void Size_is_bounded_in_bytes()
    {
        var json = $"{{\"x\":\"{new string('ä', 32 * 1024 * 1024)}\"}}";

        Assert.Equal("is longer than 64 MB", Assert.Single(DirectorySample.Read(json).Faults).Message);
    }

    [Fact]
    public void The_number_of_values_is_bounded()
    {
        var json = $"[0{string.Concat(Enumerable.Repeat(",0", 5_000_000))}]";

        Assert.Contains(
            "more than 5000000 values",
            Assert.Single(DirectorySample.Read(json).Faults).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Faults_without_end_are_cut_off()
    {
        var json = new StringBuilder("{\"scopes\":[],\"roles\":[],\"people\":[0");
        json.Insert(json.Length, ",0", 1_000_000).Append("]}");

        var faults = DirectorySample.Read(json.ToString()).Faults;

        Assert.Equal(1001, faults.Count);
        Assert.Equal("the document: 999001 more faults are not listed", faults[^1].ToString());
    }

    [Fact]
    public void What_a_fault_quotes_is_short_and_harmless()
    {
        var fault = Assert.Single(
            DirectorySample.With("people.0.kind", $"\"\\u001b[2J\\n{new string('x', 10_000)}\"").Faults
        );

        Assert.True(fault.Message.Length < 200);
        Assert.DoesNotContain(fault.Message, char.IsControl);
    }
}
