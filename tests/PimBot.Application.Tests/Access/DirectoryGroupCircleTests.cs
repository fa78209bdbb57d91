using System.Text.Json.Nodes;

namespace PimBot.Application.Tests.Access;

public sealed class DirectoryGroupCircleTests
{
    [Fact]
    public void A_group_is_no_member_of_itself_also_not_through_others()
    {
        const string InItself = """{ "group": "ops", "role": "in", "scope": "/groups/ops", "type": "eligible" }""";

        var root = JsonNode.Parse(DirectorySample.Json)!;
        root["groups"]!.AsArray().Add(JsonNode.Parse("""{ "id": "night", "name": "Night" }"""));
        root["scopes"]!.AsArray().Add(JsonNode.Parse("""{ "id": "/groups/ops", "kind": "group", "name": "Ops" }"""));
        root["scopes"]!
            .AsArray()
            .Add(JsonNode.Parse("""{ "id": "/groups/night", "kind": "group", "name": "Night" }"""));
        var assignments = root["assignments"]!.AsArray();
        assignments.Add(
            JsonNode.Parse("""{ "group": "ops", "role": "in", "scope": "/groups/night", "type": "eligible" }""")
        );
        Assert.Empty(DirectorySample.Read(root.ToJsonString()).Faults);

        assignments.Add(
            JsonNode.Parse("""{ "group": "night", "role": "in", "scope": "/groups/ops", "type": "active" }""")
        );
        var circle = Assert.Single(DirectorySample.Read(root.ToJsonString()).Faults);
        assignments[^1] = JsonNode.Parse(InItself);
        var itself = Assert.Single(DirectorySample.Read(root.ToJsonString()).Faults);

        Assert.Equal(("assignments[4]", "assignments[4]"), (circle.Place, itself.Place));
        Assert.Contains("a member or owner of itself", circle.Message, StringComparison.Ordinal);
    }
}
