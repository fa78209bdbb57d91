using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Settings;

public sealed class SettingsFaultStory
{
    [Theory]
    [InlineData("maximum 25h", "The longest activation must be between 5 minutes and 24 hours.")]
    [InlineData("maximum 4 min", "The longest activation must be between 5 minutes and 24 hours.")]
    [InlineData("maximum soon", "I could not read “soon” as the longest activation.")]
    [InlineData("no mfa", "For this role, multi-factor authentication can't be switched off.")]
    [InlineData("context c100", "An authentication context is named c1 to c99.")]
    [InlineData("context x1", "An authentication context is named c1 to c99.")]
    [InlineData("require approval by Carol, window 30 min", "Approvers must have between 1 hour and 14 days.")]
    [InlineData("require approval by Carol, window 15 days", "Approvers must have between 1 hour and 14 days.")]
    [InlineData("require approval by Nemo", "I know nobody called “Nemo”: no person, group or role.")]
    [InlineData("require approval by group: Nemo", "I know no group “Nemo”.")]
    [InlineData("require approval by Berg", "“Berg” could be Bob Berg (bob@contoso.example) or Bob Berg (admin)")]
    [InlineData("require approval by Ivan", "Nobody of these could approve now.")]
    [InlineData("require approval by group: Payments responders", "Nobody of these could approve now.")]
    [InlineData("require coffee", "I could not read “require coffee”.")]
    [Rule("C4", "D5")]
    public async Task A_fault_is_said_at_the_form_and_what_was_typed_is_kept(string change, string fault)
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says($"settings Exchange Administrator {change}");

        scene.Frank.Sees("Not saved");
        scene.Frank.Sees(fault);
        Assert.Contains("Save", scene.Frank.Buttons);
        Assert.Equal(1, (await scene.PolicyOf(Policies.Exchange)).Version);
    }

    [Fact]
    public async Task All_faults_come_at_once_and_every_field_keeps_what_was_typed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Exchange Administrator");
        await scene.Frank.Clicks("Edit activation");

        await scene.Frank.Clicks(
            "Save",
            new
            {
                maximum = "a while",
                approval = "true",
                approvers = "Nemo; **Carol**",
                window = "some time",
            }
        );

        scene.Frank.Sees("I could not read “a while” as the longest activation.");
        scene.Frank.Sees("I could not read “some time” as the time for approvers.");
        scene.Frank.Sees("I know nobody called “Nemo”");
        scene.Frank.Sees("[Longest activation: a while]");
        scene.Frank.Sees("Nemo; **Carol**");
        await scene.Frank.Clicks(
            "Save",
            new
            {
                maximum = "1h",
                approvers = "Carol",
                window = "1 day",
            }
        );
        await scene.Frank.Clicks("Save");
        scene.Frank.Sees("Approval: By Carol Castillo");
    }

    [Fact]
    [Rule("C4")]
    public async Task An_azure_or_group_role_needs_a_named_approver()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Payments responder");
        await scene.Frank.Clicks("Edit activation");

        await scene.Frank.Clicks("Save", new { approvers = "" });

        scene.Frank.Sees("Name at least one approver: only directory roles have default approvers.");
        Assert.Equal(2, (await scene.PolicyOf(Contoso.Payments)).Activation.Approvers.Count);
    }

    [Fact]
    public async Task A_wrong_mail_address_is_said()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Exchange Administrator");
        await scene.Frank.Clicks("Edit who is told");

        await scene.Frank.Clicks("Save", new { furtherApprovers = "soc@contoso.example; nobody" });

        scene.Frank.Sees("“nobody” is no mail address.");
        scene.Frank.Sees("soc@contoso.example; nobody");
    }

    [Fact]
    public async Task Too_many_addresses_are_said()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Exchange Administrator");
        await scene.Frank.Clicks("Edit who is told");

        await scene.Frank.Clicks(
            "Save",
            new { furtherApprovers = string.Join(';', Enumerable.Range(1, 21).Select(i => $"a{i}@contoso.example")) }
        );

        scene.Frank.Sees("At most 20 further addresses can be told.");
    }

    [Fact]
    public async Task What_a_client_should_not_send_is_refused_on_the_form()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Exchange Administrator");
        await scene.Frank.Clicks("Edit assignment");
        var submit = CardAction.Of(scene.Frank.LastCard!).Single(b => b.Title == "Save");

        foreach (
            var (eligible, fault) in new[]
            {
                ("forever", "Choose how long eligible assignments may last."),
                ("-1", "Choose how long eligible assignments may last."),
                ("99999999999999999999", "Choose how long eligible assignments may last."),
                ("1", "The longest assignment must be at least 5 minutes."),
            }
        )
        {
            var action = submit.Action.DeepClone().AsObject();
            action["data"]!["eligible"] = eligible;
            action["data"]!["active"] = "permanent";
            var answer = await scene.Frank.Invokes(action, scene.Frank.LastMessage!.Id);
            Assert.Contains(
                fault,
                CardText.Flatten(answer.InvokeValue!.AsObject(), "Europe/Stockholm"),
                StringComparison.Ordinal
            );
        }

        Assert.Equal(1, (await scene.PolicyOf(Policies.Exchange)).Version);
    }

    [Fact]
    public async Task A_right_that_is_lost_before_the_click_saves_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Exchange Administrator maximum 1h");
        await scene.RemovesAssignments(Contoso.PrivilegedRoleAdministrator, scene.Frank);

        await scene.Frank.Clicks("Save");

        scene.Frank.Sees("You may see these settings, but not change them.");
        Assert.Equal(TimeSpan.FromHours(2), (await scene.PolicyOf(Policies.Exchange)).Activation.Maximum);
    }

    [Fact]
    public async Task Two_administrators_at_once_the_second_is_told_and_keeps_what_was_typed()
    {
        await using var scene = await Scene.StartAsync();
        var other = scene.Person("Emergency access 1");
        await scene.Frank.Says("settings Exchange Administrator");
        await scene.Frank.Clicks("Edit activation");
        await other.Says("settings Exchange Administrator maximum 90 min");
        await other.Clicks("Save");

        await scene.Frank.Clicks("Save", new { maximum = "30 min", ticket = "true" });

        scene.Frank.Sees(
            "Somebody else changed these settings meanwhile. Now the longest activation is 1 hour 30 minutes"
        );
        scene.Frank.Sees("[Longest activation: 30 min]");
        Assert.Equal(TimeSpan.FromMinutes(90), (await scene.PolicyOf(Policies.Exchange)).Activation.Maximum);
        await scene.Frank.Clicks("Save");
        scene.Frank.Sees("Longest activation: 1 hour 30 minutes → 30 minutes");
        await scene.Frank.Clicks("Save");
        var saved = (await scene.PolicyOf(Policies.Exchange)).Activation;
        Assert.Equal(TimeSpan.FromMinutes(30), saved.Maximum);
        Assert.True(saved.Requires(ActivationRequirements.Ticket));
    }

    [Fact]
    public async Task A_change_between_confirmation_and_click_saves_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("settings Exchange Administrator maximum 1h");
        await scene.ChangesPolicy(Policies.Exchange, p => p with { Maximum = TimeSpan.FromMinutes(10) });

        await scene.Frank.Clicks("Save");

        scene.Frank.Sees("Somebody else changed these settings meanwhile.");
        Assert.Equal(TimeSpan.FromMinutes(10), (await scene.PolicyOf(Policies.Exchange)).Activation.Maximum);
    }
}
