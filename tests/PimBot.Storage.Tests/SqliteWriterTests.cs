using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Work;
using PimBot.Storage.Sqlite;

namespace PimBot.Storage.Tests;

/// <summary>What only SQLite's one writer does: committing together what waits.</summary>
public sealed class SqliteWriterTests : StorageContract<SqliteEngine>
{
    private readonly TaskCompletionSource started = new();
    private readonly TaskCompletionSource release = new();

    [Fact]
    public async Task Units_that_wait_are_committed_together()
    {
        var commits = new CommitWatch();
        await using var store = Open(commits);
        var first = await Hold(store);
        var waiting = Enumerable.Range(0, 100).Select(i => store.Commit(unit => Write(unit, $"{i}"))).ToList();
        release.SetResult();
        await Task.WhenAll([first, .. waiting]);

        Assert.Equal(2, commits.Count);
        Assert.Equal(101, await Documents());
    }

    [Fact]
    public async Task Nobody_is_answered_before_the_commit_and_all_are_told_when_it_fails()
    {
        var commits = new CommitWatch { Fails = true };
        await using var store = Open(commits);
        var first = await Hold(store);
        var waiting = Enumerable.Range(0, 5).Select(i => store.Commit(unit => Write(unit, $"{i}"))).ToList();
        release.SetResult();
        foreach (var unit in waiting.Append(first))
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => unit);
        }

        Assert.Equal(0, await Documents());
        commits.Fails = false;
        await store.Commit(unit => Write(unit, "later"));
        Assert.Equal(1, await Documents());
    }

    [Fact]
    public async Task A_process_that_dies_loses_nothing_that_was_acknowledged_and_keeps_nothing_that_was_not()
    {
        await Store.Commit(unit => Write(unit, "acknowledged"));
        var held = await Hold(Store);

        // The writer is in the middle of a transaction: these files are what a kill at this moment leaves.
        await using var copy = new SqliteEngine();
        foreach (var suffix in new[] { "", "-wal" })
        {
            File.Copy(Engine.File + suffix, copy.File + suffix);
        }

        await using (var survivor = copy.Open())
        {
            await survivor.Setup.MigrateAsync(Stop);
            var left = await survivor.Read(unit => unit.Bot.ListAsync("", Stop));
            Assert.Equal(["acknowledged"], left.Select(pair => pair.Key));
        }

        release.SetResult();
        await held;
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_is_answered_at_once_and_the_unit_never_runs()
    {
        var held = await Hold(Store);
        using var gaveUp = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var ran = false;
        var waiting = Store.Store.CommitAsync((_, _) => Task.FromResult(ran = true), gaveUp.Token);
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        release.SetResult();
        await held;
        await Store.Commit(unit => Write(unit, "after"));
        Assert.False(ran);
    }

    [Fact]
    public async Task A_unit_that_is_cancelled_while_it_runs_is_rolled_back()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Store.Store.CommitAsync(
                async (unit, _) =>
                {
                    await Write(unit, "gone");
                    await stop.CancelAsync();
                    return 0;
                },
                stop.Token
            )
        );
        Assert.Equal(0, await Documents());
    }

    [Fact]
    public async Task Disposing_runs_what_waits_and_takes_no_more()
    {
        var held = await Hold(Store);
        var waiting = Enumerable.Range(0, 10).Select(i => Store.Commit(unit => Write(unit, $"{i}"))).ToList();
        var disposing = Store.DisposeAsync().AsTask();
        release.SetResult();
        await Task.WhenAll([held, disposing, .. waiting]);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.Commit(unit => Write(unit, "late")));
        await using var again = Engine.Open();
        Assert.False(File.Exists(Engine.File + "-wal"));
        Assert.Equal(11, (await again.Read(unit => unit.Bot.ListAsync("", Stop))).Count);
    }

    [Fact]
    public async Task A_caller_that_blocks_after_its_answer_does_not_hold_up_the_writer()
    {
        var second = new TaskCompletionSource();
        var blocked = Store
            .Commit(unit => Write(unit, "first"))
            .ContinueWith(
                _ => second.Task.Wait(TimeSpan.FromSeconds(30), Stop),
                Stop,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        await Store.Commit(unit => Write(unit, "second"));
        second.SetResult();
        Assert.True(await blocked);
    }

    [Fact]
    public async Task A_unit_runs_in_its_callers_context()
    {
        var caller = new AsyncLocal<string> { Value = "mine" };
        Assert.Equal("mine", await Store.Commit(_ => Task.FromResult(caller.Value)));
    }

    [Fact]
    public async Task A_database_that_another_process_locks_is_told_to_every_caller()
    {
        await using var store = Open(new CommitWatch(), "Default Timeout=1");
        await using var other = await Engine.LockAsync();
        var units = Enumerable.Range(0, 3).Select(i => store.Commit(unit => Write(unit, $"{i}"))).ToList();
        foreach (var unit in units)
        {
            var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => unit);
            Assert.Equal("The database is locked by another process.", refused.Message);
        }

        await other.DisposeAsync();
        await store.Commit(unit => Write(unit, "later"));
        Assert.Equal(1, await Documents());
    }

    private static Task Write(IPimUnitOfWork unit, string key) => unit.Bot.WriteAsync(key, "{}", Stop);

    private async Task<int> Documents() => (await Store.Read(unit => unit.Bot.ListAsync("", Stop))).Count;

    // In a task of its own, so that awaiting the beginning does not await the end.
    private async Task<Task> Hold(TestStore store)
    {
        var held = store.Commit(async unit =>
        {
            await Write(unit, "held");
            await unit.Bot.ListAsync("", Stop);
            started.SetResult();
            await release.Task;
        });
        await started.Task;
        return held;
    }

    private TestStore Open(CommitWatch commits, string extra = "") =>
        new(
            new ServiceCollection()
                .AddSingleton<TimeProvider>(Clock)
                .AddSqliteStorage($"{Engine.ConnectionString};{extra}")
                .ConfigureDbContext<SqlitePimContext>(options => options.AddInterceptors(commits))
                .BuildServiceProvider()
        );
}
