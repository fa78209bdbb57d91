using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Work;
using PimBot.Storage;
using PimBot.Storage.Sqlite;

namespace PimBot.Application.Tests.Work;

public sealed class DeliverOutboxTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pimbot-outbox-");
    private readonly WorkSignal signal = new();
    private readonly HeldEffect slow = new("slow");
    private readonly HeldEffect quick = new("quick");
    private readonly Silence observer = new();
    private ServiceProvider services = null!;

    private IPimStore Store => services.GetRequiredService<IPimStore>();

    public async ValueTask InitializeAsync()
    {
        services = new ServiceCollection()
            .AddSqliteStorage($"Data Source={Path.Combine(folder.FullName, "outbox.db")}")
            .BuildServiceProvider();
        await services.GetRequiredService<IStorageSetup>().MigrateAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_slow_effect_holds_up_no_other()
    {
        await OweAsync(slow.Kind);
        var pass = Deliver().RunOnceAsync(TestContext.Current.CancellationToken);
        await slow.Begun.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await OweAsync(quick.Kind);
        signal.Wake();
        await quick.Begun.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.False(pass.IsCompleted);

        quick.Finish();
        slow.Finish();
        Assert.Equal(2, await pass);
        Assert.Equal(0, (await BacklogAsync()).Owed);
    }

    [Fact]
    public async Task What_is_under_way_when_the_process_stops_is_given_back_and_not_held_until_its_lease_is_over()
    {
        using var stop = new CancellationTokenSource();
        await OweAsync(slow.Kind);
        var pass = Deliver().RunOnceAsync(stop.Token);
        await slow.Begun.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pass);

        Assert.Equal((1, 1), ((await BacklogAsync()).Owed, (await BacklogAsync()).Failing));
    }

    [Fact]
    public async Task What_was_done_when_the_process_stops_is_recorded()
    {
        using var stop = new CancellationTokenSource();
        await OweAsync(quick.Kind);
        quick.Finish(stop.Cancel);
        var pass = Deliver().RunOnceAsync(stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pass);
        Assert.Equal(0, (await BacklogAsync()).Owed);
    }

    [Fact]
    public async Task What_is_put_back_is_no_failure_and_no_attempt()
    {
        slow.Answers(OutboxResult.PutBack(TimeSpan.FromHours(1)));
        slow.Finish();
        await OweAsync(slow.Kind);

        Assert.Equal(1, await Deliver().RunOnceAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await Deliver().RunOnceAsync(TestContext.Current.CancellationToken));

        Assert.Equal((1, 0), ((await BacklogAsync()).Owed, (await BacklogAsync()).Failing));
        Assert.Equal(0, observer.Failures);
    }

    [Fact]
    public async Task What_is_put_back_comes_when_it_was_said_to_and_not_after_the_usual_pause()
    {
        slow.Answers(OutboxResult.PutBack(TimeSpan.Zero), OutboxResult.Done);
        slow.Finish();
        await OweAsync(slow.Kind);

        Assert.Equal(
            2,
            await Deliver().RunOnceAsync(TestContext.Current.CancellationToken)
                + await Deliver().RunOnceAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(0, (await BacklogAsync()).Owed);
        Assert.Equal([1, 1], slow.Attempts);
    }

    private DeliverOutbox Deliver() =>
        new(OutboxLane.Messages, Store, [slow, quick], observer, signal, TimeProvider.System);

    private Task OweAsync(string kind) =>
        Store.CommitAsync(
            (work, _) =>
            {
                work.Outbox.Enqueue(Guid.NewGuid(), kind, kind, "{}");
                return Task.FromResult(true);
            },
            TestContext.Current.CancellationToken
        );

    private Task<OutboxBacklog> BacklogAsync() =>
        Store.ReadAsync((work, stop) => work.Outbox.BacklogAsync(1, stop), TestContext.Current.CancellationToken);

    /// <summary>An effect that is not there before the test says so.</summary>
    private sealed class HeldEffect(string kind) : IOutboxHandler
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Action atTheEnd = () => { };

        private readonly Queue<OutboxResult> answers = new();
        private readonly List<int> attempts = [];

        public string Kind => kind;

        public IReadOnlyList<int> Attempts => attempts;

        public void Answers(params ReadOnlySpan<OutboxResult> results)
        {
            foreach (var result in results)
            {
                answers.Enqueue(result);
            }
        }

        public Task Begun => begun.Task;

        public void Finish(Action? meanwhile = null)
        {
            atTheEnd = meanwhile ?? atTheEnd;
            finished.TrySetResult();
        }

        public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
        {
            attempts.Add(message.Attempts);
            begun.TrySetResult();
            await finished.Task.WaitAsync(cancellation);
            atTheEnd();
            return answers.TryDequeue(out var answer) ? answer : OutboxResult.Done;
        }
    }

    private sealed class Silence : IWorkObserver
    {
        public int Failures { get; private set; }

        public void Failed(OutboxMessage message, string error) => Failures++;

        public void Threw(OutboxMessage message, Exception failure) { }

        public void ClaimLost(OutboxMessage message) { }

        public void DueItemFailed(string kind, Exception failure) { }
    }
}
