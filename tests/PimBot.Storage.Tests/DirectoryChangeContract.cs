using System.Text.Json;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Storage.Tests;

/// <summary>What administration asks of the directory, and changes in it.</summary>
public abstract class DirectoryChangeContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    private static readonly Scope Top = new()
    {
        Id = ScopeId.Directory,
        Name = "Contoso",
        Kind = ScopeKind.Directory,
    };

    private static readonly Role Reader = new()
    {
        Id = new RoleId("reader"),
        Name = "Reader",
        Kind = RoleKind.AzureRole,
        Aliases = ["R"],
    };

    [Fact]
    public async Task What_is_added_is_read_as_it_was_written()
    {
        var person = Sample.Person("alice", Sample.Hostile) with { Kind = PersonKind.Guest, Mail = "a@contoso.com" };
        var group = new Group
        {
            Id = new GroupId("g"),
            Name = Sample.Hostile,
            Members = [new("carol"), person.Id],
            Owners = [new("bob")],
        };
        await Store.Commit(async unit =>
        {
            Assert.Empty(await unit.Directory.RolesAsync(Stop));
            unit.Directory.Add(person);
            unit.Directory.Add(group);
            unit.Directory.Add(Top);
            unit.Directory.Add(Reader);
            Same(Reader, Assert.Single(await unit.Directory.RolesAsync(Stop)));
        });

        Assert.Equal(person, await Store.Read(unit => unit.Directory.FindPersonAsync(person.Id, Stop)));
        Same(group, Assert.Single(await Store.Read(unit => unit.Directory.GroupsAsync([group.Id], Stop))));
        Assert.Equal([Top], await Store.Read(unit => unit.Directory.ScopePathAsync(Top.Id, Stop)));
        Same(Reader, await Store.Read(unit => unit.Directory.FindRoleAsync(Reader.Id, Stop)));
    }

    [Fact]
    public async Task A_role_and_a_scope_are_replaced_also_in_the_unit_that_added_them()
    {
        var role = Reader with { Name = "New", Privileged = true, Aliases = ["N", "M"] };
        var scope = Top with { Name = "New", Kind = ScopeKind.ManagementGroup, Parent = new ScopeId("/x") };
        await Store.Commit(async unit =>
        {
            unit.Directory.Add(Reader);
            unit.Directory.Add(Top);
            Assert.Equal("Reader", (await unit.Directory.RolesAsync(Stop))[0].Name);
            await unit.Directory.UpdateAsync(role, Stop);
            await unit.Directory.UpdateAsync(scope, Stop);
            Same(role, Assert.Single(await unit.Directory.RolesAsync(Stop)));
        });

        Same(role, await Store.Read(unit => unit.Directory.FindRoleAsync(Reader.Id, Stop)));
        Assert.Equal([scope], await Store.Read(unit => unit.Directory.AllScopesAsync(Stop)));
        await Store.Commit(unit => unit.Directory.UpdateAsync(Top, Stop));
        Assert.Equal([Top], await Store.Read(unit => unit.Directory.AllScopesAsync(Stop)));
    }

    [Fact]
    public async Task An_unknown_role_or_scope_is_not_replaced()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.Commit(unit => unit.Directory.UpdateAsync(Reader, Stop))
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.Commit(unit => unit.Directory.UpdateAsync(Top, Stop))
        );
    }

    [Fact]
    public async Task Scopes_and_groups_are_listed_by_name_and_a_persons_groups_by_part()
    {
        PersonId[] people = [new("zoe"), new("amy")];
        var first = new Group
        {
            Id = new GroupId("2"),
            Name = "A",
            Members = people,
        };
        var second = new Group
        {
            Id = new GroupId("1"),
            Name = "B",
            Owners = people,
        };
        await Store.Commit(unit =>
        {
            unit.Directory.Add(Top with { Id = new ScopeId("/1"), Name = "B" });
            unit.Directory.Add(Top with { Id = new ScopeId("/2"), Name = "A" });
            unit.Directory.Add(second);
            unit.Directory.Add(first);
        });

        var scopes = await Store.Read(unit => unit.Directory.AllScopesAsync(Stop));
        Assert.Equal(["A", "B"], scopes.Select(scope => scope.Name));
        Same([first, second], await Store.Read(unit => unit.Directory.AllGroupsAsync(Stop)));
        Assert.Equal([first.Id], await Of(asOwner: false));
        Assert.Equal([second.Id], await Of(asOwner: true));

        Task<IReadOnlyList<GroupId>> Of(bool asOwner) =>
            Store.Read(unit => unit.Directory.GroupsOfAsync(people[1], asOwner, Stop));
    }

    [Fact]
    public async Task A_policy_is_found_only_where_one_was_set()
    {
        var (one, other) = (Sample.Access, Sample.Access with { Scope = ScopeId.Directory });
        await Store.Commit(async unit =>
        {
            await unit.Directory.UpdateAsync(Sample.Policy(one), Stop);
            await unit.Directory.UpdateAsync(RolePolicy.Default(other), Stop);
        });

        Assert.Null(await Find(new RoleScope(new RoleId("none"), one.Scope)));
        Same(Sample.Policy(one) with { Version = 2 }, await Find(one));
        var all = await Store.Read(unit => unit.Directory.AllPoliciesAsync(Stop));
        Assert.Equal([other, one], all.Select(policy => policy.Access));
    }

    [Fact]
    public async Task Where_a_policy_is_removed_the_default_holds_from_then_on()
    {
        await Store.Commit(unit => unit.Directory.UpdateAsync(Sample.Policy(Sample.Access), Stop));
        await Store.Commit(async unit =>
        {
            await unit.Directory.RemovePolicyAsync(Sample.Access, Stop);
            Assert.Null(await unit.Directory.FindPolicyAsync(Sample.Access, Stop));
            await unit.Directory.RemovePolicyAsync(Sample.Access, Stop);
        });
        Same(
            RolePolicy.Default(Sample.Access),
            await Store.Read(unit => unit.Directory.PolicyAsync(Sample.Access, Stop))
        );

        await Store.Commit(async unit =>
        {
            await unit.Directory.UpdateAsync(Sample.Policy(Sample.Access), Stop);
            await unit.Directory.RemovePolicyAsync(Sample.Access, Stop);
            await unit.Directory.UpdateAsync(RolePolicy.Default(Sample.Access), Stop);
        });
        Assert.Equal(2, (await Find(Sample.Access))!.Version);
    }

    [Theory]
    [InlineData("BÖß", "ä")]
    [InlineData("äRger", "ä")]
    [InlineData("ÄRGER", "ä")]
    [InlineData("ärger@CONTOSO.com", "ä")]
    [InlineData("a.rger@mail", "ä")]
    [InlineData("50%", "p")]
    [InlineData("%", "p")]
    [InlineData("_", "p")]
    [InlineData("\\", "p")]
    [InlineData("0% \\_ O'", "p")]
    [InlineData("ЖУК", "k")]
    [InlineData("k", "k")]
    [InlineData("K")]
    [InlineData("nobody")]
    [InlineData("'; DROP TABLE people; --")]
    [InlineData("Bob\0by", "b")]
    public async Task People_are_found_by_a_part_of_name_upn_or_mail_or_by_their_id(
        string text,
        params string[] expected
    )
    {
        await Store.Commit(unit =>
        {
            unit.Directory.Add(
                Sample.Person("ä", "Ärger, Böß") with
                {
                    Upn = "ÄRGER@contoso.com",
                    Mail = "A.Rger@mail.example",
                }
            );
            unit.Directory.Add(Sample.Person("p", "50% \\_ O'Neil"));
            unit.Directory.Add(Sample.Person("k", "Жук"));
            unit.Directory.Add(Sample.Person("b", "Bobby"));
        });
        Assert.Equal(expected, await Search(text, 10));
    }

    [Fact]
    public async Task A_search_gives_the_first_by_name()
    {
        await Store.Commit(unit =>
        {
            foreach (var name in new[] { "Carol", "Alice", "Bob" })
            {
                unit.Directory.Add(Sample.Person(name));
            }
        });
        Assert.Equal(["Alice", "Bob"], await Search("", 2));
        Assert.Equal(["Alice", "Carol"], await Search("A", 3));
    }

    private async Task<IEnumerable<string>> Search(string text, int most)
    {
        var found = await Store.Read(unit => unit.Directory.SearchPeopleAsync(text, most, Stop));
        return found.Select(person => person.Id.Value);
    }

    private Task<RolePolicy?> Find(RoleScope access) =>
        Store.Read(unit => unit.Directory.FindPolicyAsync(access, Stop));

    private static void Same<T>(T expected, T actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}

public sealed class SqliteDirectoryChanges : DirectoryChangeContract<SqliteEngine>;

public sealed class PostgresDirectoryChanges : DirectoryChangeContract<PostgresEngine>;
