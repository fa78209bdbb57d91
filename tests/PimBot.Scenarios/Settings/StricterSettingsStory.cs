using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Settings;

/// <summary>Whoever waits is told when stricter settings concern their request: once, in words, and nobody else.</summary>
public sealed class StricterSettingsStory
{
    private const string Stricter = "The settings of this role became stricter";

    [Theory]
    [InlineData("maximum 1h", "The longest is 1 hour now; you asked for 2 hours.", true)]
    [InlineData("require ticket", "It needs a ticket number now, and you gave none.", true)]
    [InlineData("require mfa", "It needs you to verify with a second factor before it is granted.", false)]
    [InlineData("window 2h", "Approvers have less time to decide than when you asked.", false)]
    [Rule("D6")]
    public async Task Whoever_waits_is_told_once_what_changed(string change, string sentence, bool isInVain)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var before = (Dan: scene.Dan.Messages.Count, Erin: scene.Erin.Messages.Count);

        await scene.Frank.Says($"settings Payments responder {change}");
        await scene.Frank.Clicks("Save");

        scene.Dan.Sees(Stricter);
        scene.Dan.Sees(sentence);
        Assert.Equal(
            isInVain,
            scene.Dan.ReadsLast().Contains("ask again by the new settings", StringComparison.Ordinal)
        );
        Assert.Contains("Cancel request", scene.Dan.Buttons);
        Assert.Equal((before.Dan + 1, before.Erin), (scene.Dan.Messages.Count, scene.Erin.Messages.Count));
        scene.Erin.DoesNotSee(Stricter);
        scene.Frank.DoesNotSee(Stricter);
    }

    [Fact]
    public async Task Whom_it_does_not_concern_is_not_told()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var before = scene.Dan.Messages.Count;

        foreach (var change in new[] { "maximum 3h", "maximum 2h", "require approval by Carol", "no reason" })
        {
            await scene.Frank.Says($"settings Payments responder {change}");
            await scene.Frank.Clicks("Save");
        }

        Assert.Equal(before, scene.Dan.Messages.Count);
        scene.Dan.DoesNotSee(Stricter);
    }

    [Fact]
    public async Task What_was_said_once_is_not_said_again_and_the_card_keeps_saying_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await Saves(scene, "maximum 1h");
        var told = scene.Dan.Messages.Count;

        await Saves(scene, "maximum 50 minutes");
        Assert.Equal(told, scene.Dan.Messages.Count);
        await scene.Dan.Says("my requests");
        await scene.Dan.Clicks("Show");

        scene.Dan.Sees("The longest is 50 minutes now; you asked for 2 hours.");
    }

    [Fact]
    public async Task A_start_that_lies_ahead_needs_the_approval_that_was_added()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(
            "activate Virtual Machine Contributor for 1h from today 15:00 because patches must be installed"
        );
        var access = (await scene.TheRequestOf(scene.Alice)).Access;

        await scene.Assigns(scene.Carol, Contoso.OwnerOfProduction, Domain.Access.AssignmentType.Active);
        var saved = await scene.Saves(
            scene.Carol,
            access,
            policy =>
                policy with
                {
                    Activation = policy.Activation with
                    {
                        Require = policy.Activation.Require | ActivationRequirements.Approval,
                        Approvers = [new ApproverReference { Person = new(scene.Frank.Id) }],
                    },
                }
        );

        Assert.True(saved.IsAllowed);
        scene.Alice.Sees("It needs approval before it is granted.");
        Assert.Equal(RequestState.Granted, (await scene.TheRequestOf(scene.Alice)).State);
    }

    [Fact]
    public async Task Whoever_changes_the_settings_themselves_is_not_told_of_their_own_request()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Frank, Contoso.Payments, Domain.Access.AssignmentType.Eligible);
        await scene.Frank.Says("activate Payments responder for 2h because refunds are stuck");

        await Saves(scene, "maximum 1h");

        scene.Frank.DoesNotSee(Stricter);
    }

    [Fact]
    public async Task A_window_that_closes_at_once_is_told_as_its_end_alone()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Advances(TimeSpan.FromHours(3));

        await Saves(scene, "window 2h");

        scene.Dan.Sees("Timed out: nobody decided in time");
        Assert.DoesNotContain(scene.Dan.Messages, m => m.Card?.ToJsonString().Contains(Stricter) is true);
    }

    private static async Task Saves(Scene scene, string change)
    {
        await scene.Frank.Says($"settings Payments responder {change}");
        await scene.Frank.Clicks("Save");
    }
}
