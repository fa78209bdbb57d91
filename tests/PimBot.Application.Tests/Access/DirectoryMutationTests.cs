using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using PimBot.Application.Access;

namespace PimBot.Application.Tests.Access;

/// <summary>Whatever is done to a document, it is read or refused with places; nothing is thrown.</summary>
public sealed class DirectoryMutationTests
{
    private static readonly string[] Values =
    [
        "null",
        "true",
        "0",
        "-1.5e300",
        "\"\"",
        "\"x\"",
        "\"P1D\"",
        "\"-P100Y\"",
        "\"9999-12-31T23:59:59Z\"",
        "\"/\"",
        "\"mfa\"",
        "\"\\u0000\"",
        "[]",
        "[null]",
        "[[{}]]",
        "{}",
        "{\"id\":\"a\"}",
    ];

    [Fact]
    public void Any_change_of_any_value_is_accepted_or_refused_with_a_place()
    {
        var count = Nodes(JsonNode.Parse(DemoDirectory.Json)!).Count;
        foreach (var value in Values.Prepend(null))
        {
            for (var node = 1; node < count; node += 11)
            {
                Check(Changed([(node, value)]));
            }
        }
    }

    [Fact]
    public void Any_number_of_changes_is_accepted_or_refused_with_a_place()
    {
        var change = ArbMap
            .Default.GeneratorFor<int>()
            .Select(i => i & int.MaxValue)
            .Zip(Gen.Elements(Values.Prepend(null)));
        var changes = change.Select(c => (c.Item1, c.Item2)).NonEmptyListOf().Resize(12).ToArbitrary();

        Prop.ForAll(changes, list => Check(Changed(list))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Any_text_is_accepted_or_refused_with_a_place()
    {
        var cuts = Gen.Choose(0, DemoDirectory.Json.Length - 1)
            .Zip(ArbMap.Default.GeneratorFor<string>())
            .Select(t => DemoDirectory.Json[..t.Item1] + t.Item2 + DemoDirectory.Json[(t.Item1 + (t.Item1 % 3))..])
            .ToArbitrary();

        Prop.ForAll(cuts, Check).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static void Check(string json)
    {
        var result = DirectoryDocument.Parse(json, DemoDirectory.Now);

        Assert.Equal(result.IsAccepted, result.Faults.Count == 0);
        Assert.Equal(result.IsAccepted, result.Contents is not null);
        Assert.All(
            result.Faults,
            fault =>
            {
                Assert.NotEmpty(fault.Place);
                Assert.NotEmpty(fault.Message);
                Assert.True(fault is { Line: > 0, Column: > 0 });
                Assert.DoesNotContain(fault.ToString(), char.IsControl);
            }
        );
    }

    /// <param name="changes">Which value, counted through the document, and what it becomes; null deletes it.</param>
    private static string Changed(IEnumerable<(int Node, string? Value)> changes)
    {
        var root = JsonNode.Parse(DemoDirectory.Json)!;
        foreach (var (number, value) in changes)
        {
            var nodes = Nodes(root);
            if (nodes.Count > 0)
            {
                Replace(nodes[number % nodes.Count], value);
            }
        }

        return root.ToJsonString();
    }

    private static void Replace((JsonNode Parent, string? Key, int Index) at, string? value)
    {
        var changed = value is null ? null : JsonNode.Parse(value);
        switch (at.Parent)
        {
            case JsonObject map when value is null:
                map.Remove(at.Key!);
                break;
            case JsonObject map:
                map[at.Key!] = changed;
                break;
            case JsonArray list when value is null:
                list.RemoveAt(at.Index);
                break;
            case JsonArray list:
                list[at.Index] = changed;
                break;
        }
    }

    private static List<(JsonNode Parent, string? Key, int Index)> Nodes(JsonNode root)
    {
        var found = new List<(JsonNode, string?, int)>();
        Visit(root);
        return found;

        void Visit(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject map:
                    foreach (var (key, value) in map)
                    {
                        found.Add((map, key, -1));
                        Visit(value);
                    }

                    break;
                case JsonArray list:
                    for (var i = 0; i < list.Count; i++)
                    {
                        found.Add((list, null, i));
                        Visit(list[i]);
                    }

                    break;
            }
        }
    }
}
