using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Administration.Model;
using PimBot.Scenarios.Rules;

namespace PimBot.Scenarios.Administration;

/// <summary>Those without whom nobody would be left, where something else than time goes on around them.</summary>
public sealed class LastResortStory : GuardsStory
{
    [Fact]
    [Rule("A10", "A11")]
    public async Task The_last_administrator_who_was_kept_beyond_the_eligibility_can_not_end_the_activation()
    {
        await KeptBeyondTheEligibility(Global);

        Assert.Equal(ReasonCode.LastAdministrator, await EndsByThemselves());
        Assert.Contains(Global, await HeldBy(Ann));
    }

    [Fact]
    [Rule("A13")]
    public async Task The_last_owner_who_was_kept_beyond_the_eligibility_can_not_end_the_activation()
    {
        await KeptBeyondTheEligibility(Owner);

        Assert.Equal(ReasonCode.LastGroupOwner, await EndsByThemselves());
        Assert.Contains(Owner, await HeldBy(Ann));
    }

    [Fact]
    [Rule("A10", "A25")]
    public async Task Once_somebody_else_administers_who_was_kept_beyond_the_eligibility_loses_the_activation()
    {
        await KeptBeyondTheEligibility(Global);
        await Assigns(Cid, Global);

        await Pim.LostGround.RunOnceAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(Global, await HeldBy(Ann));
        Assert.Contains(Global, await HeldBy(Cid));
    }

    [Theory]
    [Rule("A22", "C9")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_becomes_eligible_stays_the_last_approver_as_holder_of_the_role_but_not_as_member_of_the_group(
        bool isThroughRole
    )
    {
        var member = To(Ann, Member, null);
        var approver = isThroughRole
            ? new ApproverReference { Role = Member.Role }
            : new ApproverReference { Group = new GroupId("guards") };
        await Directory([ApprovedBy(approver)], [member]);

        var changed = await Orders(
            new AssignmentCommand
            {
                Action = RequestAction.AdminUpdate,
                Actor = Ben,
                Assignment = member.Id,
                Ask = new AssignmentAsk
                {
                    Type = AssignmentType.Eligible,
                    End = Start.AddDays(30),
                    Justification = "when it is needed",
                },
            }
        );

        Assert.Equal(isThroughRole ? null : ReasonCode.LastApprover, changed.Refusal?.Code);
    }

    [Fact]
    [Rule("A13", "A24")]
    public async Task The_confirmed_removal_of_an_emergency_account_that_is_the_last_owner_waits_for_another_owner()
    {
        var last = To(Cid, Owner, null);
        await Directory(last, To(Ann, Privileged, null));
        await Becomes(Named(Cid) with { Kind = PersonKind.Emergency });
        var ordered = await Orders(
            new AssignmentCommand
            {
                Action = RequestAction.AdminRemove,
                Actor = Ben,
                Assignment = last.Id,
                Ask = new AssignmentAsk { Type = AssignmentType.Active },
            }
        );

        var confirmed = await Approves(Ann, ordered.Value!);

        Assert.Equal(PendingReason.AnotherOwner, confirmed.Value?.WaitsFor);
        Assert.Contains(Owner, await HeldBy(Cid));

        await Assigns(Ann, Owner);
        Clock.Advance(AssignmentRequestLife.RetryEvery);
        await Service.DrainAsync(Pim.Wishes);

        Assert.DoesNotContain(Owner, await HeldBy(Cid));
    }

    [Fact]
    [Rule("A20")]
    public async Task A_wish_that_is_granted_after_the_start_it_asked_for_begins_nothing_earlier_than_it_would_have()
    {
        var shift = To(Ann, Member, 25) with { Start = Start.AddHours(24) };
        await Directory(shift);
        var wish = await Orders(
            new AssignmentCommand
            {
                Action = RequestAction.SelfExtend,
                Actor = Ann,
                Assignment = shift.Id,
                Ask = new AssignmentAsk
                {
                    Type = AssignmentType.Active,
                    Start = Start.AddHours(1),
                    End = Start.AddHours(48),
                    Justification = "the shift is longer",
                },
            }
        );
        Clock.Advance(TimeSpan.FromHours(2));

        var granted = await Approves(Ben, wish.Value!);

        Assert.True(granted.IsAllowed, $"{granted.Refusal?.Code}");
        Assert.DoesNotContain(Member, await HeldBy(Ann));
        var longer = await Pim.Read(work => work.Assignments.FindAsync(shift.Id, default));
        Assert.Equal((shift.Start, Start.AddHours(48)), (longer?.Start, longer?.End));
    }

    /// <summary>Ann's activation is the only holding of the role, and outlasts its own end and that of her eligibility.</summary>
    private async Task KeptBeyondTheEligibility(RoleScope access)
    {
        await Directory(To(Ann, access, 2) with { Type = AssignmentType.Eligible });
        await Activates(Ann, access);
        await Service.DrainAsync(Pim.Outbox);
        for (var look = 0; look < 3; look++)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            await Service.DrainAsync(Pim.Assignments);
            await Service.DrainAsync(Pim.Grants);
            await Pim.LostGround.RunOnceAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains(access, await HeldBy(Ann));
    }

    private async Task<ReasonCode?> EndsByThemselves()
    {
        var active = await Pim.Read(work => work.Grants.OpenOfAsync(Ann, default));
        var ended = await Pim.Commit(work => EndActivation.RunAsync(work, Assert.Single(active).Id, Ann, default));
        return ended.Refusal?.Code;
    }

    private async Task Assigns(PersonId person, RoleScope access)
    {
        var assigned = await Orders(
            new AssignmentCommand
            {
                Action = RequestAction.AdminAssign,
                Actor = Ben,
                Principal = Principal.Of(person),
                Access = access,
                Ask = new AssignmentAsk
                {
                    Type = AssignmentType.Active,
                    End = Start.AddDays(30),
                    Justification = "hand-over",
                },
            }
        );
        Assert.True(assigned.IsAllowed, $"{assigned.Refusal?.Code}");
    }

    private static RolePolicy ApprovedBy(ApproverReference approver)
    {
        var policy = RolePolicy.Default(Owner);
        return policy with
        {
            Activation = policy.Activation with { Require = ActivationRequirements.Approval, Approvers = [approver] },
        };
    }
}
