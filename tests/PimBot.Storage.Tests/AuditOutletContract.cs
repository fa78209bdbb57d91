using PimBot.Application.Audit;
using PimBot.Domain.Audit;

namespace PimBot.Storage.Tests;

public abstract class AuditOutletContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly AuditEnd Place = new(7, new string('a', 64));

    [Fact]
    public async Task One_at_a_time_has_an_outlet_and_goes_on_where_the_last_one_was()
    {
        await using var other = Engine.Open();
        var mine = await ClaimAsync(Store);
        Assert.Equal((0, AuditChain.Beginning, 0), (mine!.Sequence, mine.Hash, mine.Attempts));
        Assert.Null(await ClaimAsync(other));

        Assert.True(await Store.Commit(unit => unit.AuditOutlets.MoveAsync(mine, Place, "mark", Stop)));
        var next = await ClaimAsync(other);
        Assert.Equal((Place.Sequence, Place.Hash, "mark"), (next!.Sequence, next.Hash, next.Mark));
        await other.Commit(unit => unit.AuditOutlets.ReleaseAsync(next, Stop));
        Assert.NotNull(await ClaimAsync(Store));
    }

    [Fact]
    public async Task Who_lost_the_claim_keeps_nothing()
    {
        var late = (await ClaimAsync(Store))!;
        Clock.Advance(Lease);
        var now = (await ClaimAsync(Store))!;

        Assert.False(await Store.Commit(unit => unit.AuditOutlets.MoveAsync(late, Place, null, Stop)));
        Assert.False(await Store.Commit(unit => unit.AuditOutlets.RetryAsync(late, unit.Now, null, Stop)));
        Assert.True(await Store.Commit(unit => unit.AuditOutlets.MoveAsync(now, Place, null, Stop)));
    }

    [Fact]
    public async Task A_failure_is_counted_waits_and_is_forgotten_when_it_goes_well()
    {
        var since = Clock.GetUtcNow();
        await FailAsync(null);
        Assert.Null(await ClaimAsync(Store));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await FailAsync(Clock.GetUtcNow());
        Clock.Advance(TimeSpan.FromMinutes(1));

        var failing = (await ClaimAsync(Store))!;
        Assert.Equal((2, since, since.AddMinutes(1)), (failing.Attempts, failing.FailingSince, failing.ToldAt));
        await Store.Commit(unit => unit.AuditOutlets.MoveAsync(failing, Place, null, Stop));
        var good = Assert.Single(await Store.Read(unit => unit.AuditOutlets.ListAsync(Stop)));
        Assert.Equal((0, null, null), (good.Attempts, good.FailingSince, good.ToldAt));

        async Task FailAsync(DateTimeOffset? toldAt)
        {
            var claimed = (await ClaimAsync(Store))!;
            Assert.True(
                await Store.Commit(unit => unit.AuditOutlets.RetryAsync(claimed, unit.Now.AddMinutes(1), toldAt, Stop))
            );
        }
    }

    [Fact]
    public async Task A_store_has_one_id_for_good()
    {
        Assert.Null(await Store.Read(unit => unit.Audit.StoreAsync(Stop)));
        var id = await Store.Commit(unit => unit.Audit.StoreAsync(Stop));
        await using var other = Engine.Open();
        Assert.Equal(id, await other.Commit(unit => unit.Audit.StoreAsync(Stop)));
        Assert.Equal(id, (await other.Read(unit => unit.Audit.StandingAsync(Stop))).Store);
        Assert.Matches("^[0-9a-f]{32}$", id);
    }

    [Fact]
    public async Task What_was_deleted_leaves_a_checkpoint_from_which_the_rest_verifies()
    {
        await AppendAsync(10);
        var entries = await Store.Read(unit => unit.Audit.ReadAsync(0, 10, Stop));
        Assert.True(await DeleteAsync(entries[3]));
        Assert.False(await DeleteAsync(entries[3]));
        Assert.Equal([], (await VerifyAsync()).Faults);
        Assert.True(await DeleteAsync(entries[6]));

        var found = await VerifyAsync();
        Assert.Equal([], found.Faults);
        Assert.Equal((7, 8), (found.Checkpoint!.Sequence, found.First));
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET reason = 'other' WHERE sequence = 3", AuditFaultKind.Changed, 3)]
    [InlineData("UPDATE audit_entries SET role = 'other' WHERE sequence = 3", AuditFaultKind.Changed, 3)]
    [InlineData("UPDATE audit_entries SET action = 'Nothing' WHERE sequence = 3", AuditFaultKind.Changed, 3)]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 3", AuditFaultKind.Deleted, 3)]
    [InlineData("DELETE FROM audit_entries WHERE sequence > 7", AuditFaultKind.CutOff, 8)]
    [InlineData("UPDATE audit_head SET hash = 'other'", AuditFaultKind.Rewritten, 1)]
    [InlineData("UPDATE audit_entries SET sequence = 99 WHERE sequence = 3", AuditFaultKind.Moved, 99)]
    [InlineData(
        "UPDATE audit_entries SET sequence = -3 WHERE sequence = 3; UPDATE audit_entries SET sequence = 3 WHERE sequence = 5; UPDATE audit_entries SET sequence = 5 WHERE sequence = -3",
        AuditFaultKind.Swapped,
        3
    )]
    public async Task What_other_hands_did_is_named(string sql, AuditFaultKind kind, long from)
    {
        await AppendAsync(10);
        Assert.True((await VerifyAsync()).IsIntact);
        await Engine.RunAsync(sql);

        Assert.Contains((await VerifyAsync()).Faults, fault => (fault.Kind, fault.From) == (kind, from));
    }

    private Task AppendAsync(int many) =>
        Store.Commit(unit =>
        {
            for (var i = 0; i < many; i++)
            {
                unit.Audit.Append(Sample.FullEvent(new(Guid.NewGuid())) with { Ticket = $"{i}" });
            }
        });

    private Task<bool> DeleteAsync(AuditEntry last) =>
        Store.Commit(async unit =>
        {
            var checkpoint = new AuditCheckpoint(last.Sequence, last.Hash, unit.Now, 30);
            var isDone = await unit.Audit.DeleteAsync(checkpoint, Stop);
            if (isDone)
            {
                unit.Audit.Append(
                    new AuditEvent { Action = AuditAction.AuditEntriesDeleted, Detail = checkpoint.Detail(1) }
                );
            }

            return isDone;
        });

    private Task<AuditVerification> VerifyAsync() => Store.Read(unit => VerifyAudit.StoreAsync(unit, [], Stop));

    private static Task<AuditOutlet?> ClaimAsync(TestStore store) =>
        store.Commit(unit => unit.AuditOutlets.ClaimAsync(AuditOutlets.AnchorFile, Lease, Stop));
}

public sealed class SqliteAuditOutlets : AuditOutletContract<SqliteEngine>;

public sealed class PostgresAuditOutlets : AuditOutletContract<PostgresEngine>;
