using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

/// <summary>Each rule says in words why not, and what to do.</summary>
public sealed class AssignRefusalStory
{
    [Theory]
    [InlineData("assign Exchange to Alice eligible permanently", "Alice Andersen has this already, permanently.")]
    [InlineData("assign Exchange to Ivan active for 1 month because x y", "This account is disabled.")]
    [InlineData("assign Exchange to Nightly backup eligible for 1 month", "can’t be eligible. Make it active instead.")]
    [InlineData("assign Exchange to Erin eligible for 3 minutes", "The shortest assignment is 5 minutes.")]
    [InlineData("assign Exchange to Erin eligible until 1 March 2026", "That time has already passed.")]
    [InlineData("assign PRA to Erin active for 1 month because x y", "multi-factor authentication. Say “verify”")]
    [InlineData("assign Exchange to somebody eligible for 1 month", "I know nobody, and no group, of that name.")]
    [InlineData(
        "assign Coffee Administrator to Erin eligible for 1 month",
        "I know no role of that name that you manage."
    )]
    [InlineData("assign Owner to Erin eligible for 1 month", "I know no role of that name that you manage.")]
    [Rule("A3", "A6")]
    public async Task A_refusal_says_why_and_the_way_out(string text, string sentence)
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says(text);

        scene.Frank.Sees(sentence);
        Assert.Empty(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
    }

    [Fact]
    [Rule("A8")]
    public async Task A_period_beyond_the_settings_is_asked_for_again()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Changes(
            async (work, stop) =>
            {
                var policy = await work.Directory.PolicyAsync(AssignmentScene.Exchange, stop);
                var limited = new AssignmentPolicy { Maximum = TimeSpan.FromDays(30) };
                await work.Directory.UpdateAsync(policy with { Eligible = limited }, stop);
            }
        );

        await scene.Frank.Says("assign Exchange to Erin eligible permanently");
        scene.Frank.Sees("don’t allow permanent assignments: 30 days at most");
        await scene.Frank.Says("3 months");
        scene.Frank.Sees("The longest that the settings of Exchange Administrator allow is 30 days.");
        await scene.Frank.Clicks("1 month");

        scene.Frank.Sees("Erin Eriksen is eligible until Wednesday 1 April");
    }

    [Fact]
    [Rule("E4")]
    public async Task Whoever_administers_nothing_learns_nothing()
    {
        await using var scene = await Scene.StartAsync();

        foreach (
            var text in new[]
            {
                AssignmentScene.AssignExchangeToErin,
                "remove Alice from Exchange Administrator",
                "make permanent Exchange Administrator",
                "make Alice active for Exchange Administrator",
                "members Exchange Administrator",
                "who has Global Administrator",
                "shorten Dan's Owner to 1 month",
            }
        )
        {
            await scene.Dan.Says(text);

            scene.Dan.Sees("That is for administrators");
            scene.Dan.DoesNotSee("Alice");
        }

        Assert.Empty(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
        await scene.Dan.Says("help");
        scene.Dan.DoesNotSee("As an administrator");
        await scene.Frank.Says("help");
        scene.Frank.Sees("As an administrator");
    }

    [Fact]
    [Rule("E1")]
    public async Task Who_may_only_view_sees_members_and_can_change_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, AssignmentScene.GlobalReader, AssignmentType.Active);

        await scene.Dan.Says("members Exchange Administrator");
        scene.Dan.Sees("Alice Andersen Permanently eligible");
        Assert.Empty(scene.Dan.Buttons);
        await scene.Dan.Says("remove Alice from Exchange Administrator");
        scene.Dan.Sees("That is for administrators");
        await scene.Frank.Says("members Exchange Administrator");
        await scene.Frank.Clicks("Remove: Alice Andersen");
        var answer = await scene.Dan.Invokes(AssignByFormStory.CardOf(scene.Frank, "Confirm"));

        Assert.Contains("you are not one now", answer.Body, StringComparison.Ordinal);
        Assert.Single(await scene.AssignmentsOf(scene.Alice, "Exchange Administrator"));
    }

    [Fact]
    [Rule("E3")]
    public async Task An_owner_of_a_group_manages_that_group_and_nothing_else()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Erin.Says("assign Payments responder to Grace eligible for 1 month");
        scene.Erin.Sees("Grace Gallo (Fabrikam) is eligible until");
        await scene.Erin.Says(AssignmentScene.AssignExchangeToErin);

        scene.Erin.Sees("I know no role of that name that you manage.");
        Assert.Empty(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
    }
}
