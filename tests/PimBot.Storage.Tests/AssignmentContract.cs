using PimBot.Application.Access;
using PimBot.Domain.Access;

namespace PimBot.Storage.Tests;

public abstract class AssignmentContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    private static readonly Group Admins = new() { Id = new GroupId("admins"), Name = "Admins" };

    [Fact]
    public async Task Every_part_of_an_assignment_is_read_as_it_was_written()
    {
        var full = Sample.Assignment(Sample.Hostile) with
        {
            Type = AssignmentType.Active,
            Start = Sample.Instant,
            End = Sample.Instant.AddDays(1),
            CreatedAt = Sample.Instant.AddHours(-1),
            Stage = AssignmentStage.EndIsClose,
            KeptSince = Sample.Instant.AddHours(2),
        };
        var ofGroup = Sample.Assignment() with { Person = null, Group = new GroupId(Sample.Hostile) };
        await AddAll(full, ofGroup);

        Assert.Equal(full, await Find(full.Id));
        Assert.Equal(ofGroup, await Find(ofGroup.Id));
        Assert.Null(await Find(Guid.NewGuid()));
    }

    [Fact]
    public async Task Every_stage_is_kept()
    {
        foreach (var stage in Enum.GetValues<AssignmentStage>())
        {
            var assignment = Sample.Assignment() with { Stage = stage };
            await AddAll(assignment);
            Assert.Equal(stage, (await Find(assignment.Id))!.Stage);
        }
    }

    [Fact]
    public async Task An_update_saves_all_parts_as_the_next_version()
    {
        var before = Sample.Assignment();
        await AddAll(before);
        var after = before with
        {
            Type = AssignmentType.Active,
            Start = Sample.Instant,
            End = Sample.Instant.AddDays(3),
            Stage = AssignmentStage.EndIsNear,
            KeptSince = Sample.Instant,
        };
        await Store.Commit(unit => unit.Assignments.Update(before, after));

        Assert.Equal(after with { Version = 1 }, await Find(before.Id));
    }

    [Fact]
    public async Task An_update_over_another_version_runs_the_unit_again()
    {
        var loaded = Sample.Assignment();
        await AddAll(loaded);
        await Store.Commit(unit => unit.Assignments.Update(loaded, loaded with { End = Sample.Instant }));
        var runs = 0;
        await Store.Commit(async unit =>
        {
            var before = ++runs == 1 ? loaded : await unit.Assignments.FindAsync(loaded.Id, Stop);
            unit.Assignments.Update(before!, before! with { Start = Sample.Instant });
        });

        var kept = await Find(loaded.Id);
        Assert.Equal((2, 2, Sample.Instant, Sample.Instant), (runs, kept!.Version, kept.Start, kept.End));
    }

    [Fact]
    public async Task A_removal_of_another_version_or_of_what_is_gone_runs_the_unit_again()
    {
        var loaded = Sample.Assignment();
        await AddAll(loaded);
        await Store.Commit(unit => unit.Assignments.Update(loaded, loaded with { End = Sample.Instant }));

        Assert.Equal(2, await Remove());
        Assert.Null(await Find(loaded.Id));
        Assert.Equal(2, await Remove());

        async Task<int> Remove()
        {
            var runs = 0;
            await Store.Commit(async unit =>
            {
                var found = ++runs == 1 ? loaded : await unit.Assignments.FindAsync(loaded.Id, Stop);
                if (found is not null)
                {
                    unit.Assignments.Remove(found);
                }
            });
            return runs;
        }
    }

    [Fact]
    public async Task Changes_by_many_at_once_follow_one_another()
    {
        var assignment = Sample.Assignment() with { End = Sample.Instant };
        await AddAll(assignment);
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Prolong(stores[i % 2])));

        var kept = await Find(assignment.Id);
        Assert.Equal((Sample.Instant.AddDays(6), 6), (kept!.End!.Value, kept.Version));

        Task Prolong(TestStore store) =>
            store.Commit(async unit =>
            {
                var found = await unit.Assignments.FindAsync(assignment.Id, Stop);
                unit.Assignments.Update(found!, found! with { End = found.End!.Value.AddDays(1) });
            });
    }

    [Fact]
    public async Task Of_many_who_leave_a_role_at_once_and_look_for_others_first_one_stays()
    {
        var role = new Role
        {
            Id = Sample.Access.Role,
            Name = "Role",
            Kind = RoleKind.DirectoryRole,
        };
        await Store.Commit(unit => unit.Directory.Add(role));
        await AddAll([.. Enumerable.Range(0, 8).Select(i => Sample.Assignment($"p{i}"))]);
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Leave(stores[i % 2], new PersonId($"p{i}"))));
        Assert.Single(await Store.Read(unit => unit.Assignments.ToAsync(role.Id, Stop)));

        Task Leave(TestStore store, PersonId person) =>
            store.Commit(async unit =>
            {
                await unit.Assignments.LockAsync(role.Id, Stop);
                var all = await unit.Assignments.ToAsync(role.Id, Stop);
                if (all.Count > 1)
                {
                    unit.Assignments.Remove(all.Single(assignment => assignment.Person == person));
                }
            });
    }

    [Fact]
    public async Task A_read_locks_nothing() =>
        Assert.Empty(
            await Store.Read(async unit =>
            {
                await unit.Assignments.LockAsync(Sample.Access.Role, Stop);
                return await unit.Assignments.ToAsync(Sample.Access.Role, Stop);
            })
        );

    [Fact]
    public async Task One_unit_may_make_change_remove_and_make_again()
    {
        var first = Sample.Assignment();
        await Store.Commit(async unit =>
        {
            unit.Assignments.Add(first);
            unit.Assignments.Update(first, first with { Start = Sample.Instant });
            var second = (await unit.Assignments.FindAsync(first.Id, Stop))!;
            Assert.Equal(Sample.Instant, second.Start);
            unit.Assignments.Update(second, second with { End = Sample.Instant.AddDays(1) });
            var third = (await unit.Assignments.FindAsync(first.Id, Stop))!;
            Assert.Equal((Sample.Instant, 1), (third.Start!.Value, third.Version));
            unit.Assignments.Update(third, third with { End = null });
            unit.Assignments.Remove(third);
            Assert.Null(await unit.Assignments.FindAsync(first.Id, Stop));
            unit.Assignments.Add(first with { Type = AssignmentType.Active });
        });
        Assert.Equal(first with { Type = AssignmentType.Active }, await Find(first.Id));

        await Store.Commit(unit =>
        {
            unit.Assignments.Add(Sample.Assignment() with { Id = Guid.Empty });
            unit.Assignments.Remove(Sample.Assignment() with { Id = Guid.Empty });
        });
        Assert.Null(await Find(Guid.Empty));
    }

    [Fact]
    public async Task What_a_person_holds_is_read_anew_after_each_change_of_the_unit()
    {
        var alice = new PersonId("alice");
        var direct = Sample.Assignment("alice");
        await AddAll(Sample.Assignment() with { Person = null, Group = Admins.Id });
        await Store.Commit(async unit =>
        {
            Assert.Empty(await unit.Assignments.OfAsync(alice, Stop));
            unit.Directory.Add(Admins with { Members = [alice] });
            Assert.Single(await unit.Assignments.OfAsync(alice, Stop));
            unit.Assignments.Add(direct);
            Assert.Equal(2, (await unit.Assignments.OfAsync(alice, Stop)).Count);
            unit.Assignments.Update(direct, direct with { End = Sample.Instant });
            Assert.Contains(await unit.Assignments.OfAsync(alice, Stop), a => a.End == Sample.Instant);
            await unit.Directory.UpdateAsync(Admins with { Owners = [alice] }, Stop);
            var changed = Assert.Single(await unit.Assignments.OfAsync(alice, Stop));
            unit.Assignments.Remove(changed);
            Assert.Empty(await unit.Assignments.OfAsync(alice, Stop));
        });
    }

    [Fact]
    public async Task What_is_assigned_to_groups_and_to_a_role_is_found()
    {
        var (one, other) = (ToGroup("one"), ToGroup("other") with { End = Sample.Instant });
        var direct = Sample.Assignment() with { Access = Sample.Access with { Scope = ScopeId.Directory } };
        var otherRole = Sample.Assignment() with { Access = Sample.Access with { Role = new RoleId("x") } };
        await AddAll(one, other, ToGroup("third"), direct, otherRole);

        var ofGroups = await Store.Read(unit => unit.Assignments.OfGroupsAsync([new("one"), new("other")], Stop));
        Assert.Equivalent(new[] { one, other }, ofGroups, strict: true);
        Assert.Empty(await Store.Read(unit => unit.Assignments.OfGroupsAsync([], Stop)));
        var ofRole = await Store.Read(unit => unit.Assignments.ToAsync(Sample.Access.Role, Stop));
        Assert.Equal(4, ofRole.Count);
        Assert.DoesNotContain(otherRole, ofRole);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_each_assignment_once()
    {
        await AddAll([.. Enumerable.Range(0, 25).Select(i => Sample.Assignment($"p{i}"))]);
        var read = new List<Guid>();
        for (var page = await Page(null); page.Count > 0; page = await Page(page[^1].Id))
        {
            Assert.True(page.Count <= 10);
            read.AddRange(page.Select(assignment => assignment.Id));
        }

        Assert.Equal(25, read.Distinct().Count());
        Assert.Equal(25, read.Count);

        Task<IReadOnlyList<Assignment>> Page(Guid? after) =>
            Store.Read(unit => unit.Assignments.ListAsync(new AssignmentFilter { After = after }, 10, Stop));
    }

    [Fact]
    public async Task A_list_is_narrowed_by_each_filter()
    {
        var now = Clock.GetUtcNow();
        var direct = Sample.Assignment("alice") with { Type = AssignmentType.Active };
        var group = ToGroup("g") with { Access = new RoleScope(new RoleId("r2"), new ScopeId("/s2")) };
        var over = Sample.Assignment("bob") with { End = now };
        var ending = Sample.Assignment("carol") with { End = now.AddMicroseconds(1) };
        await AddAll(direct, group, over, ending);

        Assert.Equal([direct.Id], await List(new() { Type = AssignmentType.Active }));
        Assert.Equal([group.Id], await List(new() { Role = new RoleId("r2") }));
        Assert.Equal([group.Id], await List(new() { Scope = new ScopeId("/s2") }));
        Assert.Equal([group.Id], await List(new() { Group = new GroupId("g") }));
        Assert.Equal([direct.Id], await List(new() { Person = new PersonId("alice") }));
        Assert.Empty(await List(new() { Person = new PersonId("alice"), Type = AssignmentType.Eligible }));
        Assert.Empty(await List(new() { Person = new PersonId("bob") }));
        Assert.Equal([over.Id], await List(new() { Person = new PersonId("bob"), WithEnded = true }));
        Assert.Equal([ending.Id], await List(new() { Person = new PersonId("carol") }));

        async Task<IEnumerable<Guid>> List(AssignmentFilter filter) =>
            (await Store.Read(unit => unit.Assignments.ListAsync(filter, 10, Stop))).Select(found => found.Id);
    }

    [Fact]
    public async Task Members_of_a_group_are_counted_as_people_and_nobody_twice()
    {
        PersonId Id(string name) => new(name);
        var crew = new Group
        {
            Id = new GroupId("crew"),
            Name = "Crew",
            Members = [Id("alice"), Id("bob"), Id("carol")],
            Owners = [Id("dan")],
        };
        var other = crew with { Id = new GroupId("other"), Members = [Id("bob"), Id("erin")] };
        await Store.Commit(unit =>
        {
            unit.Directory.Add(crew);
            unit.Directory.Add(other);
        });
        await AddAll(
            Sample.Assignment("alice"),
            ToGroup("crew"),
            ToGroup("other"),
            ToGroup("other") with
            {
                Type = AssignmentType.Active,
            },
            ToGroup("empty") with
            {
                Type = AssignmentType.Active,
                End = Clock.GetUtcNow().AddDays(1),
            }
        );

        var count = Assert.Single(await Store.Read(unit => unit.Assignments.CountAsync(Stop)));

        Assert.Equal(new AssignmentCount(Sample.Access, 2, 0, 4), count);
    }

    [Fact]
    public async Task Those_who_hold_a_role_now_are_counted_by_kind()
    {
        var now = Clock.GetUtcNow();
        var active = Sample.Assignment() with { Type = AssignmentType.Active };
        var elsewhere = active with { Access = Sample.Access with { Scope = ScopeId.Directory } };
        await AddAll(
            active,
            New(ToGroup("g") with { Type = AssignmentType.Active }),
            New(active with { End = now.AddMicroseconds(1), Start = now }),
            New(active with { End = now }),
            New(active with { Start = now.AddMicroseconds(1) }),
            Sample.Assignment(),
            Sample.Assignment() with
            {
                End = now.AddDays(1),
            },
            Sample.Assignment() with
            {
                End = now.AddDays(-1),
            },
            New(elsewhere),
            Sample.Assignment() with
            {
                Access = new RoleScope(new RoleId("z"), ScopeId.Directory),
                Start = now.AddDays(1),
            }
        );

        var counts = await Store.Read(unit => unit.Assignments.CountAsync(Stop));
        AssignmentCount[] expected = [new(elsewhere.Access, 1, 0, 0), new(Sample.Access, 1, 1, 1)];
        Assert.Equal(expected, counts);

        static Assignment New(Assignment assignment) => assignment with { Id = Guid.NewGuid() };
    }

    private static Assignment ToGroup(string group) =>
        Sample.Assignment() with
        {
            Person = null,
            Group = new GroupId(group),
        };

    private Task AddAll(params Assignment[] assignments) =>
        Store.Commit(unit => Array.ForEach(assignments, unit.Assignments.Add));

    private Task<Assignment?> Find(Guid id) => Store.Read(unit => unit.Assignments.FindAsync(id, Stop));
}

public sealed class SqliteAssignments : AssignmentContract<SqliteEngine>;

public sealed class PostgresAssignments : AssignmentContract<PostgresEngine>;
