using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

public sealed class AssignByTextStory
{
    [Fact]
    public async Task One_message_assigns_a_role()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says(AssignmentScene.AssignExchangeToErin);

        scene.Frank.Sees("Erin Eriksen is eligible until Sunday 31 May at 10:00 (UTC+2)");
        scene.Frank.Sees("Why: mailbox migration");
        scene.Erin.Sees("made you eligible for Exchange Administrator");
        var made = Assert.Single(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
        Assert.Equal(AssignmentType.Eligible, made.Type);
        Assert.Equal(scene.Clock.GetUtcNow() + TimeSpan.FromDays(90), made.End);
        await scene.Erin.Says("my roles");
        scene.Erin.Sees("Exchange Administrator Contoso. Up to 2 hours; eligible until Sunday 31 May");
    }

    [Theory]
    [InlineData("please give Erin Exchange admin permanently eligible", true, null)]
    [InlineData("Assign exchnage administrator to erin@contoso.example, eligible, for 15 days", true, 15)]
    [InlineData("make Erin Eriksen eligible for Exchange for a year", true, 365)]
    [InlineData("grant Exchange Administrator to eriksen active for 6 months because on call", false, 180)]
    [InlineData("add Erin to Exchange Administrator as eligible for 30 days", true, 30)]
    [Rule("A1")]
    public async Task The_order_and_the_form_of_the_words_dont_matter(string text, bool isEligible, int? days)
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says(text);

        var made = Assert.Single(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
        Assert.Equal(isEligible ? AssignmentType.Eligible : AssignmentType.Active, made.Type);
        Assert.Equal(days is { } many ? scene.Clock.GetUtcNow() + TimeSpan.FromDays(many) : null, made.End);
    }

    [Fact]
    public async Task A_group_a_start_and_a_day_as_the_end_are_understood()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("assign User Administrator to group Helpdesk eligible from 9 March until 30 June");

