using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Model;

namespace PimBot.Scenarios.Life;

/// <summary>Several at once on one request or grant: one wins, the others are told, and what holds one after another holds here too.</summary>
public abstract class RaceContract<TStorage> : IAsyncLifetime
    where TStorage : RaceStorage, new()
{
    private const int Races = 100;
    private static readonly RoleScope Plain = Cast.Roles[0];
    private static readonly RoleScope Approved = Cast.Roles[2];
    private readonly RaceCourse course = new(new TStorage());

    [Fact]
    public async Task One_decision_or_cancellation_or_time_out_settles_a_request()
    {
        for (var race = 0; race < Races; race++)
        {
            var runner = course.NextRunner();
            var asked = await course.AskAsync(runner, Approved);
            var isLate = race % 3 == 0;
            course.Clock.Advance(isLate ? asked.DecideBy!.Value - course.Clock.GetUtcNow() : TimeSpan.FromSeconds(1));
            var decisions = new[]
            {
                course.Decide(asked.Id, "bob", Verdict.Approve),
                course.Decide(asked.Id, "bob", Verdict.Deny),
                course.Decide(asked.Id, "carol", Verdict.Approve),
                course.Decide(asked.Id, "carol", Verdict.Deny),
                course.Cancel(asked.Id, runner),
            };
            var passing = RaceCourse.AtOnceAsync(course.Run(PassKind.Requests), course.Run(PassKind.Requests));
            var answers = await RaceCourse.AtOnceAsync(decisions);
            await passing;
            var decided = answers[..4].Where(answer => answer.IsAllowed).ToList();
            var settled = await course.RequestAsync(asked.Id);
            AssertSettledOnce(settled, decided, answers[4].IsAllowed, isLate, await course.AuditOfAsync(asked.Id));
        }

        await course.FinishAsync();
    }

    [Fact]
    public async Task A_policy_that_is_made_stricter_meanwhile_applies_or_comes_after()
    {
        var strict = Cast.Policy(Approved, ActivationRequirements.Approval, 30);
        for (var race = 0; race < Races; race++)
        {
            var runner = course.NextRunner();
            await course.Change(Cast.Policies[2])();
            var asked = await course.AskAsync(runner, Approved);
            var changing = RaceCourse.AtOnceAsync(course.Change(strict));
            var approved = Assert.Single(await RaceCourse.AtOnceAsync(course.Decide(asked.Id, "bob", Verdict.Approve)));
            await changing;
            Assert.True(approved.IsAllowed);
            await course.DeliverAsync();
            var settled = await course.RequestAsync(asked.Id);
            // Asked for 60 minutes, and 30 are allowed when access would be given: too late for it either way.
            Assert.Equal((RequestState.Failed, ReasonCode.DurationTooLong), (settled.State, settled.Outcome?.Code));
        }

        await course.FinishAsync();
    }

    [Fact]
    public async Task One_of_several_requests_for_the_same_access_is_taken()
    {
        for (var race = 0; race < Races; race++)
        {
            var runner = course.NextRunner();
            var role = race % 2 == 0 ? Plain : Approved;
            var answers = await RaceCourse.AtOnceAsync(
                Enumerable.Repeat(0, 4).Select(_ => course.TryAsk(runner, role))
            );
            Assert.Single(answers, answer => answer.IsAllowed);
            Assert.All(
                answers.Where(answer => !answer.IsAllowed),
                answer => Assert.Equal(ReasonCode.RequestAlreadyPending, answer.Refusal!.Code)
            );
            Assert.Single(await course.RequestsOfAsync(runner));
        }

        await course.FinishAsync();
    }

    [Fact]
    public async Task An_activation_ends_once_and_what_was_extended_ends_with_it()
    {
        for (var race = 0; race < Races; race++)
        {
            var runner = course.NextRunner();
            var asked = await course.AskAsync(runner, Plain);
            await course.DeliverAsync();
            var grant = (await course.GrantAsync(asked.Id))!;
            var isOver = race % 3 == 0;
            course.Clock.Advance(
                isOver ? TimeSpan.FromHours(1)
                : race % 3 == 1 ? TimeSpan.FromHours(1) - TimeSpan.FromMicroseconds(1)
                : TimeSpan.FromMinutes(6)
            );
            var passing = RaceCourse.AtOnceAsync(
                course.Run(PassKind.Grants),
                course.Run(PassKind.Grants),
                course.Run(PassKind.Outbox)
            );
            var extending = RaceCourse.AtOnceAsync(
                course.TryAsk(runner, Plain, 120, grant.Id),
                course.TryAsk(runner, Plain, 90, grant.Id)
            );
            var ends = await RaceCourse.AtOnceAsync(course.End(grant.Id, runner), course.End(grant.Id, runner));
            var extensions = await extending;
            await passing;
            await course.DeliverAsync();
            await AssertEndedOnceAsync(asked.Id, isOver, ends, extensions);
        }

        await course.FinishAsync();
    }

    [Fact]
    public async Task A_request_that_is_canceled_while_access_is_being_given_leaves_nothing_behind()
    {
        for (var race = 0; race < Races; race++)
        {
            var runner = course.NextRunner();
            var asked = await course.AskAsync(runner, Plain);
            var giving = RaceCourse.AtOnceAsync(course.Run(PassKind.Outbox), course.Run(PassKind.Outbox));
            var canceled = Assert.Single(await RaceCourse.AtOnceAsync(course.Cancel(asked.Id, runner)));
            await giving;
            await course.DeliverAsync();
            var (request, grant) = (await course.RequestAsync(asked.Id), (await course.GrantAsync(asked.Id))!);
            Assert.Equal(canceled.IsAllowed ? RequestState.Canceled : RequestState.Provisioned, request.State);
            Assert.Equal(canceled.IsAllowed ? GrantState.Revoked : GrantState.Active, grant.State);
            Assert.Equal(!canceled.IsAllowed, course.Target.Present.Contains(grant.Id));
        }

        await course.FinishAsync();
    }

    [Fact]
    public async Task A_new_activation_meets_the_end_of_the_one_before()
    {
        for (var race = 0; race < Races; race++)
        {
            var runner = course.NextRunner();
            var first = await course.AskAsync(runner, Plain);
            await course.DeliverAsync();
            course.Clock.Advance(TimeSpan.FromHours(1));
            var passing = RaceCourse.AtOnceAsync(course.Run(PassKind.Grants), course.Run(PassKind.Outbox));
            var second = Assert.Single(await RaceCourse.AtOnceAsync(course.TryAsk(runner, Plain)));
            await passing;
            await course.DeliverAsync();
            Assert.Equal(RequestState.Revoked, (await course.RequestAsync(first.Id)).State);
            Assert.Equal(RequestState.Provisioned, (await course.RequestAsync(second.Value!.Id)).State);
            Assert.Contains(new GrantId(second.Value.Id.Value), course.Target.Present);
            Assert.DoesNotContain(new GrantId(first.Id.Value), course.Target.Present);
        }

        await course.FinishAsync();
    }

    public async ValueTask InitializeAsync() => await course.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await course.DisposeAsync();
    }

    private static void AssertSettledOnce(
        ActivationRequest settled,
        List<Decision<ActivationRequest>> decided,
        bool isCanceled,
        bool isLate,
        IReadOnlyList<AuditAction> audit
    )
    {
        var isTimedOut = settled.State is RequestState.TimedOut;
        Assert.True(decided.Count <= (isLate ? 0 : 1));
        Assert.Equal(decided.SingleOrDefault()?.Value?.Decision, settled.Decision);
        Assert.Equal(isCanceled, settled.State is RequestState.Canceled);
        Assert.Equal(decided.Count, audit.Count(a => a is AuditAction.RequestApproved or AuditAction.RequestDenied));
        Assert.Equal(isCanceled ? 1 : 0, audit.Count(a => a is AuditAction.RequestCanceled));
        Assert.Equal(isTimedOut ? 1 : 0, audit.Count(a => a is AuditAction.RequestTimedOut));
        // An approval can still be taken back by its requester; a denial can't.
        var isApproved = settled.Decision is { Verdict: Verdict.Approve };
        Assert.Equal(1, decided.Count + (isTimedOut ? 1 : 0) + (isCanceled && !isApproved ? 1 : 0));
    }

    private async Task AssertEndedOnceAsync(
        RequestId asked,
        bool isOver,
        Decision<Grant>[] ends,
        Decision<ActivationRequest>[] extensions
    )
    {
        var grant = (await course.GrantAsync(asked))!;
        var byHolder = ends.Count(end => end.IsAllowed);
        Assert.True(byHolder <= (isOver ? 0 : 1));
        var ended = (await course.AuditOfAsync(asked)).Count(a => a is AuditAction.AccessEnded);
        Assert.Equal(isOver || byHolder == 1 ? 1 : 0, ended);
        Assert.Equal(ended == 1 ? GrantState.Revoked : GrantState.Active, grant.State);
        Assert.Equal(ended == 0, course.Target.Present.Contains(grant.Id));
        foreach (var extension in extensions.Where(e => e.IsAllowed))
        {
            Assert.False(isOver);
            var state = (await course.RequestAsync(extension.Value!.Id)).State;
            Assert.True(
                ended == 0 ? state is RequestState.Provisioned : state is RequestState.Revoked or RequestState.Failed
            );
        }
    }
}
