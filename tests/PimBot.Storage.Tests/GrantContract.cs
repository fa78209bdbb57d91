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
    public async Task The_local_table_has_one_row_per_grant()
    {
        var grant = new Application.Access.TargetGrant(
            new GrantId(Guid.NewGuid()),
            new PersonId(Sample.Hostile),
            Sample.Access
        );
        await Store.LocalAccess.EnsureAsync(grant, Sample.Instant, Stop);
        await Store.LocalAccess.EnsureAsync(grant, Sample.Instant.AddDays(1), Stop);

        var held = Assert.Single(await Store.LocalAccess.HeldByAsync(grant.Person, Stop));
        Assert.Equal(new Application.Access.LocalAccess(grant.Id, grant.Person, grant.Access, Sample.Instant), held);
        Assert.True(await Store.LocalAccess.HoldsAsync(grant.Id, Stop));
        await Store.LocalAccess.RemoveAsync(grant.Id, Stop);
        await Store.LocalAccess.RemoveAsync(grant.Id, Stop);
        Assert.False(await Store.LocalAccess.HoldsAsync(grant.Id, Stop));
    }

    private Task AddAll(params Grant[] grants) => Store.Commit(unit => Array.ForEach(grants, unit.Grants.Add));

    private Task<Grant?> Find(GrantId id) => Store.Read(unit => unit.Grants.FindAsync(id, Stop));

    private Task<IReadOnlyList<Grant>> Claim() =>
        Store.Commit(unit => unit.Grants.ClaimDueAsync(10, TimeSpan.FromMinutes(1), Stop));

    private static IEnumerable<GrantId> Ids(IEnumerable<Grant> grants) => grants.Select(grant => grant.Id);
}

public sealed class SqliteGrants : GrantContract<SqliteEngine>;

public sealed class PostgresGrants : GrantContract<PostgresEngine>;
