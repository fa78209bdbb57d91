using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Storage.Tests;

public abstract class AccessHistoryContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    [Fact]
    public async Task Nothing_is_known_before_there_is_anything() =>
        Assert.Null(await Store.Read(unit => unit.History.BeginAsync(Stop)));

    [Fact]
    public async Task What_is_removed_and_forgotten_is_still_known_for_its_time()
    {
        At(0);
        var assignment = Sample.Assignment() with { Type = AssignmentType.Active };
        await Store.Commit(unit => unit.Assignments.Add(assignment));
        At(10);
        await Store.Commit(async unit =>
            unit.Assignments.Remove((await unit.Assignments.FindAsync(assignment.Id, Stop))!)
        );

        var period = Assert.Single(await PeriodsAsync(0, 100));
        Assert.Equal((null, Day(10), AssignmentType.Active), (period.From, period.Until, period.Type));
        Assert.Equal(Day(0), period.RecordedAt);
        Assert.Empty(await PeriodsAsync(10, 100));
        Assert.Single(await PeriodsAsync(9, 10));
        Assert.Equal(Day(0), await Store.Read(unit => unit.History.BeginAsync(Stop)));
    }

    [Fact]
    public async Task A_conversion_ends_one_time_and_begins_another()
    {
        At(0);
        var assignment = Sample.Assignment() with { Start = Day(0), End = Day(50) };
        await Store.Commit(unit => unit.Assignments.Add(assignment));
        At(5);
        await ChangeAsync(assignment, a => a with { Type = AssignmentType.Active });

        Assert.Equal(
            [(Day(0), Day(5), AssignmentType.Eligible), (Day(5), Day(50), AssignmentType.Active)],
            (await PeriodsAsync(0, 100)).Select(p => (p.From!.Value, p.Until!.Value, p.Type))
        );
    }

    [Fact]
    public async Task An_end_that_moves_while_it_holds_is_one_time()
    {
        At(0);
        var assignment = Sample.Assignment() with { Start = Day(0), End = Day(20) };
        await Store.Commit(unit => unit.Assignments.Add(assignment));
        At(5);
        await ChangeAsync(assignment, a => a with { End = Day(60) });
        At(7);
        await ChangeAsync(assignment, a => a with { End = Day(8) });

        var period = Assert.Single(await PeriodsAsync(0, 100));
        Assert.Equal((Day(0), Day(8)), (period.From, period.Until));
    }

    [Fact]
    public async Task A_renewal_leaves_the_gap_and_a_stage_changes_nothing()
    {
        At(0);
        var assignment = Sample.Assignment() with { Start = Day(0), End = Day(10) };
        await Store.Commit(unit => unit.Assignments.Add(assignment));
        At(10);
        await ChangeAsync(assignment, a => a with { Stage = AssignmentStage.Ended });
        At(15);
        await ChangeAsync(assignment, a => a with { Start = Day(15), End = Day(30), Stage = AssignmentStage.Running });

        Assert.Equal(
            [(Day(0), Day(10)), (Day(15), Day(30))],
            (await PeriodsAsync(0, 100)).Select(p => (p.From!.Value, p.Until!.Value))
        );
        Assert.Empty(await PeriodsAsync(11, 14));
    }

    [Fact]
    public async Task Who_is_kept_past_the_end_holds_on_without_a_gap()
    {
        At(0);
        var assignment = Sample.Assignment() with { Type = AssignmentType.Active, Start = Day(0), End = Day(1) };
        await Store.Commit(unit => unit.Assignments.Add(assignment));
        for (var step = 0; step < 3; step++)
        {
            At(Day(1).AddMinutes((15 * step) + 1));
            await ChangeAsync(assignment, a => AssignmentLife.Keep(a, Clock.GetUtcNow()));
        }

        var period = Assert.Single(await PeriodsAsync(0, 100));
        Assert.Equal((Day(0), Day(1).AddMinutes(46)), (period.From, period.Until));
    }

    [Fact]
    public async Task What_is_taken_back_before_it_began_never_was()
    {
        At(0);
        var assignment = Sample.Assignment() with { Start = Day(10), End = Day(20) };
        await Store.Commit(unit => unit.Assignments.Add(assignment));
        At(5);
        await Store.Commit(async unit =>
            unit.Assignments.Remove((await unit.Assignments.FindAsync(assignment.Id, Stop))!)
        );

        Assert.Empty(await PeriodsAsync(0, 100));
    }

    [Fact]
    public async Task Several_changes_in_one_unit_of_work_are_the_last()
    {
        At(0);
        var assignment = Sample.Assignment() with { Start = Day(0) };
        await Store.Commit(async unit =>
        {
            unit.Assignments.Add(assignment);
            var added = (await unit.Assignments.FindAsync(assignment.Id, Stop))!;
            unit.Assignments.Update(added, added with { Type = AssignmentType.Active });
        });

        var period = Assert.Single(await PeriodsAsync(0, 100));
        Assert.Equal((AssignmentType.Active, Day(0)), (period.Type, period.From));
    }

    [Fact]
    public async Task Members_of_groups_are_known_for_their_time()
    {
        At(0);
        var group = new Group
        {
            Id = new GroupId("g"),
            Name = "G",
            Members = [new PersonId("alice"), new PersonId("bob")],
            Owners = [new PersonId("carol")],
        };
        await Store.Commit(unit => unit.Directory.Add(group));
        At(5);
        await Store.Commit(unit =>
            unit.Directory.UpdateAsync(group with { Members = [new PersonId("bob"), new PersonId("dan")] }, Stop)
        );
        At(9);
        await Store.Commit(unit => unit.Directory.UpdateAsync(group with { Members = [new PersonId("alice")] }, Stop));

        Assert.Equal(
            [("alice", null, Day(5)), ("bob", null, Day(9)), ("dan", Day(5), Day(9)), ("alice", Day(9), null)],
            (await MembersAsync(0, 100)).Select(m => (m.Person.Value, m.From, m.Until))
        );
        Assert.Equal(["alice"], (await MembersAsync(9, 10)).Select(m => m.Person.Value));
    }

    [Fact]
    public async Task An_activation_is_known_for_the_time_that_it_lasted()
    {
        At(0);
        var access = Sample.Access;
        var (whole, ended) = (Sample.ActiveGrant("alice", Day(0)), Sample.ActiveGrant("bob", Day(0)));
        await Store.Commit(unit =>
        {
            unit.Grants.Add(whole);
            unit.Grants.Add(ended);
        });
        await Store.Commit(async unit =>
        {
            var found = (await unit.Grants.FindAsync(ended.Id, Stop))!;
            unit.Grants.Update(
                found,
                GrantLife.End(found, Day(0).AddHours(1), GrantEndCause.EndedByHolder, found.Person)
            );
        });

        async Task<IEnumerable<string>> Names(double from, double until) =>
            (
                await Store.Read(unit =>
                    unit.History.ActivationsAsync(
                        [access.Role],
                        Day(0).AddHours(from),
                        Day(0).AddHours(until),
                        10,
                        Stop
                    )
                )
            )
                .Select(g => g.Person.Value)
                .Order(StringComparer.Ordinal);

        Assert.Equal(["alice", "bob"], await Names(0.5, 0.6));
        Assert.Equal(["alice"], await Names(1, 1.5));
        Assert.Empty(await Names(2, 3));
        Assert.Empty(await Names(-2, 0));
    }

    private DateTimeOffset? begin;

    private DateTimeOffset Day(int day) => (begin ??= Clock.GetUtcNow()).AddDays(day);

    private void At(int day) => At(Day(day));

    private void At(DateTimeOffset moment) => Clock.Advance(moment - Clock.GetUtcNow());

    private Task ChangeAsync(Assignment assignment, Func<Assignment, Assignment> change) =>
        Store.Commit(async unit =>
        {
            var found = (await unit.Assignments.FindAsync(assignment.Id, Stop))!;
            unit.Assignments.Update(found, change(found));
        });

    private Task<IReadOnlyList<AssignmentPeriod>> PeriodsAsync(int from, int until) =>
        Store.Read(unit => unit.History.AssignmentsAsync([Sample.Access.Role], Day(from), Day(until), 100, Stop));

    private Task<IReadOnlyList<MembershipPeriod>> MembersAsync(int from, int until) =>
        Store.Read(unit => unit.History.MembershipsAsync([new GroupId("g")], Day(from), Day(until), Stop));
}

public sealed class SqliteAccessHistory : AccessHistoryContract<SqliteEngine>;

public sealed class PostgresAccessHistory : AccessHistoryContract<PostgresEngine>;
