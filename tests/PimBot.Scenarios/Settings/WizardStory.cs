using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Settings;

public sealed class WizardStory
{
    [Fact]
    [Rule("G1")]
    public async Task It_shows_itself_once_to_an_administrator_and_begins_with_set_up()
    {
        await using var scene = await Scene.StartAsync();

        Assert.Contains("Set PimBot up", scene.Frank.Chat.ToString(), StringComparison.Ordinal);
        await scene.Frank.Says("help");

        scene.Frank.DoesNotSee("Set PimBot up");
        foreach (
            var other in new[]
            {
                scene.Alice,
                scene.Bob,
                scene.Carol,
                scene.Dan,
                scene.Erin,
                scene.Person("Emergency access 1"),
            }
        )
        {
            Assert.DoesNotContain("Set PimBot up", other.Chat.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    [Rule("G1")]
    public async Task Who_becomes_an_administrator_later_sees_it_after_the_first_message()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("help");
        scene.Dan.DoesNotSee("Set PimBot up");
        await scene.Assigns(scene.Dan, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);

        await scene.Dan.Says("my roles");
        scene.Dan.Sees("Your roles");
        scene.Dan.Sees("Set PimBot up");
        await scene.Dan.Says("my roles");

        scene.Dan.DoesNotSee("Set PimBot up");
    }

    [Fact]
    [Rule("G1")]
    public async Task After_changes_were_made_once_it_never_shows_itself_again_but_comes_when_asked()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("wizard");
        await scene.Frank.Clicks("Look at the roles first");
        await scene.Opens(Policies.UserAdministrator);
        await scene.Chooses(scene.Erin, "MakeEligible");
        await scene.Frank.Clicks("Change 1 assignment");
        await scene.Assigns(scene.Dan, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);

        await scene.Dan.Says("my roles");

        scene.Dan.DoesNotSee("Set PimBot up");
        scene.Dan.DoesNotSee("Who holds privileged roles");
        await scene.Dan.Says("wizard");
        scene.Dan.Sees("Set PimBot up");
    }

    [Fact]
    [Rule("E5")]
    public async Task Set_up_says_which_of_its_roles_are_held_already()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("wizard");
        scene.Frank.Sees("You are both permanently already, so nobody’s access changes.");

        await scene.Assigns(scene.Dan, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        await scene.Dan.Says("wizard");
        scene.Dan.Sees("You are Privileged Role Administrator permanently already. Nobody else’s access changes.");
        await scene.Dan.Clicks("Set PimBot up");
        Assert.Equal(
            2,
            (await scene.AssignmentsOf(scene.Dan)).Count(a => a is { Type: AssignmentType.Active, IsPermanent: true })
        );
    }

    [Fact]
    [Rule("E5")]
    public async Task Set_up_says_what_it_means_before_and_after_and_happens_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, Contoso.GlobalAdministrator, AssignmentType.Active);
        await scene.Dan.Says("wizard");
        scene.Dan.Sees(
            "Whoever does becomes, permanently: Privileged Role Administrator, who manages everybody’s roles, and Security Administrator"
        );
        scene.Dan.Sees("by you, Dan Dubois");

        await scene.Dan.Clicks("Set PimBot up");

