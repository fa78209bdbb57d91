using System.Text.Json;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Storage.Tests;

public abstract class DirectoryContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    private static readonly Person Full = new()
    {
        Id = new PersonId("alice"),
        Name = Sample.Hostile,
        Upn = "alice@contoso.com",
        Mail = "alice@contoso.com",
        SecondaryMail = "a@example.org",
        Kind = PersonKind.Emergency,
        LinkedTo = new PersonId("bob"),
        Manager = new PersonId("carol"),
        Enabled = false,
        LastSignIn = Sample.Instant,
    };

    private static readonly Group Admins = new()
    {
        Id = new GroupId("admins"),
        Name = "Admins",
        Members = [new PersonId("carol"), new PersonId("alice"), new PersonId("bob")],
        Owners = [new PersonId("bob")],
    };

    private static readonly Role Reader = new()
    {
        Id = new RoleId("reader"),
        Name = "Reader",
        Kind = RoleKind.AzureRole,
        Privileged = true,
        Aliases = ["R", Sample.Hostile],
    };

    private static readonly Scope[] Scopes =
    [
        Level("/", null, ScopeKind.Directory),
        Level("/mg", "/", ScopeKind.ManagementGroup),
        Level("/mg/sub", "/mg", ScopeKind.Subscription),
        Level("/mg/sub/rg", "/mg/sub", ScopeKind.ResourceGroup),
    ];

    [Fact]
    public async Task A_loaded_directory_is_read_as_it_was_written()
    {
        Assert.True(await Store.Read(unit => unit.Directory.IsEmptyAsync(Stop)));
        await Load();

        Assert.False(await Store.Read(unit => unit.Directory.IsEmptyAsync(Stop)));
        Assert.Equal(Full, await Store.Read(unit => unit.Directory.FindPersonAsync(Full.Id, Stop)));
        Same(Admins, Assert.Single(await Store.Read(unit => unit.Directory.GroupsAsync([Admins.Id], Stop))));
        Same(Reader, await Store.Read(unit => unit.Directory.FindRoleAsync(Reader.Id, Stop)));
        Same(Sample.Policy(Sample.Access), await Store.Read(unit => unit.Directory.PolicyAsync(Sample.Access, Stop)));
    }

    [Fact]
    public async Task A_directory_is_loaded_into_an_empty_store_only()
    {
        await Load();
        await Assert.ThrowsAsync<InvalidOperationException>(Load);
    }

    [Fact]
    public async Task Those_who_exist_are_found_among_many_ids()
    {
        await Load();
        var ids = Enumerable.Range(0, 300).Select(i => new PersonId($"p{i}")).Append(Full.Id).ToList();
        Assert.Equal([Full], await Store.Read(unit => unit.Directory.PeopleAsync(ids, Stop)));
        Assert.Empty(await Store.Read(unit => unit.Directory.PeopleAsync([], Stop)));
        Assert.Empty(await Store.Read(unit => unit.Directory.GroupsAsync([], Stop)));
        Assert.Empty(await Store.Read(unit => unit.Directory.ScopesAsync([], Stop)));
        Assert.Equal(2, (await Store.Read(unit => unit.Directory.AllPeopleAsync(Stop))).Count);
        Assert.Single(await Store.Read(unit => unit.Directory.RolesAsync(Stop)));
        Assert.Null(await Store.Read(unit => unit.Directory.FindPersonAsync(new PersonId("nobody"), Stop)));
        Assert.Null(await Store.Read(unit => unit.Directory.FindRoleAsync(new RoleId("none"), Stop)));
    }

    [Fact]
    public async Task A_scope_is_followed_to_the_top_nearest_first()
    {
        await Load();
        var path = await Store.Read(unit => unit.Directory.ScopePathAsync(Scopes[3].Id, Stop));
        Assert.Equal(Scopes.Reverse(), path);
        Assert.Empty(await Store.Read(unit => unit.Directory.ScopePathAsync(new ScopeId("unknown"), Stop)));
        var some = await Store.Read(unit => unit.Directory.ScopesAsync([Scopes[1].Id, new ScopeId("unknown")], Stop));
        Assert.Equal([Scopes[1]], some);
    }

    [Fact]
    public async Task A_role_without_a_policy_has_the_published_default()
    {
        await Load();
        var access = new RoleScope(Reader.Id, Scopes[0].Id);
        Same(RolePolicy.Default(access), await Store.Read(unit => unit.Directory.PolicyAsync(access, Stop)));
    }

    [Fact]
    public async Task A_person_has_direct_assignments_and_those_of_groups_as_a_member_not_as_an_owner()
    {
        var direct = Assigned(Full.Id, null) with
        {
            Start = Sample.Instant,
            End = Sample.Instant.AddDays(1),
            Stage = AssignmentStage.Ended,
        };
        var byGroup = Assigned(null, Admins.Id) with { Type = AssignmentType.Active };
        await Load(direct, byGroup, Assigned(new PersonId("dan"), null));
        await Store.Commit(async unit =>
            await unit.Directory.UpdateAsync(Admins with { Members = [Full.Id], Owners = [new PersonId("dan")] }, Stop)
        );

        Assert.Equivalent(new[] { direct, byGroup }, await Of("alice"), strict: true);
        Assert.Single(await Of("dan"));
        Assert.Equal(3, (await Store.Read(unit => unit.Assignments.ToAsync(Reader.Id, Stop))).Count);

        await Store.Commit(unit => unit.Assignments.Remove(direct));
        Assert.Equal([byGroup], await Of("alice"));
        await Store.Commit(unit => unit.Assignments.Add(direct));
        Assert.Equal(2, (await Of("alice")).Count);

        Task<IReadOnlyList<Assignment>> Of(string person) =>
            Store.Read(unit => unit.Assignments.OfAsync(new PersonId(person), Stop));
    }

    [Fact]
    public async Task People_and_groups_are_replaced_also_in_the_unit_that_loaded_them()
    {
        var person = Full with { Name = "New", Enabled = true, Manager = null };
        var group = Admins with { Members = [person.Id], Owners = [new PersonId("bob"), person.Id] };
        await Store.Commit(async unit =>
        {
            await unit.Directory.LoadAsync(Contents([]), Stop);
            await unit.Directory.UpdateAsync(person, Stop);
            await unit.Directory.UpdateAsync(group, Stop);
        });

        Assert.Equal(person, await Store.Read(unit => unit.Directory.FindPersonAsync(person.Id, Stop)));
        Same(group, (await Store.Read(unit => unit.Directory.GroupsAsync([group.Id], Stop)))[0]);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_replaced()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.Commit(unit => unit.Directory.UpdateAsync(Full, Stop))
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.Commit(unit => unit.Directory.UpdateAsync(Admins, Stop))
        );
    }

    [Fact]
    public async Task Each_change_of_a_policy_is_its_next_version()
    {
        await Load();
        var access = new RoleScope(Reader.Id, Scopes[0].Id);
        foreach (var expected in new[] { 2, 3 })
        {
            await Store.Commit(unit => unit.Directory.UpdateAsync(RolePolicy.Default(access), Stop));
            Assert.Equal(expected, (await Store.Read(unit => unit.Directory.PolicyAsync(access, Stop))).Version);
        }

        await Store.Commit(unit => unit.Directory.UpdateAsync(Sample.Policy(Sample.Access), Stop));
        Assert.Equal(8, (await Store.Read(unit => unit.Directory.PolicyAsync(Sample.Access, Stop))).Version);
    }

    private Task Load(params Assignment[] assignments) =>
        Store.Commit(unit => unit.Directory.LoadAsync(Contents(assignments), Stop));

    private Task Load() => Load([]);

    private static DirectoryContents Contents(Assignment[] assignments) =>
        new([Full, Sample.Person("bob")], [Admins], Scopes, [Reader], [Sample.Policy(Sample.Access)], assignments);

    private static Assignment Assigned(PersonId? person, GroupId? group) =>
        new()
        {
            Id = Guid.NewGuid(),
            Person = person,
            Group = group,
            Access = new RoleScope(Reader.Id, Scopes[2].Id),
            Type = AssignmentType.Eligible,
        };

    private static Scope Level(string id, string? parent, ScopeKind kind) =>
        new()
        {
            Id = new ScopeId(id),
            Name = id,
            Kind = kind,
            Parent = parent is null ? null : new ScopeId(parent),
        };

    private static void Same<T>(T expected, T actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}

public sealed class SqliteDirectory : DirectoryContract<SqliteEngine>;

public sealed class PostgresDirectory : DirectoryContract<PostgresEngine>;
