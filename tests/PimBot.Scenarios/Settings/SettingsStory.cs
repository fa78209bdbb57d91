using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Settings;

public sealed class SettingsStory
{
    [Fact]
    public async Task Settings_of_a_role_are_shown_in_words_with_edit_for_who_manages_it()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("settings Exchange Administrator");

        scene.Frank.Sees("Settings of Exchange Administrator");
        scene.Frank.Sees("Longest: 2 hours");
        scene.Frank.Sees("Asked for: Multi-factor authentication, a reason");
        scene.Frank.Sees("Approval: Not needed");
        scene.Frank.Sees("Eligible: Permanent is allowed");
        Assert.Equal(["Edit activation", "Edit assignment", "Edit who is told"], scene.Frank.Buttons);
    }

    [Fact]
    public async Task Approvers_are_shown_by_name()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("settings of Privileged Role Administrator");
        scene.Frank.Sees("Approval: By the group Identity approvers");
        scene.Frank.Sees("Decision: Within 24 hours, with a reason");

        await scene.Frank.Says("settings Payments responder");
        scene.Frank.Sees("Approval: By Frank Fischer, Erin Eriksen");

        await scene.Frank.Says("settings GA");
        scene.Frank.Sees("Approval: By everybody with Global Administrator");
    }

    [Fact]
    [Rule("D2")]
    public async Task A_role_without_settings_of_its_own_has_the_published_default()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("settings Global Reader");

        scene.Frank.Sees("Microsoft’s published default: nobody changed them yet.");
        scene.Frank.Sees("Longest: 8 hours");
        scene.Frank.Sees("Asked for: Multi-factor authentication, a reason");
        scene.Frank.Sees("Approval: Not needed");
    }

    [Fact]
    public async Task Without_a_role_it_asks_which_and_shows_the_one_that_is_chosen()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("settings");
        scene.Frank.Sees("Settings of which role?");
        await scene.Frank.Clicks("Show settings", new { access = $"{Contoso.Helpdesk.Role}|/" });

        scene.Frank.Sees("Settings of Helpdesk Administrator");
    }

    [Fact]
    public async Task A_name_that_several_roles_have_is_asked_about()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("settings user admin");
        scene.Frank.Sees("Settings of User Administrator");
        await scene.Frank.Says("settings administrator");

        scene.Frank.Sees("Which of these?");
    }

    [Fact]
    [Rule("E1")]
    public async Task A_reader_sees_the_settings_and_no_button_that_changes_them()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Carol.Says("activate Security Administrator for 1h because an incident is open");
        await scene.Passes(scene.Carol);

        await scene.Carol.Says("settings Exchange Administrator");

        scene.Carol.Sees("Settings of Exchange Administrator");
        Assert.Empty(scene.Carol.Buttons);
        await scene.Carol.Says("settings Exchange Administrator maximum 1h");
        scene.Carol.Sees("You may see these settings, but not change them.");
        Assert.Equal(TimeSpan.FromHours(2), (await scene.PolicyOf(Policies.Exchange)).Activation.Maximum);
    }

    [Fact]
    [Rule("E4")]
    public async Task Whoever_is_no_administrator_sees_no_settings()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("settings Exchange Administrator");

        scene.Dan.Sees("Only administrators see the settings of roles.");
        scene.Dan.DoesNotSee("2 hours");
    }

    [Fact]
    [Rule("E3")]
    public async Task A_group_owner_sees_the_group_s_settings_and_no_others()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Erin.Says("settings Payments responder");
        scene.Erin.Sees("Settings of Payments responder");
        Assert.Contains("Edit activation", scene.Erin.Buttons);

        await scene.Erin.Says("settings Exchange Administrator");
        scene.Erin.Sees("I know no role by that name whose settings you may see.");
    }

    [Fact]
    [Rule("E2")]
    public async Task An_owner_of_a_subscription_sees_what_lies_there_and_below_and_nothing_beside()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, Contoso.OwnerOfProduction, AssignmentType.Active);

        await scene.Dan.Says("settings Owner at Contoso Production");
        scene.Dan.Sees("Settings of Owner");
        Assert.Contains("Edit activation", scene.Dan.Buttons);
        await scene.Dan.Says("settings Virtual Machine Contributor at payments");
        scene.Dan.Sees("Settings of Virtual Machine Contributor");
        await scene.Dan.Says("settings Virtual Machine Contributor at experiments");
        scene.Dan.Sees("I know no role by that name");
        await scene.Dan.Says("settings Global Administrator");
        scene.Dan.Sees("I know no role by that name");
    }

    [Fact]
    [Rule("E2")]
    public async Task A_privileged_role_administrator_sees_nothing_of_azure()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("settings Owner at Contoso Production");

        scene.Frank.Sees("I know no role by that name");
    }

    [Fact]
    [Rule("D1")]
    public async Task Settings_of_a_role_at_a_scope_without_any_of_its_own_can_be_set()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, Contoso.OwnerOfProduction, AssignmentType.Active);

        await scene.Dan.Says("settings User Access Administrator at payments maximum 30 min");
        await scene.Dan.Clicks("Save");

        scene.Dan.Sees("Saved");
        scene.Dan.Sees("Longest: 30 minutes");
    }

    [Fact]
    public async Task In_a_group_the_answer_comes_in_the_personal_chat()
    {
        await using var scene = await Scene.StartAsync();
        var room = scene.Frank.In(scene.Channel.AddGroup("Admins", "groupChat"));
        await room.AddsBot();

        await room.Says("settings Exchange Administrator");

        scene.Frank.Sees("Settings of Exchange Administrator");
        room.DoesNotSee("Longest");
    }

    [Fact]
    public async Task A_card_s_data_gives_nobody_a_right()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Exchange Administrator");
        var edit = CardAction.Of(scene.Frank.LastCard!).First(b => b.Title == "Edit activation").Action;

        var answer = await scene.Dan.Invokes(edit.DeepClone().AsObject());

        Assert.StartsWith("There are no such settings that you may see.", answer.InvokeValue?.ToString());
    }
}
