using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Notifications;

/// <summary>What administrators read on Monday.</summary>
public sealed class DigestStory
{
    private const string Heading = "Privileged access: the past week";
    private static readonly TimeSpan ToMonday = TimeSpan.FromDays(7) - TimeSpan.FromHours(1);

    [Fact]
    [Rule("F7")]
    public async Task On_Monday_at_8_in_their_own_zone_active_administrators_read_the_week()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Gives(scene.Erin, Contoso.Helpdesk, AssignmentType.Eligible, TimeSpan.FromDays(10));
        await scene.Advances(TimeSpan.FromDays(5));
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Frank.Clicks("Deny", new { reason = "not now" });
        await scene.Advances(At(scene, "2026-03-09T06:59:00Z"));
        Assert.Equal(0, Digests(scene.Frank));

        await scene.Advances(TimeSpan.FromMinutes(1));

        scene.Frank.Sees(Heading);
        scene.Frank.Sees("Activations: 1");
        scene.Frank.Sees("Helpdesk Administrator: 1");
        scene.Frank.Sees("New assignments: 1");
        scene.Frank.Sees("Erin Eriksen: Helpdesk Administrator, eligible");
        scene.Frank.Sees("Ends within 14 days: 1");
        scene.Frank.Sees("Nothing waits for a decision");
        Assert.Equal(1, Digests(scene.Person("Emergency access 1")));
        foreach (var other in new[] { scene.Alice, scene.Bob, scene.Carol, scene.Dan, scene.Erin, scene.Grace })
        {
            Assert.Equal(0, Digests(other));
        }
    }

    [Fact]
    public async Task It_names_nothing_that_its_reader_may_not_view()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Advances(ToMonday);

        // Bob’s User Access Administrator ends soon; Azure’s resources are none of a directory administrator’s business.
        scene.Frank.Sees(Heading);
        scene.Frank.Sees("Ends within 14 days: 0");
        scene.Frank.DoesNotSee("User Access Administrator");
    }

    [Fact]
    public async Task What_waits_is_counted()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Advances(ToMonday - TimeSpan.FromHours(1));
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Advances(TimeSpan.FromHours(1));

        scene.Frank.Sees("1 waiting for a decision");
        scene.Frank.Sees("1 by approvers, 0 by administrators.");
    }

    [Fact]
    public async Task It_comes_once_a_week_also_with_several_replicas_and_restarts()
    {
        await using var scene = await Scene.StartAsync();
        scene.Clock.Jump(ToMonday);
        var pass = scene.Services.GetServices<IBackgroundPass>().Single(p => p.Name == "weekly digests");

        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => pass.RunOnceAsync(TestContext.Current.CancellationToken)))
        );
        await scene.Advances(TimeSpan.FromMinutes(20));
        await scene.Restarts();
        await scene.Advances(TimeSpan.FromDays(1));
        Assert.Equal(1, Digests(scene.Frank));

        await scene.Advances(TimeSpan.FromDays(6));
        Assert.Equal(2, Digests(scene.Frank));
    }

    [Fact]
    public async Task After_a_downtime_the_newest_comes_and_no_other()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Advances(TimeSpan.FromDays(31));

        Assert.Equal(1, Digests(scene.Frank));
    }

    [Fact]
    public async Task Who_becomes_an_administrator_during_the_week_waits_for_Monday()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Advances(ToMonday + TimeSpan.FromDays(1));

        await scene.Assigns(
            scene.Erin,
            new RoleScope(WellKnownRoles.SecurityAdministrator, ScopeId.Directory),
            AssignmentType.Active
        );
        await scene.Advances(TimeSpan.FromDays(1));
        Assert.Equal(0, Digests(scene.Erin));

        await scene.Advances(TimeSpan.FromDays(6));
        Assert.Equal(1, Digests(scene.Erin));
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        await using var scene = await Scene.StartAsync(
            new SceneOptions { Settings = new Dictionary<string, string?> { ["Notifications:WeeklyDigest"] = "false" } }
        );

        await scene.Advances(ToMonday);

        Assert.Equal(0, Digests(scene.Frank));
    }

    [Fact]
    public async Task Where_chat_is_not_possible_it_comes_by_mail()
    {
        await using var server = FakeMailServer.Start();
        await using var scene = await Scene.StartAsync(new SceneOptions { Settings = server.Settings });
        await scene.Frank.Uninstalls();

        await scene.Advances(TimeSpan.FromDays(7));

        var mail = Assert.Single(server.Mails);
        Assert.Equal(["frank@contoso.example"], mail.To);
        Assert.Equal($"PimBot: {Heading}", mail.Subject);
        Assert.Contains("Activations: 0", mail.Text, StringComparison.Ordinal);
    }

    private static TimeSpan At(Scene scene, string moment) =>
        DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture) - scene.Clock.GetUtcNow();

    private static int Digests(TestPerson person) =>
        person.Chat.Messages.Count(message =>
            message.Card?.ToJsonString().Contains(Heading, StringComparison.Ordinal) is true
        );
}
