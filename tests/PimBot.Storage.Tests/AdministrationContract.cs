using PimBot.Application.Access;
using PimBot.Domain.Access;

namespace PimBot.Storage.Tests;

public abstract class AdministrationContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    private static readonly PersonId Alice = new(Sample.Hostile);

    [Fact]
    public async Task An_elevation_is_replaced_by_the_persons_next()
    {
        var first = new Elevation(Alice, Sample.Instant, Sample.Instant.AddHours(1));
        var second = first with { From = first.Until, Until = first.Until.AddHours(8) };
        Assert.Null(await Find());
        await Store.Commit(unit => unit.Administration.SaveAsync(first, Stop));
        Assert.Equal(first, await Find());
        await Store.Commit(unit => unit.Administration.SaveAsync(second, Stop));
        Assert.Equal(second, await Find());
        Assert.Null(await Store.Read(unit => unit.Administration.FindElevationAsync(new PersonId("bob"), Stop)));

        Task<Elevation?> Find() => Store.Read(unit => unit.Administration.FindElevationAsync(Alice, Stop));
    }

    [Fact]
    public async Task An_elevation_and_a_milestone_may_be_saved_twice_in_one_unit()
    {
        var elevation = new Elevation(Alice, Sample.Instant, Sample.Instant.AddHours(1));
        var milestone = new Milestone(Milestone.Digest, Sample.Instant, null);
        await Store.Commit(async unit =>
        {
            await unit.Administration.SaveAsync(elevation, Stop);
            await unit.Administration.MoveAsync(milestone, Stop);
            Assert.Equal(elevation, await unit.Administration.FindElevationAsync(Alice, Stop));
            await unit.Administration.SaveAsync(elevation with { Until = Sample.Instant }, Stop);
            await unit.Administration.MoveAsync(milestone with { By = Alice }, Stop);
        });

        var saved = await Store.Read(unit => unit.Administration.FindElevationAsync(Alice, Stop));
        Assert.Equal(Sample.Instant, saved!.Until);
        Assert.Equal(milestone with { By = Alice }, await Find(Milestone.Digest));
    }

    [Fact]
    public async Task People_who_are_elevated_at_once_are_both_saved()
    {
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        var elevation = new Elevation(Alice, Sample.Instant, Sample.Instant.AddHours(1));
        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i => stores[i % 2].Commit(unit => unit.Administration.SaveAsync(elevation, Stop)))
        );
        Assert.Equal(elevation, await Store.Read(unit => unit.Administration.FindElevationAsync(Alice, Stop)));
    }

    [Fact]
    public async Task What_happens_once_is_recorded_by_the_first_and_makes_others_run_again()
    {
        var first = new Milestone(Milestone.SetUp, Sample.Instant, Alice);
        await Store.Commit(unit => unit.Administration.Record(first));
        var runs = 0;
        await Store.Commit(unit =>
        {
            if (++runs == 1)
            {
                unit.Administration.Record(first with { By = new PersonId("bob") });
            }
        });

        Assert.Equal(2, runs);
        Assert.Equal(first, await Find(Milestone.SetUp));
        Assert.Null(await Find(Milestone.WizardChanged));
    }

    [Fact]
    public async Task Of_many_who_set_up_at_once_one_is_the_first()
    {
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        var first = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SetUp(stores[i % 2], $"p{i}")));
        var winner = Assert.Single(first, person => person is not null);
        Assert.Equal(winner, (await Find(Milestone.SetUp))!.By);

        Task<PersonId?> SetUp(TestStore store, string person) =>
            store.Commit(async unit =>
            {
                if (await unit.Administration.FindMilestoneAsync(Milestone.SetUp, Stop) is not null)
                {
                    return (PersonId?)null;
                }

                unit.Administration.Record(new Milestone(Milestone.SetUp, unit.Now, new PersonId(person)));
                return new PersonId(person);
            });
    }

    [Fact]
    public async Task What_moves_on_is_replaced()
    {
        foreach (var days in new[] { 0, 7 })
        {
            var digest = new Milestone(Milestone.Digest, Sample.Instant.AddDays(days), null);
            await Store.Commit(unit => unit.Administration.MoveAsync(digest, Stop));
            Assert.Equal(digest, await Find(Milestone.Digest));
        }
    }

    private Task<Milestone?> Find(string name) =>
        Store.Read(unit => unit.Administration.FindMilestoneAsync(name, Stop));
}

public sealed class SqliteAdministration : AdministrationContract<SqliteEngine>;

public sealed class PostgresAdministration : AdministrationContract<PostgresEngine>;
