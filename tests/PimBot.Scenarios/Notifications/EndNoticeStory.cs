using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Notifications;

/// <summary>What holders hear when the end of an assignment comes near.</summary>
public sealed class EndNoticeStory
{
    private const string EndsSoon = "Your assignment of Helpdesk Administrator ends soon";
    private const string HasEnded = "Your assignment of Helpdesk Administrator has ended";
    private static readonly TimeSpan Quarter = TimeSpan.FromDays(90);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    [Rule("A18", "F4")]
    public async Task The_holder_hears_14_days_before_a_day_before_and_at_the_end()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Gives(scene.Grace, Contoso.Helpdesk, AssignmentType.Eligible, Quarter);

        await scene.Advances(TimeSpan.FromDays(76) - Hour);
        scene.Grace.DoesNotSee(EndsSoon);

        await scene.Advances(Hour);
        scene.Grace.Sees(EndsSoon);
        scene.Grace.Sees("Eligible until Sunday 31 May at 10:00 (UTC+2), 14 days left");
        Assert.Equal(["Ask to extend"], scene.Grace.Buttons);

        await scene.Advances(TimeSpan.FromDays(13) - Hour);
        scene.Grace.DoesNotSee(EndsSoon);

        await scene.Advances(Hour);
        scene.Grace.Sees(EndsSoon);
        scene.Grace.Sees("1 day left");

        await scene.Advances(TimeSpan.FromDays(1) - Hour);
        scene.Grace.DoesNotSee(HasEnded);

        await scene.Advances(Hour);
        scene.Grace.Sees(HasEnded);
        scene.Grace.Sees("You can ask to have it renewed until Tuesday 30 June");
        Assert.Equal(["Ask to renew"], scene.Grace.Buttons);
    }

    [Fact]
    [Rule("A16", "A19")]
    public async Task From_the_card_the_holder_asks_for_more_time_and_to_have_it_renewed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Gives(scene.Grace, Contoso.Helpdesk, AssignmentType.Eligible, Quarter);
        await scene.Advances(TimeSpan.FromDays(76));

        await scene.Grace.Clicks("Ask to extend");
        scene.Grace.Sees("Helpdesk Administrator");
        scene.Grace.DoesNotSee("This card is");

        await scene.Advances(TimeSpan.FromDays(15));
        await scene.Grace.Clicks("Ask to renew");
        scene.Grace.Sees("Helpdesk Administrator");
        scene.Grace.DoesNotSee("This card is");
    }

    [Fact]
    [Rule("A18")]
    public async Task Each_member_of_a_group_hears_it_and_reads_that_it_is_the_groups()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Gives(
            Principal.Of(Contoso.HelpdeskGroup),
            Administration.GlobalReader,
            AssignmentType.Eligible,
            Quarter
        );

        await scene.Advances(TimeSpan.FromDays(76));

        foreach (var member in new[] { scene.Dan, scene.Grace })
        {
            member.Sees("Your assignment of Global Reader ends soon");
            member.Sees("the group Helpdesk");
            Assert.Empty(member.Buttons);
        }
    }

    [Fact]
    public async Task After_a_long_downtime_only_the_newest_is_told()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Gives(scene.Grace, Contoso.Helpdesk, AssignmentType.Eligible, Quarter);
        var before = scene.Grace.Chat.Messages.Count;

        await scene.Advances(TimeSpan.FromDays(89) + Hour);
        Assert.Equal(before + 1, scene.Grace.Chat.Messages.Count);
        scene.Grace.Sees(EndsSoon);

        await scene.Restarts();
        Assert.Equal(before + 1, scene.Grace.Chat.Messages.Count);
    }

    [Fact]
    public async Task A_downtime_past_the_end_tells_of_the_end_only()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Gives(scene.Grace, Contoso.Helpdesk, AssignmentType.Eligible, Quarter);
        var before = scene.Grace.Chat.Messages.Count;

        await scene.Advances(TimeSpan.FromDays(100));

        Assert.Equal(before + 1, scene.Grace.Chat.Messages.Count);
        scene.Grace.Sees(HasEnded);
    }

    [Fact]
    public async Task What_was_extended_on_the_way_is_not_said_to_end()
    {
        await using var scene = await Scene.StartAsync();
        var given = await scene.Gives(scene.Grace, Contoso.Helpdesk, AssignmentType.Eligible, Quarter);
        scene.Channel.FailNext(1, ChannelFault.Unavailable, scene.Grace.Chat);
        await scene.Advances(TimeSpan.FromDays(76));
        scene.Grace.DoesNotSee(EndsSoon);

        await scene.Changes(given, RequestAction.AdminExtend, Quarter);
        await scene.Advances(TimeSpan.FromMinutes(10));

        scene.Grace.DoesNotSee(EndsSoon);
        Assert.Contains("was extended", scene.Grace.Chat.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(EndsSoon, scene.Grace.Chat.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Rule("A11")]
    public async Task Administrators_and_the_holder_hear_that_the_last_holder_was_kept()
    {
        await using var scene = await Scene.StartAsync();
        await scene.RemovesAssignments(Contoso.PrivilegedRoleAdministrator, scene.Frank);
        await scene.Changes(
            (work, _) =>
            {
                work.Assignments.Add(
                    new Assignment
                    {
                        Id = Guid.NewGuid(),
                        Person = new PersonId(scene.Erin.Id),
                        Access = Contoso.PrivilegedRoleAdministrator,
                        Type = AssignmentType.Active,
                        Start = work.Now,
                        End = work.Now + TimeSpan.FromDays(3),
                        Stage = AssignmentStage.EndIsNear,
                    }
                );
                return Task.CompletedTask;
            }
        );

        await scene.Advances(TimeSpan.FromDays(4));

        foreach (var told in new[] { scene.Erin, scene.Frank, scene.Person("Emergency access 1") })
        {
            told.Sees("Privileged Role Administrator was kept past its end");
            told.Sees("Erin Eriksen is the last to hold it");
        }
    }
}