        scene.Dan.Sees("You are now Privileged Role Administrator and Security Administrator, permanently.");
        scene.Dan.Sees("Who holds privileged roles");
        var held = (await scene.AssignmentsOf(scene.Dan)).Where(a => a.Type is AssignmentType.Active).ToList();
        Assert.Equal(3, held.Count(a => a.IsPermanent));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.SetUp));
        await scene.Frank.Says("wizard");
        scene.Frank.DoesNotSee("Set PimBot up");
        scene.Frank.Sees("Who holds privileged roles");
        var old = CardAction.Of(
            scene
                .Frank.Messages.First(m =>
                    m.Card is { } card && CardAction.Of(card).Any(b => b.Title == "Set PimBot up")
                )
                .Card!
        );
        await scene.Frank.Invokes(old.First(b => b.Title == "Set PimBot up").Action.DeepClone().AsObject());
        Assert.Equal(1, await scene.CountsAudited(AuditAction.SetUp));
    }

    [Fact]
    public async Task Who_holds_both_roles_already_is_told_that_nothing_else_changed()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Clicks("Set PimBot up");

        scene.Frank.Sees(
            "You are Privileged Role Administrator and Security Administrator already; nothing else changed."
        );
        Assert.Equal(2, (await scene.AssignmentsOf(scene.Frank)).Count);
    }

    [Theory]
    [InlineData("Emergency access 1", true)]
    [InlineData("Grace", false)]
    public async Task An_account_that_is_not_a_member_s_can_t_set_up(string name, bool isAdministrator)
    {
        await using var scene = await Scene.StartAsync();
        var person = scene.Person(name);
        if (!isAdministrator)
        {
            await scene.Assigns(person, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        }

        await person.Says("wizard");

        person.Sees("It takes an administrator with an account of your organization");
        Assert.Equal(["Look at the roles"], person.Buttons);
        var forged = CardAction.Of(scene.Frank.LastCard!).First(b => b.Title == "Set PimBot up").Action;
        await person.Invokes(forged.DeepClone().AsObject());
        Assert.Equal(0, await scene.CountsAudited(AuditAction.SetUp));
    }

    [Fact]
    [Rule("G2")]
    public async Task The_overview_counts_permanent_and_eligible_holders()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("wizard");
        await scene.Frank.Clicks("Look at the roles first");

        scene.Frank.Sees("3 people have standing access");
        scene.Frank.Sees(
            "Role | Permanent | Eligible Global Administrator | 2 | 4 Global Reader | 0 | 1 Helpdesk Administrator | 0 | 2"
        );
        scene.Frank.Sees("User Administrator | 1 | 0");
        scene.Frank.DoesNotSee("SharePoint");
    }

    [Fact]
    [Rule("A22", "G3")]
    public async Task A_permanent_holder_becomes_eligible_with_the_consequence_in_words()
    {
        await using var scene = await Scene.StartAsync();
        await scene.OpensWizard(Policies.UserAdministrator);
        scene.Frank.Sees("Erin Eriksen: permanent");

        await scene.Chooses(scene.Erin, "MakeEligible");
        scene.Frank.Sees(
            "1 person loses standing access to User Administrator, and can activate it when needed: Erin Eriksen."
        );
        Assert.Equal(AssignmentType.Active, Assert.Single(await scene.UserAdministratorOf(scene.Erin)).Type);
        await scene.Frank.Clicks("Change 1 assignment");

        scene.Frank.Sees("Now eligible Erin Eriksen");
        scene.Frank.Sees("2 people have standing access");
        var changed = Assert.Single(await scene.UserAdministratorOf(scene.Erin));
        Assert.Equal(AssignmentType.Eligible, changed.Type);
        await scene.Erin.Says("my roles");
        scene.Erin.Sees("User Administrator Contoso. Up to 4 hours");
    }

    [Fact]
    public async Task An_eligible_assignment_lasts_as_long_as_the_settings_allow()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings User Administrator");
        await scene.Frank.Clicks("Edit assignment");
        await scene.Frank.Clicks("Save", new { eligible = $"{90 * 24 * 60}", eligibleReason = "true" });
        await scene.Frank.Clicks("Save");
        await scene.OpensWizard(Policies.UserAdministrator);

        await scene.Chooses(scene.Erin, "MakeEligible");
        scene.Frank.Sees("can activate it when needed, for 90 days: Erin Eriksen.");
        await scene.Frank.Clicks("Change 1 assignment", new { reason = "No standing access any more" });

        var changed = Assert.Single(await scene.UserAdministratorOf(scene.Erin));
        Assert.Equal(scene.Clock.GetUtcNow() + TimeSpan.FromDays(90), changed.End);
    }

    [Fact]
    [Rule("G3")]
    public async Task A_holder_is_removed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.OpensWizard(Policies.UserAdministrator);

        await scene.Chooses(scene.Erin, "Remove");
        scene.Frank.Sees("1 person loses User Administrator altogether: Erin Eriksen.");
        await scene.Frank.Clicks("Change 1 assignment");

        scene.Frank.Sees("Removed Erin Eriksen");
        Assert.Empty(await scene.UserAdministratorOf(scene.Erin));
    }

    [Fact]
    public async Task Keep_changes_nothing_and_the_wizard_still_shows_itself()
    {
        await using var scene = await Scene.StartAsync();
        await scene.OpensWizard(Policies.UserAdministrator);

        await scene.Frank.Clicks("Review changes");

        scene.Frank.Sees("Nothing is chosen yet: everybody is kept as they are.");
        await scene.Assigns(scene.Dan, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        await scene.Dan.Says("help");
        scene.Dan.Sees("Set PimBot up");
    }

    [Fact]
    public async Task A_group_is_removed_with_the_number_of_its_people()
    {
        await using var scene = await Scene.StartAsync();
        await scene.OpensWizard(Contoso.Helpdesk);
        scene.Frank.Sees("Helpdesk: eligible");
        scene.Frank.Sees("A group of 2 people.");

        await scene.Frank.Clicks("Review changes", scene.TheOnlyChoice("Remove"));

        scene.Frank.Sees("2 people lose Helpdesk Administrator altogether: the group Helpdesk.");
    }

    [Fact]
    [Rule("G4")]
    public async Task Fewer_than_two_privileged_role_administrators_are_warned_of()
    {
        await using var scene = await Scene.StartAsync();
        await scene.OpensWizard(Contoso.PrivilegedRoleAdministrator);

        await scene.Chooses(scene.Bob, "Remove");

        scene.Frank.Sees("Only 1 Privileged Role Administrator with an account of your organization would be left.");
    }

    [Fact]
    [Rule("A9")]
    public async Task The_last_active_privileged_role_administrator_stays()
    {
        await using var scene = await Scene.StartAsync();
        await scene.OpensWizard(Contoso.PrivilegedRoleAdministrator);

        await scene.Chooses(scene.Frank, "MakeEligible");

        scene.Frank.Sees("Nothing can be changed: Privileged Role Administrator");
        scene.Frank.Sees("Frank Fischer stays: nobody else would hold Privileged Role Administrator.");
        Assert.Equal(["Back"], scene.Frank.Buttons);
    }

    [Fact]
    [Rule("G4")]
    public async Task Personal_accounts_guests_and_emergency_accounts_are_pointed_out()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Becomes(scene.Erin, PersonKind.Personal);
        await scene.Assigns(scene.Grace, Policies.UserAdministrator, AssignmentType.Active);
        await scene.OpensWizard(Policies.UserAdministrator);
        scene.Frank.Sees("Personal account: keep it permanent.");
        scene.Frank.Sees("Guest: from another organization.");

        await scene.Chooses(scene.Erin, "MakeEligible");
        scene.Frank.Sees(
            "Erin Eriksen has a personal account, and would be locked out where multi-factor authentication is needed."
        );

        await scene.OpensWizard(Contoso.GlobalAdministrator);
        scene.Frank.Sees("Emergency account: keep it permanent.");
    }

    [Fact]
    [Rule("A24")]
    public async Task An_emergency_account_is_touched_only_when_another_administrator_confirms()
    {
        await using var scene = await Scene.StartAsync();
        var emergency = scene.Person("Emergency access 2");
        await scene.OpensWizard(Contoso.GlobalAdministrator);

        await scene.Chooses(emergency, "Remove");
        scene.Frank.Sees(
            "Emergency access 2 is an emergency account: keep it permanent. If you go on, another administrator must confirm."
        );
        await scene.Frank.Clicks("Change 1 assignment");

        scene.Frank.Sees("Waiting for another administrator Emergency access 2");
        Assert.Single(await scene.AssignmentsOf(emergency));
    }

    [Fact]
    public async Task No_standing_access_but_two_emergency_accounts_is_praised()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(
            scene.Person("Emergency access 1"),
            Contoso.PrivilegedRoleAdministrator,
            AssignmentType.Active
        );
        await scene.RemovesAssignments(Policies.UserAdministrator, scene.Erin);
        await scene.OpensWizard(new RoleScope(WellKnownRoles.SecurityAdministrator, ScopeId.Directory));
        await scene.Chooses(scene.Frank, "MakeEligible");
        await scene.Frank.Clicks("Change 1 assignment");
        scene.Frank.Sees("1 person has standing access");
        await scene.RemovesAssignments(Contoso.PrivilegedRoleAdministrator, scene.Frank);
        var administrator = scene.Person("Emergency access 1");

        await administrator.Says("wizard");
        await administrator.Clicks("Look at the roles");

        administrator.Sees("Well done: nobody has standing access");
        administrator.Sees("Only your 2 emergency accounts hold a privileged role permanently.");
    }

    [Fact]
    public async Task What_is_gone_meanwhile_is_said()
    {
        await using var scene = await Scene.StartAsync();
        await scene.OpensWizard(Policies.UserAdministrator);
        await scene.Chooses(scene.Erin, "Remove");
        await scene.RemovesAssignments(Policies.UserAdministrator, scene.Erin);

        await scene.Frank.Clicks("Change 1 assignment");

        scene.Frank.Sees("Those assignments are gone meanwhile.");
    }

    [Fact]
    public async Task Nobody_but_who_manages_directory_roles_gets_in()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, Contoso.OwnerOfProduction, AssignmentType.Active);
        var open = CardAction.Of(scene.Frank.LastCard!).First(b => b.Title == "Look at the roles first").Action;

        foreach (var person in new[] { scene.Carol, scene.Dan, scene.Erin })
        {
            await person.Says("wizard");
            person.Sees("The wizard is for administrators");
            var answer = await person.Invokes(open.DeepClone().AsObject());
            Assert.StartsWith("The wizard is for those who manage", answer.InvokeValue?.ToString());
        }
    }

    [Fact]
    public async Task A_card_s_data_gives_nobody_a_right_to_change()
    {
        await using var scene = await Scene.StartAsync();
        await scene.OpensWizard(Policies.UserAdministrator);
        await scene.Chooses(scene.Erin, "Remove");
        var apply = CardAction.Of(scene.Frank.LastCard!).First(b => b.Title == "Change 1 assignment").Action;

        var answer = await scene.Erin.Invokes(apply.DeepClone().AsObject());

        Assert.StartsWith("There is no such role that you manage.", answer.InvokeValue?.ToString());
        Assert.Single(await scene.UserAdministratorOf(scene.Erin));
    }
}