        scene.Frank.Sees("2 people can activate User Administrator from its start on.");
        await scene.Frank.Clicks("Assign");
        scene.Frank.Sees("Helpdesk is eligible from Monday 9 March at 00:00 (UTC+1) until Wednesday 1 July at 00:00");
        var made = Assert.Single(
            await scene.AllOf(new RoleScope(new RoleId("fe930be7-5e62-47db-91af-98c3a49a38b1"), ScopeId.Directory)),
            a => a.Group is not null
        );
        Assert.Equal(Contoso.HelpdeskGroup, made.Group);
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 23, 0, 0, TimeSpan.Zero), made.Start);
    }

    [Fact]
    public async Task What_was_not_said_is_asked_one_question_a_turn()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("assign");
        scene.Frank.Sees("Which role?");
        await scene.Frank.Says("exchnge admin");
        scene.Frank.Sees("Who shall have it?");
        await scene.Frank.Says("bob");
        scene.Frank.Sees("Which of these?");
        await scene.Frank.Clicks("Bob Berg (bob@contoso.example)");
        scene.Frank.Sees("Eligible (to activate when needed) or active (at once)?");
        await scene.Frank.Says("active");
        scene.Frank.Sees("For how long?");
        await scene.Frank.Says("until 30 June");
        scene.Frank.Sees("Why is it needed?");
        await scene.Frank.Says("Make the mail flow work again");

        scene.Frank.Sees("Bob Berg is active until Wednesday 1 July at 00:00 (UTC+2)");
        Assert.Single(await scene.AssignmentsOf(scene.Bob, "Exchange Administrator"));
    }

    [Fact]
    public async Task Another_command_works_in_between_and_cancel_leaves_the_question()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("assign Exchange Administrator to Erin eligible");
        scene.Frank.Sees("For how long?");

        await scene.Frank.Says("status");
        scene.Frank.Sees("Your status");
        scene.Frank.Sees("For how long?");
        await scene.Restarts();
        await scene.Frank.Says("some time");
        scene.Frank.Sees("I could not read that as a period.");
        await scene.Frank.Says("cancel");
        scene.Frank.Sees("Stopped Nothing has changed.");

        Assert.Empty(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
    }

    [Fact]
    public async Task A_place_is_asked_for_where_the_role_can_be_held_at_several()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Erin, Contoso.OwnerOfProduction, AssignmentType.Active);

        await scene.Erin.Says("assign VM Contributor to Dan eligible for 1 month");
        scene.Erin.Sees("Where?");
        Assert.Contains("payments (resource group)", scene.Erin.Buttons);
        Assert.DoesNotContain("Contoso Sandbox (subscription)", scene.Erin.Buttons);
        await scene.Erin.Clicks("payments (resource group)");
        scene.Erin.Sees("Dan Dubois is eligible until");
        await scene.Erin.Says("assign VM Contributor to Dan at payments-vm1 eligible for 1 month");

        Assert.Equal(
            ["payments", "payments-vm1"],
            (await scene.AssignmentsOf(scene.Dan, "Virtual Machine Contributor"))
                .Select(a => a.Access.Scope.Value.Split('/')[^1])
                .Where(name => name.StartsWith("payments", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("assign Security Administrator to Alice at payments eligible for 1 month because audit")]
    [InlineData("assign Payments responder to Frank at nowhere-land eligible for 1 month because audit")]
    [InlineData("assign Security Administrator to Alice eligible for 1 month on experiments because audit")]
    public async Task A_place_that_does_not_fit_is_never_replaced_by_the_only_one_that_does(string text)
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says(text);
        scene.Frank.Sees("I know no place of that name where you manage this role.");
        scene.Frank.Sees("Where?");
        await scene.Frank.Says("status");
        scene.Frank.Sees("I know no place of that name where you manage this role.");

        Assert.Empty(await scene.AssignmentsOf(scene.Alice, "Security Administrator"));
        Assert.Empty(await scene.AssignmentsOf(scene.Frank, "Payments responder"));
    }

    [Theory]
    [InlineData(
        "assign Global Administrator to grace@fabrikam.example active for 1 month because audit",
        "Grace Gallo (Fabrikam) holds Global Administrator from now on, without asking. Grace Gallo (Fabrikam) is a guest"
    )]
    [InlineData(
        "assign Global Administrator to group Helpdesk active permanently because audit",
        "2 people hold Global Administrator from now on, without asking, without an end."
    )]
    [InlineData(
        "assign Global Administrator to Grace eligible for 1 month because audit",
        "Grace Gallo (Fabrikam) can activate Global Administrator from now on."
    )]
    public async Task What_gives_much_is_said_in_words_and_confirmed(string text, string consequence)
    {
        await using var scene = await Scene.StartAsync();
        var before = (await scene.AllOf(Contoso.GlobalAdministrator)).Count;

        await scene.Frank.Says(text);
        scene.Frank.Sees(consequence);
        Assert.Equal(before, (await scene.AllOf(Contoso.GlobalAdministrator)).Count);
        await scene.Frank.Clicks("Assign");

        Assert.Equal(before + 1, (await scene.AllOf(Contoso.GlobalAdministrator)).Count);
    }

    [Fact]
    public async Task The_confirmation_can_be_typed_or_left()
    {
        await using var scene = await Scene.StartAsync();
        var before = (await scene.AllOf(Contoso.GlobalAdministrator)).Count;

        await scene.Frank.Says("assign Global Administrator to Grace active permanently because audit");
        await scene.Frank.Says("cancel");
        Assert.Equal(before, (await scene.AllOf(Contoso.GlobalAdministrator)).Count);
        await scene.Frank.Says("assign Global Administrator to Grace active permanently because audit");
        await scene.Frank.Says("yes");

        Assert.Equal(before + 1, (await scene.AllOf(Contoso.GlobalAdministrator)).Count);
    }

    [Fact]
    public async Task A_plain_eligibility_of_a_privileged_role_is_one_step()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("assign Security Administrator to Alice eligible permanently because audit");

        scene.Frank.Sees("Alice Andersen is permanently eligible");
    }

    [Fact]
    public async Task An_active_assignment_with_an_end_is_not_called_permanent()
    {
        await using var scene = await Scene.StartAsync();
        await scene.AssignsUntil(
            scene.Dan,
            AssignmentScene.GlobalReader,
            AssignmentType.Active,
            scene.Clock.GetUtcNow() + TimeSpan.FromDays(30)
        );

        await scene.Dan.Says("my roles");

        scene.Dan.Sees("Active until Wednesday 1 April at 10:00 (UTC+2): Global Reader");
        scene.Dan.DoesNotSee("Always active");
    }

    [Fact]
    public async Task The_place_is_given_after_the_question()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("assign Security Administrator to Alice at payments eligible for 1 month");
        await scene.Frank.Clicks("Contoso");

        scene.Frank.Sees("Alice Andersen is eligible until");
        Assert.Single(await scene.AssignmentsOf(scene.Alice, "Security Administrator"));
    }

    [Fact]
    public async Task In_a_group_it_is_answered_in_ones_own_chat()
    {
        await using var scene = await Scene.StartAsync();
        var frank = scene.Frank.In(scene.Channel.AddGroup("Operations", "groupChat"));
        await frank.AddsBot();

        await frank.Says(AssignmentScene.AssignExchangeToErin);

        scene.Frank.Sees("Erin Eriksen is eligible until");
        frank.DoesNotSee("Erin");
        Assert.Single(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
    }
}
