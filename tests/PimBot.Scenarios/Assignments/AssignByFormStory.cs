using System.Text.Json.Nodes;
using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

public sealed class AssignByFormStory
{
    [Fact]
    public async Task The_question_becomes_a_form_that_assigns()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("assign Exchange Administrator");

        await scene.Frank.Clicks("All on one form");
        scene.Frank.Sees("Assign Exchange Administrator");
        await scene.Frank.Clicks(
            "Assign",
            Filled(who: "erin@contoso.example", kind: "active", period: "90 days", reason: "mailbox migration")
        );

        scene.Frank.Sees("Erin Eriksen is active until Sunday 31 May");
        var made = Assert.Single(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
        Assert.Equal(AssignmentType.Active, made.Type);
    }

    [Fact]
    public async Task Who_was_found_by_the_clients_people_picker_is_taken_by_id()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("assign Exchange Administrator");
        await scene.Frank.Clicks("All on one form");
        var submit = CardOf(scene.Frank, "Assign");
        submit["data"]!["person"] = scene.Erin.Id;
        submit["data"]!["kind"] = "eligible";
        submit["data"]!["period"] = "30 days";

        await scene.Frank.Invokes(submit);

        Assert.Single(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
    }

    [Fact]
    [Rule("D9")]
    public async Task What_is_wrong_comes_back_on_the_form_and_what_was_typed_is_kept()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("assign Exchange Administrator");
        await scene.Frank.Clicks("All on one form");

        await scene.Frank.Clicks("Assign", Filled(who: "bob", kind: "eligible", period: "30 days"));
        scene.Frank.Sees("Several may be meant: Bob Berg (bob@contoso.example) and Bob Berg (admin)");
        await scene.Frank.Clicks("Assign", Filled(who: "nobody at all", kind: "eligible", period: "30 days"));
        scene.Frank.Sees("I know nobody, and no group, of that name.");
        scene.Frank.Sees("nobody at all");
        await scene.Frank.Clicks("Assign", Filled(who: "erin", kind: "active", period: "30 days"));
        scene.Frank.Sees("This role needs a reason.");

        Assert.Empty(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
    }

    [Fact]
    [Rule("A7")]
    public async Task Only_what_the_settings_allow_is_offered()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Erin, Contoso.OwnerOfProduction, AssignmentType.Active);

        await scene.Erin.Says("assign Owner to Dan at payments eligible");
        Assert.Contains("Permanent", scene.Erin.Buttons);
        await scene.Erin.Says("cancel");
        await scene.Erin.Says("assign Owner to Frank at Contoso Production eligible");

        scene.Erin.Sees("At most 90 days.");
        Assert.Equal(["15 days", "1 month", "3 months", "All on one form", "Cancel"], scene.Erin.Buttons);
    }

    [Fact]
    public async Task Nobody_else_can_submit_a_form()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("assign Exchange Administrator");
        await scene.Frank.Clicks("All on one form");
        var submit = CardOf(scene.Frank, "Assign");
        submit["data"]!["who"] = "erin";
        submit["data"]!["kind"] = "eligible";
        submit["data"]!["period"] = "30 days";

        var answer = await scene.Dan.Invokes(submit);

        Assert.Contains("for administrators of this role", answer.Body, StringComparison.Ordinal);
        Assert.Empty(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
    }

    internal static Dictionary<string, string> Filled(
        string? who = null,
        string? kind = null,
        string? period = null,
        string? reason = null
    )
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        void Add(string input, string? value)
        {
            if (value is not null)
            {
                filled[input] = value;
            }
        }

        Add("who", who);
        Add("kind", kind);
        Add("period", period);
        Add("reason", reason);
        return filled;
    }

    /// <summary>The action behind a button of the newest card, to be sent with other inputs than a client would.</summary>
    internal static JsonObject CardOf(TestPerson person, string title)
    {
        var action = person.LastCard!["actions"]!
            .AsArray()
            .Single(a => a!["title"]!.ToString() == title)!
            .DeepClone()
            .AsObject();
        return new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = title,
            ["verb"] = action["verb"]!.DeepClone(),
            ["data"] = action["data"]!.DeepClone(),
        };
    }
}
