using System.Text.Json;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Storage.Tests;

public abstract class RequestContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    [Fact]
    public async Task Every_part_of_a_request_is_read_as_it_was_written()
    {
        var (full, bare) = (Sample.FullRequest(), Sample.Request("bob"));
        await Store.Commit(unit =>
        {
            unit.Requests.Add(full);
            unit.Requests.Add(bare);
        });

        Assert.Equal(Text(full), Text(await Find(full.Id)));
        Assert.Equal(Text(bare), Text(await Find(bare.Id)));
        Assert.Null(await Find(new RequestId(Guid.NewGuid())));
    }

    [Fact]
    public async Task Text_that_an_engine_cannot_hold_is_cleaned_alike_on_both()
    {
        var request = Sample.Request() with
        {
            Ask = new ActivationAsk
            {
                Duration = TimeSpan.FromHours(1),
                Justification = "a\0b \ud83d c",
                Ticket = new Ticket("\udc00"),
            },
        };
        await Store.Commit(unit => unit.Requests.Add(request));

        var found = await Find(request.Id);
        Assert.Equal("ab \uFFFD c", found!.Ask.Justification);
        Assert.Equal("\uFFFD", found.Ask.Ticket!.Number);
    }

    [Fact]
    public async Task Every_state_is_kept()
    {
        foreach (var state in Enum.GetValues<RequestState>())
        {
            var request = Sample.Request(state.ToString()) with { State = state };
            await Store.Commit(unit => unit.Requests.Add(request));
            Assert.Equal(state, (await Find(request.Id))!.State);
        }
    }

    [Fact]
    public async Task The_pending_request_is_found_until_it_is_settled()
    {
        var request = Sample.Request();
        await Store.Commit(unit => unit.Requests.Add(request));
        Assert.Equal(request.Id, (await Pending())?.Id);

        await Store.Commit(unit => unit.Requests.Update(request, request with { State = RequestState.Denied }));
        Assert.Null(await Pending());

        Task<ActivationRequest?> Pending() =>
            Store.Read(unit => unit.Requests.FindPendingAsync(request.Requester, request.Access, Stop));
    }

    [Fact]
    public async Task A_persons_pending_requests_come_first_and_then_the_newest()
    {
        var old = Sample.Request(role: "a");
        var denied = Sample.Request(role: "b") with
        {
            State = RequestState.Denied,
            CreatedAt = Sample.Instant.AddDays(2),
        };
        var failed = Sample.Request(role: "c") with
        {
            State = RequestState.Failed,
            CreatedAt = Sample.Instant.AddDays(1),
        };
        await AddAll(failed, old, denied, Sample.Request("bob"));

        var all = await Store.Read(unit => unit.Requests.OfAsync(old.Requester, 10, Stop));
        Assert.Equal([old.Id, denied.Id, failed.Id], all.Select(request => request.Id));
        Assert.Single(await Store.Read(unit => unit.Requests.OfAsync(old.Requester, 1, Stop)));
    }

    [Fact]
    public async Task Requests_that_wait_for_approval_come_oldest_first()
    {
        var newer = Sample.Request("a") with { CreatedAt = Sample.Instant.AddMicroseconds(1) };
        var older = Sample.Request("b");
        await AddAll(newer, older, Sample.Request("c") with { State = RequestState.Granted });

        var waiting = await Store.Read(unit => unit.Requests.PendingApprovalAsync(10, Stop));
        Assert.Equal([older.Id, newer.Id], waiting.Select(request => request.Id));
    }

    [Fact]
    public async Task The_requests_of_a_grant_come_oldest_first()
    {
        var grant = new GrantId(Guid.NewGuid());
        var extension = Sample.Request("a") with { Grant = grant, CreatedAt = Sample.Instant.AddHours(1) };
        var first = Sample.Request("b") with { Grant = grant };
        await AddAll(extension, first, Sample.Request("c"));

        var led = await Store.Read(unit => unit.Requests.OfGrantAsync(grant, Stop));
        Assert.Equal([first.Id, extension.Id], led.Select(request => request.Id));
    }

    [Fact]
    public async Task A_second_pending_request_for_the_same_access_makes_its_unit_run_again()
    {
        await Store.Commit(unit => unit.Requests.Add(Sample.Request()));
        var runs = 0;
        var found = await Store.Commit(async unit =>
        {
            if (++runs == 1)
            {
                unit.Requests.Add(Sample.Request());
            }

            return (await unit.Requests.PendingApprovalAsync(10, Stop)).Count;
        });

        Assert.Equal((2, 1), (runs, found));
    }

    [Fact]
    public async Task A_settled_request_makes_room_for_the_next_in_the_same_unit()
    {
        var first = Sample.Request();
        await Store.Commit(unit => unit.Requests.Add(first));
        var second = Sample.Request();
        await Store.Commit(unit =>
        {
            unit.Requests.Add(second);
            unit.Requests.Update(first, first with { State = RequestState.Canceled });
        });

        var pending = await Store.Read(unit => unit.Requests.FindPendingAsync(first.Requester, first.Access, Stop));
        Assert.Equal(second.Id, pending?.Id);
    }

    [Fact]
    public async Task An_update_saves_the_next_version_and_everything_that_changed()
    {
        var before = Sample.Request();
        await Store.Commit(unit => unit.Requests.Add(before));
        var after = Sample.FullRequest() with { Id = before.Id, Requester = before.Requester };
        await Store.Commit(unit => unit.Requests.Update(before, after));

        Assert.Equal(Text(after with { Version = 1 }), Text(await Find(before.Id)));
    }

    [Fact]
    public async Task An_update_over_another_version_or_state_runs_the_unit_again()
    {
        var stale = Sample.Request();
        await Store.Commit(unit => unit.Requests.Add(stale));
        var current = await Change(stale, stale with { State = RequestState.PendingApproval });
        Assert.Equal(1, current.Version);
        Assert.Equal(2, await Runs(stale, current));
        Assert.Equal(
            2,
            await Runs((await Find(stale.Id))! with { State = RequestState.Granted }, (await Find(stale.Id))!)
        );
        Assert.Equal(3, (await Find(stale.Id))!.Version);

        async Task<int> Runs(ActivationRequest first, ActivationRequest second)
        {
            var runs = 0;
            await Store.Commit(unit =>
            {
                var before = ++runs == 1 ? first : second;
                unit.Requests.Update(before, before with { State = RequestState.PendingApproval });
            });
            return runs;
        }
    }

    [Fact]
    public async Task A_unit_that_loses_every_time_ends_with_an_exception()
    {
        var stale = Sample.Request() with { Version = 5 };
        var runs = 0;
        await Assert.ThrowsAsync<StorageUnavailableException>(() =>
            Store.Commit(unit =>
            {
                runs++;
                unit.Requests.Update(stale, stale);
            })
        );
        Assert.Equal(10, runs);
    }

    [Fact]
    public async Task One_unit_can_add_and_change_the_same_request_and_reads_what_it_saved()
    {
        var request = Sample.Request();
        var seen = await Store.Commit(async unit =>
        {
            unit.Requests.Add(request);
            var granted = request with { State = RequestState.Granted };
            unit.Requests.Update(request, granted);
            var read = await unit.Requests.FindAsync(request.Id, Stop);
            unit.Requests.Update(read!, read! with { State = RequestState.PendingProvisioning });
            unit.Requests.Update(
                granted with
                {
                    State = RequestState.PendingProvisioning,
                },
                granted with
                {
                    State = RequestState.Provisioned,
                }
            );
            return read;
        });

        Assert.Equal((RequestState.Granted, 0), (seen!.State, seen.Version));
        var kept = await Find(request.Id);
        Assert.Equal((RequestState.Provisioned, 1), (kept!.State, kept.Version));
    }

    [Fact]
    public async Task Fifty_units_that_count_up_one_request_lose_no_step()
    {
        var request = Sample.Request() with { Ask = new ActivationAsk { Duration = TimeSpan.FromMinutes(0) } };
        await Store.Commit(unit => unit.Requests.Add(request));
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        await Parallel.ForAsync(
            0,
            50,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Stop },
            async (i, _) =>
                await stores[i % 2]
                    .Commit(async unit =>
                    {
                        var before = await unit.Requests.FindAsync(request.Id, Stop);
                        var ask = before!.Ask with { Duration = before.Ask.Duration + TimeSpan.FromMinutes(1) };
                        unit.Requests.Update(before, before with { Ask = ask });
                    })
        );

        var kept = await Find(request.Id);
        Assert.Equal((TimeSpan.FromMinutes(50), 50), (kept!.Ask.Duration, kept.Version));
    }

    [Fact]
    public async Task Due_requests_are_claimed_most_overdue_first_and_only_once_while_the_lease_runs()
    {
        var late = Sample.Request("a") with { DecideBy = Clock.GetUtcNow() };
        var later = Sample.Request("b") with { DecideBy = Clock.GetUtcNow().AddHours(-1) };
        var notYet = Sample.Request("c") with { DecideBy = Clock.GetUtcNow().AddMicroseconds(1) };
        await AddAll(
            late,
            later,
            notYet,
            Sample.Request("d") with
            {
                State = RequestState.Denied,
                DecideBy = later.DecideBy,
            }
        );

        Assert.Equal([later.Id], await Claim(1));
        Assert.Equal([late.Id], await Claim(10));
        Assert.Empty(await Claim(10));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([later.Id, late.Id, notYet.Id], await Claim(10));
    }

    [Fact]
    public async Task An_update_ends_the_lease()
    {
        var request = Sample.Request() with { DecideBy = Clock.GetUtcNow() };
        await AddAll(request);
        Assert.Single(await Claim(1));
        await Change(request, request with { DecideBy = Clock.GetUtcNow().AddSeconds(-1) });
        Assert.Single(await Claim(1));
    }

    [Fact]
    public async Task Due_times_finer_than_a_microsecond_are_not_claimed_early()
    {
        var start = Clock.GetUtcNow().AddTicks(3);
        var request = Sample.Request() with
        {
            State = RequestState.Granted,
            Ask = new ActivationAsk { Duration = TimeSpan.FromHours(1), Start = start },
        };
        await AddAll(request);
        Assert.Empty(await Claim(1));
        Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Single(await Claim(1));
    }

    [Fact]
    public async Task Claimers_at_the_same_time_never_get_the_same_request()
    {
        await AddAll([
            .. Enumerable.Range(0, 40).Select(i => Sample.Request($"p{i}") with { DecideBy = Clock.GetUtcNow() }),
        ]);
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        var claimed = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    stores[i % 2].Commit(unit => unit.Requests.ClaimDueAsync(5, TimeSpan.FromMinutes(1), Stop))
                )
        );
        var ids = claimed.SelectMany(some => some).Select(request => request.Id).ToList();
        Assert.Equal(40, ids.Count + (await Claim(100)).Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private Task<ActivationRequest?> Find(RequestId id) => Store.Read(unit => unit.Requests.FindAsync(id, Stop));

    private Task AddAll(params ActivationRequest[] requests) =>
        Store.Commit(unit => Array.ForEach(requests, unit.Requests.Add));

    private async Task<ActivationRequest> Change(ActivationRequest before, ActivationRequest after)
    {
        await Store.Commit(unit => unit.Requests.Update(before, after));
        return (await Find(before.Id))!;
    }

    private async Task<IReadOnlyList<RequestId>> Claim(int most)
    {
        var claimed = await Store.Commit(unit => unit.Requests.ClaimDueAsync(most, TimeSpan.FromMinutes(1), Stop));
        return [.. claimed.Select(request => request.Id)];
    }

    private static string Text(ActivationRequest? request) => JsonSerializer.Serialize(request);
}

public sealed class SqliteRequests : RequestContract<SqliteEngine>;

public sealed class PostgresRequests : RequestContract<PostgresEngine>;
