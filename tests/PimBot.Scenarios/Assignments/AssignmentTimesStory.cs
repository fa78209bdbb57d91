using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

/// <summary>How long and from when: hints that fit an assignment, and what stands at the end of a reason is never taken by guess.</summary>
public sealed class AssignmentTimesStory
{
    private const string Role = "Virtual Machine Contributor";

    [Theory]
    [InlineData("until 30 February", "There is no such date: that month has no such day. Try “until 31 March”")]
    [InlineData("30 February", "There is no such date")]
    [InlineData("for 0 days", "A period must be longer than nothing. Try “15 days” or “for 3 months”.")]
    [InlineData("a while", "Try “for 3 months”, “15 days”, “until 31 March” or “permanent”.")]
    [InlineData("until 31/3", "Try “31 March” or “2026-03-31”.")]
    [InlineData("until the move", "Try “until 31 March”, “until 2026-03-31” or “for 3 months”.")]
    public async Task What_is_wrong_with_a_period_is_said_with_hints_for_assignments(string answer, string sentence)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("assign Exchange to Erin eligible");
        scene.Frank.Sees("For how long?");

        await scene.Frank.Says(answer);

        scene.Frank.Sees(sentence);
        scene.Frank.DoesNotSee("2h");
        await scene.Frank.Says("31 March");
        scene.Frank.Sees("Erin Eriksen is eligible until Wednesday 1 April at 00:00");
    }

    [Fact]
    public async Task A_period_at_the_end_of_the_reason_is_offered_and_the_reason_is_kept()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("assign Exchange to Erin eligible because he helps the migration for 2 months");
        scene.Frank.Sees("For how long? Your reason ends with “for 2 months”: did you mean that?");
        await scene.Frank.Clicks("For 2 months");

        scene.Frank.Sees("Erin Eriksen is eligible until Friday 1 May");
        scene.Frank.Sees("Why: he helps the migration for 2 months");
    }

    [Fact]
    public async Task A_period_that_was_said_already_leaves_the_reason_alone()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("assign Exchange to Erin eligible for 1 month because he was away for 2 weeks");

        scene.Frank.Sees("Erin Eriksen is eligible until Wednesday 1 April");
    }

    [Fact]
    public async Task A_date_at_the_end_of_the_reason_never_becomes_now()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("assign Exchange to Erin eligible for 1 month because of the project from 1 June");
        scene.Frank.Sees("Your reason ends with a date. Does it begin then?");
        Assert.Empty(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
        await scene.Frank.Says("from 1 June for 1 month");

        scene.Frank.Sees("Erin Eriksen is eligible from Monday 1 June at 00:00 (UTC+2)");
    }

    [Fact]
    public async Task A_start_with_its_time_can_be_nothing_else_and_is_read()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says(
            "assign Exchange to Erin eligible because of the project starting 1 June 9:00 for 1 month"
        );

        scene.Frank.Sees("Erin Eriksen is eligible from Monday 1 June at 09:00 (UTC+2) until Wednesday 1 July");
        scene.Frank.Sees("Why: the project");
    }

    [Theory]
    [InlineData("because of the move for 2 months at Contoso Sandbox")]
    [InlineData("because of the move at Contoso Sandbox for 2 months")]
    [InlineData("because of the move at Contoso Sandbox")]
    public async Task A_place_at_the_end_of_the_reason_is_asked_about(string reason)
    {
        await using var scene = await Scene.StartAsync();
        await Elevates(scene);

        await scene.Carol.Says($"assign {Role} to Erin eligible {reason}");
        scene.Carol.Sees("Where? Your reason ends with “Contoso Sandbox”: did you mean that?");
        await scene.Carol.Says("Contoso Sandbox");

        scene.Carol.Sees("For how long?");
        await scene.Carol.Says("2 months");
        scene.Carol.Sees("Where: Contoso Sandbox");
        scene.Carol.Sees($"Why: {reason["because of ".Length..]}");
    }

    private static Task Elevates(Scene scene) =>
        scene.Assigns(
            scene.Carol,
            new(
                new("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"),
                new("/providers/Microsoft.Management/managementGroups/contoso")
            ),
            Domain.Access.AssignmentType.Active
        );
}
