using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Activations;

public sealed class RoleNameStory
{
    private static readonly RoleScope OwnerOfSandbox = new(
        Contoso.OwnerOfProduction.Role,
        new ScopeId("/subscriptions/c0de0002-0000-4000-8000-000000000002")
    );

    private static readonly RoleScope GlobalReader = new(
        new RoleId("f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
        new ScopeId("/")
    );

    [Fact]
    public async Task An_owner_of_two_subscriptions_is_asked_which_one_and_a_click_opens_its_form()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, OwnerOfSandbox, AssignmentType.Eligible);

        await scene.Dan.Says("activate Owner for 1h because certificate renewal");

        scene.Dan.Sees("Which of these?");
        scene.Dan.Sees("Owner Contoso Production. Up to 1 hour");
        scene.Dan.Sees("Owner Contoso Sandbox. Up to 8 hours");
        scene.Dan.DoesNotSee("Helpdesk Administrator");
        await scene.Dan.Clicks("Activate");
        scene.Dan.Sees("Activate Owner Contoso Production");
        scene.Dan.Sees("[For how long: 1 hour]");
        scene.Dan.Sees("[Why: certificate renewal]");
    }

    [Theory]
    [InlineData("Owner of Contoso Sandbox")]
    [InlineData("owner contoso sandbox")]
    public async Task Which_one_may_be_typed_and_what_was_said_before_still_counts(string answer)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, OwnerOfSandbox, AssignmentType.Eligible);
        await scene.Dan.Says("activate Owner for 30 min because certificate renewal");

        await scene.Dan.Says(answer);

        scene.Dan.Sees("Owner Verify it’s you to go on");
        scene.Dan.Sees("Where: Contoso Sandbox");
        scene.Dan.Sees("For: 30 minutes");
        scene.Dan.Sees("Why: certificate renewal");
    }

    [Fact]
    public async Task Two_roles_that_begin_alike_are_not_decided_between()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Alice, GlobalReader, AssignmentType.Eligible);

        await scene.Alice.Says("activate global for 1h");

        scene.Alice.Sees("Which of these?");
        scene.Alice.Sees("Global Administrator");
        scene.Alice.Sees("Global Reader");
        scene.Alice.DoesNotSee("Exchange Administrator");
        await scene.Alice.Says("reader");
        scene.Alice.Sees("Why do you need it?");
        scene.Alice.Sees("Global Reader, 1 hour");
    }

    [Theory]
    [InlineData("VMC")]
    [InlineData("vm contributor")]
    [InlineData("Virtual Machine Contribtor")]
    [InlineData("machine contributor")]
    public async Task Aliases_parts_and_small_typos_are_understood(string role)
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says($"activate {role}");

        scene.Alice.Sees("For how long? At most 3 hours.");
        scene.Alice.Sees("Virtual Machine Contributor, payments");
    }

    [Fact]
    public async Task A_role_of_others_is_refused_and_ones_own_are_offered()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate Global Administrator for 1h because I want to ticket INC-1");

        scene.Dan.Sees("You are not eligible for Global Administrator. These are the roles that you can activate:");
        Assert.Equal(4, scene.Dan.Buttons.Count(title => title == "Activate"));
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.Dan.Says("helpdesk");
        scene.Dan.Sees("Helpdesk Administrator Active until today at 10:00");
    }

    [Fact]
    public async Task An_unknown_role_is_said_to_be_unknown_without_repeating_it()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate Grand Vizier");

        scene.Dan.Sees("I know no role of yours by that name. These are the roles that you can activate:");
        scene.Dan.DoesNotSee("Vizier");
        Assert.Contains("Activate", scene.Dan.Buttons);
    }

    [Fact]
    public async Task An_eligibility_that_has_not_begun_or_is_over_is_said_with_its_date()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate Exchange Administrator");
        scene.Dan.Sees("You become eligible for Exchange Administrator Monday 9 March at 09:00 (UTC+1).");

        await scene.Erin.Says("activate Virtual Machine Contributor");
        scene.Erin.Sees(
            "Your eligibility for Virtual Machine Contributor ended Wednesday 25 February at 09:00 (UTC+1)."
        );
    }

    [Fact]
    public async Task Who_can_activate_nothing_is_told_so_with_the_way_out()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("activate helpdesk");
        scene.Frank.Sees("You are not eligible for Helpdesk Administrator. There is no role that you can activate now");
        await scene.Frank.Says("activate Security Administrator");
        scene.Frank.Sees("You hold Security Administrator already, without activating it.");
        await scene.Frank.Says("activate");
        scene.Frank.Sees("You are not eligible for any role. Ask an administrator to make you eligible.");
        await scene.Frank.Says("for 2h");
        scene.Frank.Sees("I did not understand that");
    }
}
