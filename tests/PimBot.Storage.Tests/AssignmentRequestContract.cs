using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Storage.Tests;

public abstract class AssignmentRequestContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    [Fact]
    public async Task Every_part_of_an_assignment_request_is_read_as_it_was_written()
    {
        var bare = Sample.AssignmentRequest();
        var full = Sample.AssignmentRequest() with
        {
            CreatedBy = new PersonId(Sample.Hostile),
            Principal = Principal.Of(new GroupId(Sample.Hostile)),
            Ask = new AssignmentAsk
            {
                Type = AssignmentType.Eligible,
                Start = Sample.Instant.AddTicks(7),
                End = Sample.Instant.AddDays(1),
                Justification = Sample.Hostile,
            },
            WaitsFor = PendingReason.AnotherOwner,
            DecideBy = Sample.Instant.AddDays(30),
            RetryAt = Sample.Instant.AddHours(1),
            Decision = new ApprovalDecision(new PersonId(Sample.Hostile), Sample.Instant, Verdict.Deny, Sample.Hostile),
            Outcome = new RequestOutcome(Sample.Instant, new PersonId("bob"), ReasonCode.LastGroupOwner),
        };
        await AddAll(bare, full);

        Assert.Equal(bare, await Find(bare.Id));
        Assert.Equal(full, await Find(full.Id));
        Assert.Null(await Find(new RequestId(Guid.NewGuid())));
    }

    [Fact]
    public async Task Every_state_action_and_reason_is_kept()
    {
        foreach (var state in Enum.GetValues<RequestState>())
        {
            var request = Sample.AssignmentRequest() with { State = state };
            await AddAll(request);
            Assert.Equal(state, (await Find(request.Id))!.State);
        }

        foreach (var action in Enum.GetValues<RequestAction>())
        {
            var request = Sample.AssignmentRequest() with { Action = action };
            await AddAll(request);
            Assert.Equal(action, (await Find(request.Id))!.Action);
        }

        foreach (var reason in Enum.GetValues<PendingReason>())
        {
            var request = Waiting(reason);
            await AddAll(request);
            Assert.Equal(reason, (await Find(request.Id))!.WaitsFor);
        }
    }

    [Fact]
    public async Task The_request_that_waits_is_found_until_it_is_settled()
    {
        var request = Waiting();
        await AddAll(request, Sample.AssignmentRequest() with { Assignment = request.Assignment });
        Assert.Equal(request, await Pending());

        var denied = AssignmentRequestLife.Denied(
            request,
            new ApprovalDecision(new PersonId("carol"), Sample.Instant, Verdict.Deny, "no")
        );
        await Store.Commit(unit => unit.AssignmentRequests.Update(request, denied));
        Assert.Null(await Pending());
        Assert.Equal(denied with { Version = 1 }, await Find(request.Id));
        await AddAll(Waiting() with { Assignment = request.Assignment });
        Assert.NotNull(await Pending());

        Task<AssignmentRequest?> Pending() =>
            Store.Read(unit => unit.AssignmentRequests.FindPendingAsync(request.Assignment, Stop));
    }

    [Fact]
    public async Task A_second_request_that_waits_for_the_same_assignment_makes_its_unit_run_again()
    {
        var first = Waiting();
        await AddAll(first);
        var runs = 0;
        await Store.Commit(unit =>
        {
            if (++runs == 1)
            {
                unit.AssignmentRequests.Add(Waiting(PendingReason.AnotherOwner) with { Assignment = first.Assignment });
            }
        });
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_for_the_same_assignment_one_gets_to_wait()
    {
        var assignment = Guid.NewGuid();
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Ask(stores[i % 2])));
        Assert.Single(added, true);
        Assert.Single(await Store.Read(unit => unit.AssignmentRequests.PendingAsync(10, Stop)));

        Task<bool> Ask(TestStore store) =>
            store.Commit(async unit =>
            {
                if (await unit.AssignmentRequests.FindPendingAsync(assignment, Stop) is not null)
                {
                    return false;
                }

                unit.AssignmentRequests.Add(Waiting() with { Assignment = assignment });
                return true;
            });
    }

    [Fact]
    public async Task An_update_over_another_state_or_version_runs_the_unit_again()
    {
        var loaded = Waiting(PendingReason.AnotherOwner);
        await AddAll(loaded);
        await Store.Commit(unit =>
            unit.AssignmentRequests.Update(loaded, AssignmentRequestLife.TryLater(loaded, Sample.Instant))
        );
        Assert.Equal(2, await Cancel(loaded));
        var canceled = (await Find(loaded.Id))!;
        Assert.Equal((RequestState.Canceled, 2), (canceled.State, canceled.Version));
        Assert.Equal(2, await Cancel(loaded with { Version = 2 }));

        async Task<int> Cancel(AssignmentRequest stale)
        {
            var runs = 0;
            await Store.Commit(async unit =>
            {
                var before = ++runs == 1 ? stale : await unit.AssignmentRequests.FindAsync(loaded.Id, Stop);
                unit.AssignmentRequests.Update(
                    before!,
                    AssignmentRequestLife.Canceled(before!, Sample.Instant, new PersonId("alice"))
                );
            });
            return runs;
        }
    }

    [Fact]
    public async Task What_waits_for_an_administrator_is_listed_oldest_first()
    {
        var old = Waiting() with { CreatedAt = Sample.Instant.AddHours(-1) };
        var young = Waiting(PendingReason.SecondAdministrator);
        await AddAll(young, old, Waiting(PendingReason.AnotherOwner), Sample.AssignmentRequest());

        Assert.Equal([old, young], await Store.Read(unit => unit.AssignmentRequests.PendingAsync(10, Stop)));
        Assert.Equal([old], await Store.Read(unit => unit.AssignmentRequests.PendingAsync(1, Stop)));
    }

    [Fact]
    public async Task The_requests_of_an_assignment_and_of_a_person_are_listed_by_time()
    {
        var assignment = Guid.NewGuid();
        var (old, young) = (Made(Sample.Instant.AddDays(-1)), Made(Sample.Instant));
        await AddAll(young, old, Sample.AssignmentRequest() with { CreatedBy = new PersonId("bob") });

        var ofAssignment = await Store.Read(unit => unit.AssignmentRequests.OfAssignmentAsync(assignment, Stop));
        Assert.Equal([old, young], ofAssignment);
        Assert.Equal([young, old], await By(10));
        Assert.Equal([young], await By(1));

        AssignmentRequest Made(DateTimeOffset at) =>
            Sample.AssignmentRequest() with
            {
                Assignment = assignment,
                CreatedAt = at,
            };

        Task<IReadOnlyList<AssignmentRequest>> By(int most) =>
            Store.Read(unit => unit.AssignmentRequests.ByAsync(young.CreatedBy, most, Stop));
    }

    [Fact]
    public async Task All_are_listed_newest_first_page_by_page()
    {
        var made = Sample
            .Moments.Select(at => Sample.AssignmentRequest() with { Id = Sample.RequestIdAt(at) })
            .ToList();
        await AddAll([.. made.OrderBy(request => request.Assignment)]);
        var read = new List<RequestId>();
        for (var page = await Page(null); page.Count > 0; page = await Page(page[^1].Id))
        {
            Assert.True(page.Count <= 3);
            read.AddRange(page.Select(request => request.Id));
        }

        Assert.Equal(made.Select(request => request.Id).Reverse(), read);

        Task<IReadOnlyList<AssignmentRequest>> Page(RequestId? before) =>
            Store.Read(unit => unit.AssignmentRequests.ListAsync(before, 3, Stop));
    }

    [Fact]
    public async Task Due_requests_are_claimed_for_the_next_attempt_and_for_the_last_moment()
    {
        var now = Clock.GetUtcNow();
        var retried = Waiting(PendingReason.AnotherOwner) with { RetryAt = now, DecideBy = now.AddDays(1) };
        var late = Waiting() with { DecideBy = now.AddSeconds(-1) };
        await AddAll(retried, late, Sample.AssignmentRequest() with { DecideBy = now });

        Assert.Equal([late], await Claim(1));
        Assert.Equal([retried], await Claim(10));
        Assert.Empty(await Claim(10));
        await Store.Commit(unit =>
            unit.AssignmentRequests.Update(retried, retried with { RetryAt = now.AddSeconds(30).AddTicks(3) })
        );
        Assert.Empty(await Claim(10));
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(await Claim(10));
        Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal(retried.Id, Assert.Single(await Claim(10)).Id);
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal([late], await Claim(10));
        await Store.Commit(unit =>
            unit.AssignmentRequests.Update(late, AssignmentRequestLife.TimedOut(late, Clock.GetUtcNow()))
        );
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.DoesNotContain(await Claim(10), request => request.Id == late.Id);
    }

    [Fact]
    public async Task Claimers_at_the_same_time_never_get_the_same_request()
    {
        var due = Clock.GetUtcNow();
        await AddAll([.. Enumerable.Range(0, 40).Select(_ => Waiting() with { DecideBy = due })]);
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Claim(5, stores[i % 2])));

        var ids = claimed.SelectMany(some => some).Select(request => request.Id).ToList();
        Assert.Equal(40, ids.Count + (await Claim(100)).Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static AssignmentRequest Waiting(PendingReason reason = PendingReason.AdministratorDecision) =>
        AssignmentRequestLife.Wait(Sample.AssignmentRequest(), reason, Sample.Instant);

    private Task AddAll(params AssignmentRequest[] requests) =>
        Store.Commit(unit => Array.ForEach(requests, unit.AssignmentRequests.Add));

    private Task<AssignmentRequest?> Find(RequestId id) =>
        Store.Read(unit => unit.AssignmentRequests.FindAsync(id, Stop));

    private Task<IReadOnlyList<AssignmentRequest>> Claim(int most, TestStore? store = null) =>
        (store ?? Store).Commit(unit => unit.AssignmentRequests.ClaimDueAsync(most, TimeSpan.FromMinutes(1), Stop));
}

public sealed class SqliteAssignmentRequests : AssignmentRequestContract<SqliteEngine>;

public sealed class PostgresAssignmentRequests : AssignmentRequestContract<PostgresEngine>;
