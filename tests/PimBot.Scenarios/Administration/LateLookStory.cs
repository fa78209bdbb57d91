using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Administration.Model;
using PimBot.Scenarios.Rules;

namespace PimBot.Scenarios.Administration;

/// <summary>Ends that pass while no pass comes to look, as when the process was down: nobody is lost by the delay.</summary>
public sealed class LateLookStory : GuardsStory
{
    [Fact]
    [Rule("A11")]
    public async Task A_renewal_that_begins_later_does_not_take_the_last_administrator_whose_end_nobody_saw()
    {
        var last = To(Ann, Global, 1);
        await Directory(last);
        Clock.Advance(TimeSpan.FromDays(2));

        var renewed = await Orders(
            new AssignmentCommand
            {
                Action = RequestAction.AdminRenew,
                Actor = Ben,
                Assignment = last.Id,
                Ask = new AssignmentAsk
                {
                    Type = AssignmentType.Active,
                    Start = Start.AddDays(5),
                    End = Start.AddDays(9),
                    Justification = "back on Monday",
                },
            }
        );

        Assert.Equal(ReasonCode.StillRunning, renewed.Refusal?.Code);
        Assert.Contains(Global, await HeldBy(Ann));
    }

    [Theory]
    [Rule("A11")]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(1, 1)]
    public async Task A_membership_and_the_role_of_its_group_that_end_before_anybody_looks_keep_the_last_administrator(
        int membership,
        int role
    )
    {
        await Directory(To(Ann, Member, membership), ToGuards(Global, role));
        for (var look = 0; look < 3; look++)
        {
            Clock.Advance(TimeSpan.FromDays(1));
            await Service.DrainAsync(Pim.Assignments);
            Assert.Contains(Global, await HeldBy(Ann));
        }
    }

    [Theory]
    [Rule("A11")]
    [InlineData(1, 2)]
    [InlineData(1, 1)]
    public async Task Of_two_last_administrators_who_end_before_anybody_looks_one_stays(int ann, int cid)
    {
        await Directory(To(Ann, Global, ann), To(Cid, Global, cid));
        Clock.Advance(TimeSpan.FromDays(1));
        await Service.DrainAsync(Pim.Assignments);

        var holders = new[] { await HeldBy(Ann), await HeldBy(Cid) };
        Assert.Single(holders, held => held.Contains(Global));
    }

    [Fact]
    [Rule("A13")]
    public async Task Another_activation_does_not_end_that_of_the_last_owner_before_it_is_given()
    {
        await Directory(To(Ann, Owner, 100) with { Type = AssignmentType.Eligible });
        var first = await Activates(Ann, Owner);
        await Service.DrainAsync(Pim.Outbox);
        Clock.Advance(TimeSpan.FromHours(2));

        var second = await Activates(Ann, Owner);

        Assert.Equal((RequestState.Failed, ReasonCode.RoleAlreadyActive), (second.State, second.Outcome?.Code));
        Assert.Contains(Owner, await HeldBy(Ann));
        var kept = await Pim.Read(work => work.Grants.FindAsync(new GrantId(first.Id.Value), default));
        Assert.Equal(Clock.GetUtcNow() + AssignmentLife.KeepStep, kept?.Until);
    }

    [Fact]
    [Rule("A13")]
    public async Task Who_is_kept_past_an_end_that_nobody_saw_has_the_role_at_the_target_too()
    {
        await Directory();
        var assigned = await Orders(
            new AssignmentCommand
            {
                Action = RequestAction.AdminAssign,
                Actor = Ben,
                Principal = Principal.Of(Ann),
                Access = Owner,
                Ask = new AssignmentAsk
                {
                    Type = AssignmentType.Active,
                    End = Start.AddMinutes(6),
                    Justification = "hand-over",
                },
            }
        );
        Clock.Advance(TimeSpan.FromHours(1));
        await Service.DrainAsync(Pim.Outbox);
        await Service.DrainAsync(Pim.Assignments);
        await Service.DrainAsync(Pim.Outbox);

        Assert.Contains(Owner, await HeldBy(Ann));
        Assert.True(
            await Pim.Table.HoldsAsync(new GrantId(assigned.Value!.Assignment), TestContext.Current.CancellationToken)
        );
    }
}
