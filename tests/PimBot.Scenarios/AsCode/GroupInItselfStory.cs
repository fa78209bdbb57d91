using System.Text.Json.Nodes;

namespace PimBot.Scenarios.AsCode;

/// <summary>A file makes no group a member of itself either: not by what it says, nor together with what the store has.</summary>
public sealed class GroupInItselfStory
{
    private const string Helpdesk = "64000002-0000-4000-8000-000000000002";
    private const string Responders = "64000003-0000-4000-8000-000000000003";

    [Fact]
    public async Task What_a_file_says_is_refused_with_its_place()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(file, root => Puts(root, Responders, Responders));

        var run = await someone.Runs("validate", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("assignments[", run.ErrorLines[1], StringComparison.Ordinal);
        Assert.EndsWith(
            "makes its group a member or owner of itself, directly or through other groups",
            run.ErrorLines[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_closes_a_circle_with_the_store_changes_nothing()
    {
        using var someone = new PolicyOperator();
        var file = await someone.HasContosoAsync();
        PolicyOperator.Edit(
            file,
            root =>
                root["scopes"]!
                    .AsArray()
                    .Add(JsonNode.Parse($$"""{ "id": "/groups/{{Helpdesk}}", "kind": "group", "name": "Helpdesk" }"""))
        );
        var other = someone.At("other.json");
        File.Copy(file, other);
        PolicyOperator.Edit(file, root => Puts(root, Responders, Helpdesk));
        PolicyOperator.Edit(other, root => Puts(root, Helpdesk, Responders));
        Assert.Equal(0, (await someone.Runs("apply", file, "--yes")).ExitCode);

        var run = await someone.Runs("apply", other, "--yes");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the group would be a member or owner of itself", run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await someone.Runs("plan", other)).ExitCode);
    }

    private static void Puts(JsonNode root, string group, string into) =>
        root["assignments"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    $$"""
                    { "group": "{{group}}", "role": "payments-responders-member", "scope": "/groups/{{into}}",
                      "type": "eligible", "end": "P30D" }
                    """
                )
            );
}
