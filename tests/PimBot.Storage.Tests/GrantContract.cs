using PimBot.Domain.Access;

namespace PimBot.Storage.Tests;

public abstract class GrantContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    [Fact]
    public async Task Every_part_of_a_grant_is_read_as_it_was_written()
    {
        var bare = Sample.Grant();
        var full = Sample.ActiveGrant(Sample.Hostile, Sample.Instant) with
        {
            State = GrantState.Revoked,
            Duration = TimeSpan.FromMinutes(485).Add(TimeSpan.FromMicroseconds(1)),
            Reminded = true,
            End = new GrantEnd(Sample.Instant, GrantEndCause.EndedByHolder, new PersonId(Sample.Hostile)),
        };
        await AddAll(bare, full);

        Assert.Equal(bare, await Find(bare.Id));
        Assert.Equal(full, await Find(full.Id));
    }

    [Fact]
    public async Task Every_state_is_kept()
    {
        foreach (var state in Enum.GetValues<GrantState>())
        {
            var grant = Sample.Grant(state.ToString(), state);
            await AddAll(grant);
            Assert.Equal(state, (await Find(grant.Id))!.State);
        }
    }

    [Fact]
    public async Task A_grant_is_open_while_it_is_given_or_active()
    {
        var (giving, active) = (Sample.Grant("alice"), Sample.ActiveGrant("bob", Sample.Instant));
        var (over, gone) = (Sample.Grant("alice", GrantState.Revoking), Sample.Grant("bob", GrantState.Revoked));
        await AddAll(giving, active, over, gone);

        Assert.Equal(giving.Id, (await Open("alice"))?.Id);
        Assert.Equal(active.Id, (await Open("bob"))?.Id);
        Assert.Null(await Open("carol"));
        Assert.Equal([giving.Id], Ids(await Store.Read(unit => unit.Grants.OpenOfAsync(giving.Person, Stop))));
        var ofRole = await Store.Read(unit => unit.Grants.OpenOfRoleAsync(Sample.Access.Role, Stop));
        Assert.Equivalent(new[] { giving.Id, active.Id }, Ids(ofRole), strict: true);
        Assert.Empty(await Store.Read(unit => unit.Grants.OpenOfRoleAsync(new RoleId("other"), Stop)));

        Task<Grant?> Open(string person) =>
            Store.Read(unit => unit.Grants.FindOpenAsync(new PersonId(person), Sample.Access, Stop));
    }

    [Fact]
    public async Task A_second_open_grant_of_the_same_access_makes_its_unit_run_again()
    {
        await AddAll(Sample.Grant());
        var runs = 0;
        await Store.Commit(unit =>
        {
            if (++runs == 1)
            {
                unit.Grants.Add(Sample.Grant());
            }
        });
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task An_update_over_another_version_runs_the_unit_again()
    {
        var grant = Sample.Grant();
        await AddAll(grant);
        await Store.Commit(unit => unit.Grants.Update(grant, grant with { Reminded = true }));
        var runs = 0;
        await Store.Commit(async unit =>
        {
            var before = ++runs == 1 ? grant : await unit.Grants.FindAsync(grant.Id, Stop);
            unit.Grants.Update(before!, before! with { State = GrantState.Revoking });
        });

        var kept = await Find(grant.Id);
        Assert.Equal((2, 2, GrantState.Revoking, true), (runs, kept!.Version, kept.State, kept.Reminded));
    }

    [Fact]
    public async Task Active_grants_are_claimed_for_the_reminder_and_then_for_the_end()
    {
        var grant = Sample.ActiveGrant("alice", Clock.GetUtcNow());
        await AddAll(grant, Sample.Grant("bob"));
        Clock.Advance(TimeSpan.FromMinutes(105) - TimeSpan.FromMicroseconds(1));
        Assert.Empty(await Claim());
        Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal([grant.Id], Ids(await Claim()));
        await Store.Commit(unit => unit.Grants.Update(grant, grant with { Reminded = true }));
        Assert.Empty(await Claim());
        Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal([grant.Id], Ids(await Claim()));
        Assert.Empty(await Claim());
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([grant.Id], Ids(await Claim()));
    }

    [Fact]
    public async Task Active_grants_are_read_page_by_page_each_once()
    {
        var active = Enumerable.Range(0, 7).Select(i => Sample.ActiveGrant($"p{i}", Sample.Instant)).ToList();
        await AddAll([.. active, Sample.Grant("giving"), Sample.Grant("gone", GrantState.Revoked)]);
        var read = new List<GrantId>();
        for (var page = await Page(null); page.Count > 0; page = await Page(page[^1].Id))
        {
            Assert.True(page.Count <= 3);
            read.AddRange(Ids(page));
        }

        Assert.Equal(7, read.Count);
        Assert.Equivalent(Ids(active), read, strict: true);

        Task<IReadOnlyList<Grant>> Page(GrantId? after) =>
            Store.Read(unit => unit.Grants.ActivePageAsync(after, 3, Stop));
    }

    [Fact]
    public async Task Activations_are_known_by_when_they_began_whatever_became_of_them()
    {
        var since = Sample.Instant;
        await AddAll(
            Sample.ActiveGrant("a", since.AddHours(1)) with
            {
                State = GrantState.Revoked,
            },
            Sample.ActiveGrant("b", since),
            Sample.ActiveGrant("c", since.AddMicroseconds(-1)),
            Sample.ActiveGrant("d", since),
            Sample.Grant("e")
        );
        DateTimeOffset[] expected = [since, since, since.AddHours(1)];
        var started = await Store.Read(unit => unit.Grants.StartedSinceAsync(since, Stop));
        Assert.Equal(expected, started.Select(start => start.At));
    }

    private Task AddAll(params Grant[] grants) => Store.Commit(unit => Array.ForEach(grants, unit.Grants.Add));

    private Task<Grant?> Find(GrantId id) => Store.Read(unit => unit.Grants.FindAsync(id, Stop));

    private Task<IReadOnlyList<Grant>> Claim() =>
        Store.Commit(unit => unit.Grants.ClaimDueAsync(10, TimeSpan.FromMinutes(1), Stop));

    private static IEnumerable<GrantId> Ids(IEnumerable<Grant> grants) => grants.Select(grant => grant.Id);
}

public sealed class SqliteGrants : GrantContract<SqliteEngine>;

public sealed class PostgresGrants : GrantContract<PostgresEngine>;
