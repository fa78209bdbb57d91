using PimBot.Application.Access;
using PimBot.Domain.Access;

namespace PimBot.Storage.Tests;

public abstract class LocalAccessContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    private static readonly PersonId Alice = new(Sample.Hostile);
    private static readonly Group Admins = new() { Id = new GroupId(Sample.Hostile), Name = "Admins" };

    [Fact]
    public async Task The_local_table_has_one_row_per_grant()
    {
        var grant = new TargetGrant(new GrantId(Guid.NewGuid()), Alice, Sample.Access);
        await Store.LocalAccess.EnsureAsync(grant, Sample.Instant, Stop);
        await Store.LocalAccess.EnsureAsync(grant, Sample.Instant.AddDays(1), Stop);

        var held = Assert.Single(await Store.LocalAccess.HeldByAsync(Alice, Stop));
        Assert.Equal(new LocalAccess(grant.Id, Alice, grant.Access, Sample.Instant), held);
        Assert.True(await Store.LocalAccess.HoldsAsync(grant.Id, Stop));
        await Store.LocalAccess.RemoveAsync(grant.Id, Stop);
        await Store.LocalAccess.RemoveAsync(grant.Id, Stop);
        Assert.False(await Store.LocalAccess.HoldsAsync(grant.Id, Stop));
    }

    [Fact]
    public async Task What_a_group_holds_its_members_hold_as_they_are_at_any_time_and_owners_do_not()
    {
        var own = new TargetGrant(new GrantId(Guid.NewGuid()), Alice, Sample.Access);
        var ofGroup = new TargetGrant(new GrantId(Guid.NewGuid()), null, Sample.Access, Admins.Id);
        var ofOther = ofGroup with { Id = new GrantId(Guid.NewGuid()), Group = new GroupId("other") };
        await Store.Commit(unit => unit.Directory.Add(Admins with { Owners = [Alice] }));
        await Store.LocalAccess.EnsureAsync(own, Sample.Instant, Stop);
        await Store.LocalAccess.EnsureAsync(ofGroup, Sample.Instant.AddHours(1), Stop);
        await Store.LocalAccess.EnsureAsync(ofOther, Sample.Instant, Stop);
        Assert.Equal([own.Id], await Held());

        await Store.Commit(unit => unit.Directory.UpdateAsync(Admins with { Members = [Alice] }, Stop));
        Assert.Equal([own.Id, ofGroup.Id], await Held());
        Assert.Equal(
            new LocalAccess(ofGroup.Id, null, Sample.Access, Sample.Instant.AddHours(1), Admins.Id),
            (await Store.LocalAccess.HeldByAsync(Alice, Stop))[1]
        );

        await Store.Commit(unit => unit.Directory.UpdateAsync(Admins, Stop));
        Assert.Equal([own.Id], await Held());
        Assert.True(await Store.LocalAccess.HoldsAsync(ofGroup.Id, Stop));
        await Store.LocalAccess.RemoveAsync(ofGroup.Id, Stop);
        Assert.False(await Store.LocalAccess.HoldsAsync(ofGroup.Id, Stop));

        async Task<IEnumerable<GrantId>> Held() =>
            (await Store.LocalAccess.HeldByAsync(Alice, Stop)).Select(held => held.Grant);
    }
}

public sealed class SqliteLocalAccess : LocalAccessContract<SqliteEngine>;

public sealed class PostgresLocalAccess : LocalAccessContract<PostgresEngine>;
