using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Model;

namespace PimBot.Scenarios.Life;

/// <summary>Between the promise of access and the target, things change. Each of these was broken once.</summary>
public sealed class TargetLifeTests : IAsyncLifetime
{
    private static readonly RoleScope Plain = Cast.Roles[0];
    private readonly RaceCourse course = new(new SqliteRaceStorage());
    private PersonId runner;

    [Fact]
    public async Task A_stale_worker_that_grants_after_the_revocation_has_it_taken_back()
    {
        var asked = await course.AskAsync(runner, Plain);
        course.Target.Mood = TargetMood.CanceledMeanwhile;
        course.Target.Meanwhile = async _ =>
        {
            course.Target.Mood = TargetMood.Works;
            Assert.True((await course.Cancel(asked.Id, runner)()).IsAllowed);
            course.Clock.Advance(TimeSpan.FromMinutes(2));
            await RevokedAsync(asked.Id);
        };
        await course.Run(PassKind.Outbox)();
        await course.DeliverAsync();
        Assert.Empty(course.Target.Present);
        Assert.Equal((1, 1), course.Target.EffectsOf(new GrantId(asked.Id.Value)));
    }

    // The delivery that is under way goes on as well, so that either of the two may come to it.
    private async Task RevokedAsync(RequestId request)
    {
        for (var i = 0; (await course.GrantAsync(request))!.State is not GrantState.Revoked; i++)
        {
            Assert.True(i < 1000, "The grant was not revoked.");
            await course.DeliverAsync();
        }
    }

    [Fact]
    public async Task An_eligibility_that_ends_while_the_target_grants_gives_no_access()
    {
        var dan = new PersonId("dan");
        course.Clock.Advance(TimeSpan.FromHours(5) - TimeSpan.FromSeconds(10));
        var asked = await course.AskAsync(dan, Cast.Roles[2]);
        await course.Decide(asked.Id, "bob", Verdict.Approve)();
        course.Target.Mood = TargetMood.Slow;
        await course.Run(PassKind.Outbox)();
        course.Target.Mood = TargetMood.Works;
        await course.DeliverAsync();
        var failed = await course.RequestAsync(asked.Id);
        Assert.Equal((RequestState.Failed, ReasonCode.NotEligible), (failed.State, failed.Outcome?.Code));
        Assert.Empty(course.Target.Present);
    }

    [Theory]
    [InlineData(ActivationRequirements.Mfa, ReasonCode.PolicyTightened)]
    [InlineData(ActivationRequirements.Approval, ReasonCode.PolicyTightened)]
    [InlineData(ActivationRequirements.Ticket, ReasonCode.TicketRequired)]
    public async Task A_policy_that_became_stricter_while_the_target_was_down_applies(
        ActivationRequirements require,
        ReasonCode code
    )
    {
        var asked = await course.AskAsync(runner, Plain);
        course.Target.Mood = TargetMood.Fails;
        await course.DeliverAsync();
        await course.Change(Cast.Policy(Plain, require, 120))();
        course.Target.Mood = TargetMood.Works;
        course.Clock.Advance(TimeSpan.FromMinutes(5));
        await course.DeliverAsync();
        var failed = await course.RequestAsync(asked.Id);
        Assert.Equal((RequestState.Failed, code), (failed.State, failed.Outcome?.Code));
        Assert.Empty(course.Target.Present);
    }

    [Fact]
    public async Task What_is_over_does_not_stand_in_the_way_of_the_next_even_before_a_worker_ends_it()
    {
        var first = await course.AskAsync(runner, Plain);
        await course.DeliverAsync();
        course.Clock.Advance(TimeSpan.FromHours(1));
        var second = await course.AskAsync(runner, Plain);
        Assert.Equal(RequestState.PendingProvisioning, second.State);
        Assert.Equal(RequestState.Revoked, (await course.RequestAsync(first.Id)).State);
        await course.DeliverAsync();
        Assert.Equal([new GrantId(second.Id.Value)], course.Target.Present);
    }

    [Fact]
    public async Task A_pending_request_keeps_its_approvers_when_approval_is_switched_off()
    {
        var asked = await course.AskAsync(runner, Cast.Roles[2]);
        var off = Cast.Policy(Cast.Roles[2], ActivationRequirements.None, 60);
        await course.Change(off with { Activation = off.Activation with { Approvers = [] } })();
        Assert.True((await course.Decide(asked.Id, "bob", Verdict.Approve)()).IsAllowed);
    }

    [Fact]
    public async Task A_failure_at_verification_is_in_the_audit()
    {
        var asked = await course.AskAsync(runner, Cast.Roles[1]);
        await course.Change(Cast.Policy(Cast.Roles[1], ActivationRequirements.Mfa, 5))();
        Assert.Equal(RequestState.Failed, (await course.VerifyAsync(asked.Id, runner)).State);
        Assert.Contains(AuditAction.RequestFailed, await course.AuditOfAsync(asked.Id));
    }

    public async ValueTask InitializeAsync()
    {
        await course.OpenAsync();
        runner = course.NextRunner();
    }

    public ValueTask DisposeAsync() => course.DisposeAsync();
}
