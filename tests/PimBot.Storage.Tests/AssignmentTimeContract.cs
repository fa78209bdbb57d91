using PimBot.Application.Access;
using PimBot.Domain.Access;

namespace PimBot.Storage.Tests;

/// <summary>What time does to assignments is claimed when it is due.</summary>
public abstract class AssignmentTimeContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    private static readonly TimeSpan Tick = TimeSpan.FromMicroseconds(1);

    [Fact]
    public async Task An_assignment_is_claimed_at_each_turn_of_its_life()
    {
        var start = Clock.GetUtcNow().AddDays(1);
        var assignment = Sample.Assignment() with
        {
            Start = start,
            End = start.AddDays(20),
            Stage = AssignmentStage.Scheduled,
        };
        await AddAll(assignment, Sample.Assignment());

        AssignmentStage[] stages =
        [
            AssignmentStage.Running,
            AssignmentStage.EndIsNear,
            AssignmentStage.EndIsClose,
            AssignmentStage.Ended,
        ];
        var found = assignment;
        foreach (var next in stages)
        {
            Clock.Advance(found.NextDue!.Value - Clock.GetUtcNow() - Tick);
            Assert.Empty(await Claim(10));
            Clock.Advance(Tick);
            found = Assert.Single(await Claim(10));
            var advanced = AssignmentLife.Advance(found, Clock.GetUtcNow())!;
            Assert.Equal(next, advanced.Stage);
            await Store.Commit(unit => unit.Assignments.Update(found, advanced));
            found = advanced with { Version = found.Version + 1 };
        }

        Clock.Advance(Assignment.RenewAfter);
        Assert.Equal(found, Assert.Single(await Claim(10)));
    }

    [Fact]
    public async Task The_most_overdue_are_claimed_first_and_only_once_while_the_lease_runs()
    {
        var now = Clock.GetUtcNow();
        var (late, later) = (Ending(now), Ending(now.AddHours(-1)));
        await AddAll(late, later, Ending(now.AddMinutes(1) + Tick));

        Assert.Equal([later], await Claim(1));
        Assert.Equal([late], await Claim(10));
        Assert.Empty(await Claim(10));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([later, late], await Claim(10));
    }

    [Fact]
    public async Task An_update_ends_the_lease()
    {
        var assignment = Ending(Clock.GetUtcNow());
        await AddAll(assignment);
        Assert.Single(await Claim(1));
        await Store.Commit(unit => unit.Assignments.Update(assignment, assignment with { KeptSince = Sample.Instant }));
        Assert.Single(await Claim(1));
    }

    [Fact]
    public async Task Due_times_finer_than_a_microsecond_are_not_claimed_early()
    {
        await AddAll(Ending(Clock.GetUtcNow().AddTicks(3)));
        Assert.Empty(await Claim(1));
        Clock.Advance(Tick);
        Assert.Single(await Claim(1));
    }

    [Fact]
    public async Task Claimers_at_the_same_time_never_get_the_same_assignment()
    {
        await AddAll([.. Enumerable.Range(0, 40).Select(_ => Ending(Clock.GetUtcNow()))]);
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Claim(5, stores[i % 2])));

        var ids = claimed.SelectMany(some => some).Select(assignment => assignment.Id).ToList();
        Assert.Equal(40, ids.Count + (await Claim(100)).Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task What_is_loaded_is_in_the_stage_of_its_times_so_that_no_notice_is_caught_up()
    {
        var now = Clock.GetUtcNow();
        var close = Sample.Assignment() with { End = now.AddDays(1) };
        var near = Sample.Assignment() with { End = now.AddDays(14) };
        var far = Sample.Assignment() with { End = now.AddDays(14) + Tick };
        var scheduled = Sample.Assignment() with { Start = now + Tick, End = now.AddDays(2) };
        var over = Sample.Assignment() with { End = now };
        await Store.Commit(unit =>
            unit.Directory.LoadAsync(
                new DirectoryContents([], [], [], [], [], [close, near, far, scheduled, over, Sample.Assignment()]),
                Stop
            )
        );

        Assert.Empty(await Claim(10));
        Clock.Advance(Tick);
        Assignment[] next =
        [
            far with
            {
                Stage = AssignmentStage.Running,
            },
            scheduled with
            {
                Stage = AssignmentStage.Scheduled,
            },
        ];
        Assert.Equivalent(next, await Claim(10), strict: true);
        await AssertStage(close, AssignmentStage.EndIsClose, now.AddDays(1));
        await AssertStage(near, AssignmentStage.EndIsNear, now.AddDays(13));
        await AssertStage(over, AssignmentStage.Ended, now.AddDays(30));

        async Task AssertStage(Assignment loaded, AssignmentStage stage, DateTimeOffset due)
        {
            var found = (await Store.Read(unit => unit.Assignments.FindAsync(loaded.Id, Stop)))!;
            Assert.Equal((stage, due), (found.Stage, found.NextDue!.Value));
        }
    }

    private static Assignment Ending(DateTimeOffset end) =>
        Sample.Assignment() with
        {
            End = end,
            Stage = AssignmentStage.EndIsClose,
        };

    private Task AddAll(params Assignment[] assignments) =>
        Store.Commit(unit => Array.ForEach(assignments, unit.Assignments.Add));

    private Task<IReadOnlyList<Assignment>> Claim(int most, TestStore? store = null) =>
        (store ?? Store).Commit(unit => unit.Assignments.ClaimDueAsync(most, TimeSpan.FromMinutes(1), Stop));
}

public sealed class SqliteAssignmentTimes : AssignmentTimeContract<SqliteEngine>;

public sealed class PostgresAssignmentTimes : AssignmentTimeContract<PostgresEngine>;
