using PimBot.Application.Work;

namespace PimBot.Storage.Tests;

public abstract class UnitOfWorkContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    [Fact]
    public async Task A_unit_that_throws_leaves_nothing_and_its_neighbours_are_not_disturbed()
    {
        var units = Enumerable.Range(0, 100).Select(i => Store.Commit(unit => Work(unit, i))).ToList();
        for (var i = 0; i < units.Count; i++)
        {
            if (Fails(i))
            {
                var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => units[i]);
                Assert.Equal($"{i}", thrown.Message);
            }
            else
            {
                await units[i];
            }
        }

        var kept = await Store.Read(unit => unit.Bot.ListAsync("", Stop));
        Assert.Equal(
            Enumerable.Range(0, 100).Where(i => !Fails(i)).Select(i => $"{i:d3}"),
            kept.Select(pair => pair.Key)
        );
        Assert.Equal(kept.Count, (await Store.Read(unit => unit.Outbox.BacklogAsync(1, Stop))).Owed);
        Assert.Equal(kept.Count, (await Store.Read(unit => unit.Audit.ReadAsync(0, 1000, Stop))).Count);

        static bool Fails(int i) => i % 7 == 3;

        static async Task Work(IPimUnitOfWork unit, int i)
        {
            await unit.Bot.WriteAsync($"{i:d3}", "{}", Stop);
            unit.Outbox.Enqueue(Guid.NewGuid(), "kind", $"{i}", "{}");
            unit.Audit.Append(Sample.Event());
            await unit.Outbox.BacklogAsync(1, Stop);
            if (Fails(i))
            {
                throw new InvalidDataException($"{i}");
            }
        }
    }

    [Fact]
    public async Task A_unit_that_swallows_the_failure_of_its_own_writing_commits_nothing_of_it()
    {
        await Store.Commit(unit => unit.Requests.Add(Sample.Request()));
        var runs = 0;
        await Store.Commit(async unit =>
        {
            if (++runs > 1)
            {
                return;
            }

            unit.Requests.Add(Sample.Request());
            try
            {
                await unit.Requests.PendingApprovalAsync(10, Stop);
            }
            catch (Exception)
            {
                unit.Outbox.Enqueue(Guid.NewGuid(), "kind", "key", "{}");
            }
        });

        Assert.Equal(2, runs);
        Assert.Equal(0, (await Store.Read(unit => unit.Outbox.BacklogAsync(1, Stop))).Owed);
    }

    [Fact]
    public async Task What_is_saved_in_a_read_is_refused()
    {
        await Store.Read(async unit =>
        {
            Assert.Throws<InvalidOperationException>(() => unit.Audit.Append(Sample.Event()));
            Assert.Throws<InvalidOperationException>(() => unit.Outbox.Enqueue(Guid.NewGuid(), "k", "o", ""));
            Assert.Throws<InvalidOperationException>(() => unit.Requests.Add(Sample.Request()));
            Assert.Throws<InvalidOperationException>(() => unit.Grants.Add(Sample.Grant()));
            Assert.Throws<InvalidOperationException>(() => unit.Bot.RecordTurn("k", ""));
            await Refused(unit.Bot.WriteAsync("k", "", Stop));
            await Refused(unit.Bot.DeleteAsync("k", Stop));
            await Refused(unit.Outbox.ClaimAsync(OutboxLane.Access, 1, TimeSpan.FromSeconds(1), Stop));
            await Refused(unit.Grants.ClaimDueAsync(1, TimeSpan.FromSeconds(1), Stop));
            await Refused(unit.Directory.UpdateAsync(Sample.Person("alice"), Stop));
            return 0;
        });

        static Task Refused(Task change) => Assert.ThrowsAsync<InvalidOperationException>(() => change);
    }

    [Fact]
    public async Task A_read_sees_one_state_from_its_beginning_to_its_end()
    {
        await Store.Commit(unit => unit.Bot.WriteAsync("a", "before", Stop));
        var (begun, changed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var read = Store.Read(async unit =>
        {
            await unit.Bot.ReadAsync("a", Stop);
            begun.SetResult();
            await changed.Task;
            return (await unit.Bot.ListAsync("", Stop)).Count;
        });
        await begun.Task;
        await Store.Commit(unit => unit.Bot.WriteAsync("b", "after", Stop));
        changed.SetResult();

        Assert.Equal(1, await read);
        Assert.Equal(2, (await Store.Read(unit => unit.Bot.ListAsync("", Stop))).Count);
    }

    [Fact]
    public async Task A_unit_inside_another_is_refused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.Commit(_ => Store.Commit(unit => unit.Audit.Append(Sample.Event())))
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.Commit(_ => Store.Read(unit => unit.Bot.ReadAsync("a", Stop)))
        );
        await Store.Commit(unit => unit.Audit.Append(Sample.Event()));
    }

    [Fact]
    public async Task A_unit_is_closed_after_its_time()
    {
        var leaked = await Store.Commit(Task.FromResult);
        Assert.Throws<ObjectDisposedException>(() => leaked.Audit.Append(Sample.Event()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => leaked.Bot.ReadAsync("a", Stop));
    }

    [Fact]
    public async Task Now_is_the_clocks_time_to_the_microsecond_and_never_goes_back()
    {
        Clock.Advance(TimeSpan.FromTicks(57));
        var first = await Store.Commit(unit => Task.FromResult(unit.Now));
        Assert.Equal(Clock.GetUtcNow().AddTicks(-7), first);
        Assert.Equal(TimeSpan.Zero, first.Offset);

        Clock.Advance(TimeSpan.FromMinutes(-1));
        Assert.Equal(first, await Store.Commit(unit => Task.FromResult(unit.Now)));
        Assert.Equal(first, await Store.Read(unit => Task.FromResult(unit.Now)));
        Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(first.AddMinutes(1), await Store.Commit(unit => Task.FromResult(unit.Now)));
    }

    [Fact]
    public async Task A_caller_that_gave_up_before_its_unit_started_is_skipped()
    {
        using var gaveUp = new CancellationTokenSource();
        await gaveUp.CancelAsync();
        var ran = false;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Store.Store.CommitAsync((_, _) => Task.FromResult(ran = true), gaveUp.Token)
        );
        Assert.False(ran);
    }

    [Fact]
    public async Task A_restart_keeps_everything()
    {
        var request = Sample.FullRequest();
        await Store.Commit(async unit =>
        {
            unit.Requests.Add(request);
            unit.Audit.Append(Sample.Event());
            unit.Outbox.Enqueue(Guid.NewGuid(), "kind", "key", "{}");
            await unit.Bot.WriteAsync("key", "{}", Stop);
        });
        await Store.DisposeAsync();

        await using var again = Engine.Open();
        await again.Setup.MigrateAsync(Stop);
        Assert.NotNull(await again.Read(unit => unit.Requests.FindAsync(request.Id, Stop)));
        Assert.Single(await again.Read(unit => unit.Audit.ReadAsync(0, 10, Stop)));
        Assert.Equal(1, (await again.Read(unit => unit.Outbox.BacklogAsync(1, Stop))).Owed);
        Assert.Equal("{}", await again.Read(unit => unit.Bot.ReadAsync("key", Stop)));
    }

    [Fact]
    public async Task The_store_is_ready_after_its_migration()
    {
        Assert.Null(await Store.Setup.CheckAsync(Stop));
        await Store.Setup.MigrateAsync(Stop);
        Assert.Null(await Store.Setup.CheckAsync(Stop));
    }
}

public sealed class SqliteUnitOfWork : UnitOfWorkContract<SqliteEngine>;

public sealed class PostgresUnitOfWork : UnitOfWorkContract<PostgresEngine>;
