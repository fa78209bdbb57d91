using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Settings;

public sealed class DashboardStory
{
    [Fact]
    [Rule("G5")]
    public async Task An_administrator_sees_who_holds_what_what_waits_what_was_activated_and_what_ends()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Advances(TimeSpan.FromDays(1));
        await scene.Grace.Says(Contoso.AskForHelpdesk);
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Frank.Says("dashboard");

        scene.Frank.Sees("1 request pending 1 activation, 0 changes of assignments");
        scene.Frank.Sees("Privileged roles | Permanent | Eligible Global Administrator | 2 | 4");
        scene.Frank.Sees("Privileged Role Administrator | 1 | 1");
        scene.Frank.Sees("Helpdesk Administrator | 0 | 2");
        scene.Frank.Sees("Payments responder, Payments responders | 0 | 1");
        scene.Frank.Sees("3 activations; most on Tue 3 Mar: 2");
        scene.Frank.Sees("Mon 2 Mar | 1 | ▇");
        scene.Frank.Sees("Tue 3 Mar | 2 | ▇");
        scene.Frank.Sees("Wed 18 Feb | 0");
        Assert.Equal(["Who holds it", "Its settings", "Pending", "Alerts", "Audit", "Wizard"], scene.Frank.Buttons);
    }

    [Fact]
    [Rule("E2")]
    public async Task Azure_and_what_ends_there_is_hidden_from_a_privileged_role_administrator()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("dashboard");

        scene.Frank.DoesNotSee("Azure roles");
        scene.Frank.DoesNotSee("Contoso Production");
        scene.Frank.DoesNotSee("User Access Administrator");
        scene.Frank.DoesNotSee("end within 14 days");
        scene.Frank.Sees("Nobody activated a role.");
        scene.Frank.Sees("No request is pending.");
    }

    [Fact]
    [Rule("E2")]
    public async Task An_owner_of_a_subscription_sees_what_lies_there_and_nothing_of_the_directory()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, Contoso.OwnerOfProduction, AssignmentType.Active);
        await scene.Grace.Says(Contoso.AskForHelpdesk);

        await scene.Dan.Says("dashboard");

        scene.Dan.Sees("Azure roles | Permanent | For a time | Eligible");
        scene.Dan.Sees("Owner, Contoso Production | 1 | 0 | 3");
        scene.Dan.Sees("Virtual Machine Contributor, payments");
        scene.Dan.DoesNotSee("experiments");
        scene.Dan.DoesNotSee("Privileged roles");
        scene.Dan.Sees("Nobody activated a role.");
        Assert.Equal(["Who holds it", "Its settings", "Audit"], scene.Dan.Buttons);
    }

    [Fact]
    [Rule("E6")]
    public async Task An_elevated_global_administrator_sees_azure_too()
    {
        await using var scene = await Scene.StartAsync();
        var administrator = scene.Person("Emergency access 1");
        await scene.Elevates(administrator);

        await administrator.Says("dashboard");

        administrator.Sees("Owner, Contoso Production | 0 | 0 | 3");
        administrator.Sees("User Access Administrator, Contoso Sandbox | 0 | 0 | 2");
        administrator.Sees("1 assignment ends within 14 days");
        administrator.Sees("Bob Berg: User Access Administrator (eligible), Contoso Sandbox, Thursday 12 March");
    }

    [Fact]
    [Rule("E3")]
    public async Task A_group_owner_sees_the_group_only()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Erin.Says("dashboard");

        scene.Erin.Sees("Groups | Permanent | Eligible Payments responder, Payments responders | 0 | 1");
        scene.Erin.DoesNotSee("Global Administrator");
    }

    [Fact]
    [Rule("E1")]
    public async Task A_reader_sees_the_same_without_the_wizard()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Carol.Says("activate Security Administrator for 1h because an incident is open");
        await scene.Passes(scene.Carol);

        await scene.Carol.Says("dashboard");

        scene.Carol.Sees("Global Administrator | 2 | 4");
        Assert.Equal(["Who holds it", "Its settings", "Alerts", "Audit"], scene.Carol.Buttons);
    }

    [Fact]
    public async Task A_role_that_one_may_merely_activate_shows_nothing_of_others()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Carol.Says("dashboard");

        scene.Carol.Sees("My view");
        scene.Carol.DoesNotSee("Privileged roles");
    }

    [Fact]
    [Rule("E4")]
    public async Task Everybody_else_sees_my_view_which_holds_only_what_is_their_own()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Grace.Says(Contoso.AskForHelpdesk);
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Dan.Says("dashboard");

        scene.Dan.Sees("My view");
        scene.Dan.Sees("Active: 0");
        scene.Dan.Sees("Owner at Contoso Production, until");
        scene.Dan.Sees("Payments responder: Waiting for approval");
        scene.Dan.DoesNotSee("Grace");
        Assert.DoesNotContain("Who holds it", scene.Dan.Buttons);
    }

    [Fact]
    public async Task My_view_says_what_ends_soon_and_what_is_always_active()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Bob.Says("my view");
        scene.Bob.Sees("User Access Administrator at Contoso Sandbox, ends soon: Thursday 12 March");
        await scene.Frank.Says("my view");

        scene.Frank.Sees("Active: 2");
        scene.Frank.Sees("Privileged Role Administrator, always");
    }

    [Fact]
    public async Task From_the_dashboard_to_the_settings_of_a_role()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("dashboard");

        await scene.Frank.Clicks("Its settings", new { access = $"{Contoso.Helpdesk.Role}|/" });

        scene.Frank.Sees("Settings of Helpdesk Administrator");
    }

    [Fact]
    public async Task From_the_dashboard_to_those_who_hold_a_role()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("dashboard");

        await scene.Frank.Clicks("Who holds it", new { access = $"{Policies.UserAdministrator.Role}|/" });
        scene.Frank.Sees("Erin Eriksen");

        await scene.Frank.Clicks("Who holds it", new { access = $"{Contoso.Payments.Role}|{Contoso.Payments.Scope}" });
        scene.Frank.Sees("Dan Dubois");
    }

    [Fact]
    public async Task A_choice_that_one_may_not_see_is_refused()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Erin.Says("dashboard");
        var button = CardAction.Of(scene.Erin.LastCard!).First(b => b.Title == "Who holds it").Action;
        var forged = button.DeepClone().AsObject();
        forged["data"]!["access"] = $"{Contoso.GlobalAdministrator.Role}|/";

        var answer = await scene.Erin.Invokes(forged);

        Assert.StartsWith("There is no such role that you may see.", answer.InvokeValue?.ToString());
    }
}
