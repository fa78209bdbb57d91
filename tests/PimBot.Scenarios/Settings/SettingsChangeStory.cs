using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Settings;

public sealed class SettingsChangeStory
{
    [Fact]
    public async Task A_shorter_maximum_is_confirmed_saved_and_holds()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Helpdesk");
        await scene.Frank.Clicks("Edit activation");

        await scene.Frank.Clicks("Save", new { maximum = "1 hour" });
        scene.Frank.Sees("Longest activation: 8 hours → 1 hour");
        scene.Frank.Sees("Stricter rules apply at once; no other request is under way.");
        Assert.Equal(TimeSpan.FromHours(8), (await scene.PolicyOf(Contoso.Helpdesk)).Activation.Maximum);
        await scene.Frank.Clicks("Save");

        scene.Frank.Sees("Saved");
        scene.Frank.Sees("Longest: 1 hour");
        Assert.Equal(1, await scene.CountsAudited(AuditAction.PolicyChanged));
        await scene.Dan.Says("activate Helpdesk Administrator for 2h ticket INC-1");
        scene.Dan.Sees("The longest for this role is 1 hour.");
    }

    [Fact]
    public async Task The_second_click_on_save_is_no_conflict()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Helpdesk");
        await scene.Frank.Clicks("Edit activation");
        await scene.Frank.Clicks("Save", new { maximum = "1 hour" });
        var save = CardAction.Of(scene.Frank.LastCard!).First(b => b.Title == "Save").Action;
        await scene.Frank.Clicks("Save");

        var answer = await scene.Frank.Invokes(save.DeepClone().AsObject());

        Assert.Contains("These settings are in force.", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody else", answer.Body, StringComparison.Ordinal);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.PolicyChanged));
    }

    [Fact]
    public async Task Every_field_of_activation_is_saved()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Helpdesk Administrator");
        await scene.Frank.Clicks("Edit activation");

        await scene.Frank.Clicks(
            "Save",
            new
            {
                maximum = "1 hour 45 minutes",
                verify = "context",
                contextId = "c7",
                justification = "true",
                ticket = "false",
                approval = "true",
                approvers = "Carol Castillo; group: Identity approvers; role: GA; bob.admin@contoso.example",
                window = "12h",
                decisionReason = "false",
            }
        );
        scene.Frank.Sees("Proof of identity: none → authentication context c7");
        scene.Frank.Sees("A reason: not needed → needed");
        scene.Frank.Sees("A ticket: needed → not needed");
        await scene.Frank.Clicks("Save");

        var saved = (await scene.PolicyOf(Contoso.Helpdesk)).Activation;
        Assert.Equal(TimeSpan.FromMinutes(105), saved.Maximum);
        Assert.Equal("c7", saved.AuthenticationContext);
        Assert.Equal(ActivationRequirements.Justification | ActivationRequirements.Approval, saved.Require);
        Assert.Equal(TimeSpan.FromHours(12), saved.Window);
        Assert.False(saved.IsDecisionReasonRequired);
        Assert.Equal(
            [
                new ApproverReference { Person = new(scene.Carol.Id) },
                new ApproverReference { Group = Contoso.IdentityApprovers },
                new ApproverReference { Role = Contoso.GlobalAdministrator.Role },
                new ApproverReference { Person = new(scene.BobAdmin.Id) },
            ],
            saved.Approvers
        );
        scene.Frank.Sees(
            "By Carol Castillo, the group Identity approvers, everybody with Global Administrator, Bob Berg (admin)"
        );
    }

    [Fact]
    public async Task What_the_form_shows_is_saved_as_it_was()
    {
        await using var scene = await Scene.StartAsync();
        foreach (
            var access in new[] { Contoso.GlobalAdministrator, Contoso.PrivilegedRoleAdministrator, Contoso.Payments }
        )
        {
            var before = await scene.PolicyOf(access);
            await scene.Frank.Says("settings");
            await scene.Frank.Clicks("Show settings", new { access = $"{access.Role}|{access.Scope}" });
            foreach (var section in new[] { "Edit activation", "Edit assignment", "Edit who is told" })
            {
                await scene.Frank.Clicks(section);
                await scene.Frank.Clicks("Save");
                scene.Frank.Sees("Settings of");
                scene.Frank.DoesNotSee("Saved");
            }

            Assert.Equal(before.Version, (await scene.PolicyOf(access)).Version);
        }
    }

    [Fact]
    [Rule("A7")]
    public async Task Limits_and_demands_on_assignments_are_saved_and_hold_for_later_ones()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings User Administrator");
        await scene.Frank.Clicks("Edit assignment");

        await scene.Frank.Clicks(
            "Save",
            new
            {
                eligible = $"{90 * 24 * 60}",
                eligibleReason = "true",
                active = $"{15 * 24 * 60}",
                activeMfa = "true",
                activeReason = "false",
            }
        );
        scene.Frank.Sees("Longest eligible assignment: permanent → 90 days");
        scene.Frank.Sees("Longest active assignment: permanent → 15 days");
        scene.Frank.Sees("Assignments that exist stay as they are; the new limits hold for later ones.");
        await scene.Frank.Clicks("Save");

        var saved = await scene.PolicyOf(Policies.UserAdministrator);
        Assert.Equal(TimeSpan.FromDays(90), saved.Eligible.Maximum);
        Assert.Equal(ActivationRequirements.Justification, saved.Eligible.Require);
        Assert.Equal(TimeSpan.FromDays(15), saved.Active.Maximum);
        Assert.Equal(ActivationRequirements.Mfa, saved.Active.Require);
        scene.Frank.Sees("Eligible: At most 90 days");
    }

    [Fact]
    public async Task Permanent_can_be_allowed_again()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Payments responder");
        await scene.Frank.Clicks("Edit assignment");

        await scene.Frank.Clicks("Save", new { eligible = "permanent" });
        scene.Frank.Sees("Longest eligible assignment: 365 days → permanent");
        await scene.Frank.Clicks("Save");

        Assert.Null((await scene.PolicyOf(Contoso.Payments)).Eligible.Maximum);
    }

    [Fact]
    [Rule("F8")]
    public async Task Who_is_told_is_saved_for_each_event_without_touching_the_others()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Exchange Administrator");
        await scene.Frank.Clicks("Edit who is told");

        await scene.Frank.Clicks(
            "Save",
            new
            {
                toldAdministrators = "critical",
                toldRequestor = "nothing",
                furtherAdministrators = "soc@contoso.example; audit@contoso.example",
            }
        );
        scene.Frank.Sees("Activated, administrators: on → only what must be acted upon, and soc@contoso.example");
        scene.Frank.Sees("Also told: soc@contoso.example, audit@contoso.example");
        await scene.Frank.Clicks("Edit who is told");
        await scene.Frank.Clicks("Told when made eligible");
        await scene.Frank.Clicks("Save", new { toldApprovers = "nothing" });

        var saved = await scene.PolicyOf(Policies.Exchange);
        var told = saved.Notification(NotificationRecipient.Administrators, NotificationEvents.Activation);
        Assert.True(told.IsCriticalOnly);
        Assert.Equal(["soc@contoso.example", "audit@contoso.example"], told.FurtherRecipients);
        Assert.False(
            saved
                .Notification(NotificationRecipient.Requestor, NotificationEvents.Activation)
                .IsDefaultRecipientsEnabled
        );
        Assert.True(
            saved
                .Notification(NotificationRecipient.Approvers, NotificationEvents.Activation)
                .IsDefaultRecipientsEnabled
        );
        Assert.False(
            saved
                .Notification(NotificationRecipient.Approvers, NotificationEvents.EligibleAssignment)
                .IsDefaultRecipientsEnabled
        );
    }

    [Fact]
    public async Task Several_changes_can_be_typed_at_once()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("settings Exchange Administrator maximum 1h, require approval by Carol and Erin");

        scene.Frank.Sees("Longest activation: 2 hours → 1 hour");
        scene.Frank.Sees("Approval: not needed → by Carol Castillo, Erin Eriksen");
        await scene.Frank.Clicks("Save");
        scene.Frank.Sees("Approval: By Carol Castillo, Erin Eriksen");
    }

    [Theory]
    [InlineData("no justification", ActivationRequirements.None)]
    [InlineData("require ticket", ActivationRequirements.Justification | ActivationRequirements.Ticket)]
    [InlineData("require mfa and a ticket, no reason", ActivationRequirements.Mfa | ActivationRequirements.Ticket)]
    [InlineData("require approval", ActivationRequirements.Justification | ActivationRequirements.Approval)]
    public async Task A_requirement_can_be_typed(string change, ActivationRequirements expected)
    {
        await using var scene = await Scene.StartAsync();
        await scene.ChangesPolicy(
            Policies.GlobalReader,
            p => p with { Require = ActivationRequirements.Justification }
        );

        await scene.Frank.Says($"settings Global Reader {change}");
        await scene.Frank.Clicks("Save");

        Assert.Equal(expected, (await scene.PolicyOf(Policies.GlobalReader)).Activation.Require);
    }

    [Fact]
    public async Task Back_from_the_confirmation_keeps_what_was_filled_in_and_saves_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Helpdesk Administrator");
        await scene.Frank.Clicks("Edit activation");
        await scene.Frank.Clicks("Save", new { maximum = "90 min" });

        await scene.Frank.Clicks("Back");

        scene.Frank.Sees("[Longest activation: 90 min]");
        Assert.Equal(TimeSpan.FromHours(8), (await scene.PolicyOf(Contoso.Helpdesk)).Activation.Maximum);
    }

    [Fact]
    public async Task An_old_client_fills_in_the_same_form_by_Submit()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Helpdesk Administrator");

        await scene.Frank.Submits("Edit activation");
        await scene.Frank.Submits("Save", new { maximum = "2 hours" });
        await scene.Frank.Submits("Save");

        Assert.Equal(TimeSpan.FromHours(2), (await scene.PolicyOf(Contoso.Helpdesk)).Activation.Maximum);
    }

    [Fact]
    public async Task Approvers_can_be_picked_where_the_client_finds_people()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Helpdesk Administrator");
        await scene.Frank.Clicks("Edit activation");
        var save = CardAction.Of(scene.Frank.LastCard!).Single(b => b.Title == "Save").Action.DeepClone().AsObject();
        save["data"]!["maximum"] = "8 hours";
        save["data"]!["verify"] = "nothing";
        save["data"]!["approval"] = "true";
        save["data"]!["window"] = "1 day";
        save["data"]!["approvers"] = "Carol";
        save["data"]!["pickedApprovers"] = $"{scene.Bob.Id},{scene.Carol.Id}";

        var answer = await scene.Frank.Invokes(save, scene.Frank.LastMessage!.Id);

        Assert.Contains(
            "Approval: not needed → by Carol Castillo, Bob Berg",
            CardText.Flatten(answer.InvokeValue!.AsObject(), "Europe/Stockholm"),
            StringComparison.Ordinal
        );
        save["data"]!["pickedApprovers"] = "nobody-at-all";
        answer = await scene.Frank.Invokes(save, scene.Frank.LastMessage!.Id);
        Assert.Contains(
            "There is no approver “nobody-at-all”.",
            CardText.Flatten(answer.InvokeValue!.AsObject(), "Europe/Stockholm"),
            StringComparison.Ordinal
        );
    }
}
