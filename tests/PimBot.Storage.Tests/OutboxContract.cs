using PimBot.Application.Work;

namespace PimBot.Storage.Tests;

public abstract class OutboxContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_message_is_claimed_as_it_was_enqueued()
    {
        var id = Guid.NewGuid();
        await Store.Commit(unit => unit.Outbox.Enqueue(id, "card", Sample.Hostile, Sample.Hostile + "\0\ud800"));

        var message = Assert.Single(await Claim());
        var payload = Sample.Hostile + "\uFFFD";
        Assert.Equal(new OutboxMessage(id, "card", Sample.Hostile, payload, Clock.GetUtcNow(), 1, 1), message);
    }

    [Fact]
    public async Task The_same_id_twice_is_one_message()
    {
        var id = Guid.NewGuid();
        await Store.Commit(unit =>
        {
            unit.Outbox.Enqueue(id, "first", "key", "{}");
            unit.Outbox.Enqueue(id, "second", "key", "{}");
        });
        await Store.Commit(unit => unit.Outbox.Enqueue(id, "third", "key", "{}"));

        Assert.Equal("first", Assert.Single(await Claim()).Kind);
        Assert.Equal(1, (await Store.Read(unit => unit.Outbox.BacklogAsync(1, Stop))).Owed);
    }

    [Fact]
    public async Task Messages_are_claimed_in_the_order_of_enqueueing_one_of_each_key()
    {
        var ids = await Enqueue("a", "b", "a", "c", "b");
        Assert.Equal([ids[0], ids[1], ids[3]], Ids(await Claim()));
        Assert.Empty(await Claim());
    }

    [Fact]
    public async Task The_next_of_a_key_waits_until_the_one_before_is_done()
    {
        var ids = await Enqueue("a", "a", "a");
        foreach (var id in ids)
        {
            var message = Assert.Single(await Claim());
            Assert.Equal(id, message.Id);
            Assert.True(await Complete(message));
        }

        Assert.Empty(await Claim());
    }

    [Fact]
    public async Task A_long_queue_of_one_key_hides_no_other_and_is_performed_to_its_end()
    {
        var ids = await Enqueue([.. Enumerable.Repeat("a", 1500), "b"]);
        var claimed = await Claim();
        Assert.Equal([ids[0], ids[1500]], Ids(claimed));
        for (var i = 0; i < 20; i++)
        {
            Assert.True(await Complete(claimed[0]));
            claimed = await Claim();
            Assert.Equal([ids[i + 1]], Ids(claimed));
        }
    }

    [Fact]
    public async Task A_message_that_is_put_off_holds_up_its_key_and_no_other()
    {
        var ids = await Enqueue("a", "a", "b");
        var claimed = await Claim();
        Assert.Equal([ids[0], ids[2]], Ids(claimed));
        Assert.True(await Retry(claimed[0], Clock.GetUtcNow().AddHours(1)));
        Assert.True(await Complete(claimed[1]));
        Assert.Empty(await Claim());
        Clock.Advance(TimeSpan.FromHours(1));
        var again = Assert.Single(await Claim());
        Assert.Equal((ids[0], 2, 2L), (again.Id, again.Attempts, again.Fence));
    }

    [Fact]
    public async Task A_message_that_is_put_back_comes_again_as_it_was_and_before_what_follows_it()
    {
        var ids = await Enqueue("a", "a");
        await Retry(Assert.Single(await Claim()), Clock.GetUtcNow(), "HTTP 429");
        var second = Assert.Single(await Claim());
        Assert.Equal((2, "HTTP 429"), (second.Attempts, second.LastError));

        Assert.True(await PutBack(second, Clock.GetUtcNow().AddSeconds(5)));

        Assert.False(await PutBack(second, Clock.GetUtcNow()));
        Assert.Empty(await Claim());
        Clock.Advance(TimeSpan.FromSeconds(5));
        var again = Assert.Single(await Claim());
        Assert.Equal((ids[0], 2, "HTTP 429", 3L), (again.Id, again.Attempts, again.LastError, again.Fence));
    }

    [Fact]
    public async Task A_message_is_not_due_before_its_time()
    {
        await Store.Commit(unit => unit.Outbox.Enqueue(Guid.NewGuid(), "k", "a", "{}", unit.Now.AddSeconds(1)));
        Assert.Empty(await Claim());
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await Claim());
    }

    [Fact]
    public async Task Whoever_lost_the_claim_can_record_nothing()
    {
        await Enqueue("a");
        var first = Assert.Single(await Claim());
        Assert.Empty(await Claim());
        Clock.Advance(Lease);
        var second = Assert.Single(await Claim());

        Assert.False(await Complete(first));
        Assert.False(await Retry(first, Clock.GetUtcNow()));
        Assert.True(await Retry(second, Clock.GetUtcNow()));
        Assert.False(await Complete(second));
        var third = Assert.Single(await Claim());
        Assert.True(await Complete(third));
        Assert.False(await Complete(third));
    }

    [Fact]
    public async Task No_more_are_claimed_than_asked_for()
    {
        var ids = await Enqueue("a", "b", "c");
        Assert.Equal([ids[0], ids[1]], Ids(await Claim(2)));
        Assert.Equal([ids[2]], Ids(await Claim(2)));
    }

    [Fact]
    public async Task The_backlog_counts_what_is_owed_and_what_fails()
    {
        Assert.Equal(new OutboxBacklog(0, 0, null), await Backlog(1));
        var oldest = Clock.GetUtcNow();
        await Enqueue("a", "b");
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Enqueue("c");
        var claimed = await Claim();
        Assert.Equal(new OutboxBacklog(3, 0, oldest), await Backlog(1));
        await Retry(claimed[0], Clock.GetUtcNow(), new string('x', 600));
        Assert.Equal(new OutboxBacklog(3, 1, oldest), await Backlog(1));
        Assert.Equal(new OutboxBacklog(3, 0, oldest), await Backlog(2));
    }

    [Fact]
    public async Task Kind_and_key_have_limits()
    {
        await Store.Commit(unit => unit.Outbox.Enqueue(Guid.NewGuid(), new string('k', 64), new string('o', 200), ""));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Store.Commit(unit => unit.Outbox.Enqueue(Guid.NewGuid(), new string('k', 65), "o", ""))
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Store.Commit(unit => unit.Outbox.Enqueue(Guid.NewGuid(), "k", new string('o', 201), ""))
        );
    }

    [Fact]
    public async Task Claimers_at_the_same_time_perform_each_message_once_and_each_key_in_order()
    {
        const int Keys = 7;
        const int Each = 12;
        await Enqueue([.. Enumerable.Range(0, Keys * Each).Select(i => $"key{i % Keys}")]);
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        var done = new List<OutboxMessage>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Drain(stores[i % 2]), Stop)));

        Assert.Equal(Keys * Each, done.Count);
        Assert.Equal(Keys * Each, done.Select(message => message.Id).Distinct().Count());
        Assert.All(done, message => Assert.Equal(1, message.Attempts));
        foreach (var key in done.GroupBy(message => message.OrderKey))
        {
            Assert.Equal(key.Select(Number).Order(), key.Select(Number));
        }

        async Task Drain(TestStore store)
        {
            while ((await store.Read(unit => unit.Outbox.BacklogAsync(1, Stop))).Owed > 0)
            {
                foreach (
                    var message in await store.Commit(unit =>
                        unit.Outbox.ClaimAsync(OutboxLane.Messages, 3, Lease, Stop)
                    )
                )
                {
                    lock (done)
                    {
                        done.Add(message);
                    }

                    Assert.True(await store.Commit(unit => unit.Outbox.CompleteAsync(message, Stop)));
                }
            }
        }
    }

    private static int Number(OutboxMessage message) => int.Parse(message.Payload, null);

    [Fact]
    public async Task A_crowd_of_messages_does_not_stand_before_access_that_is_owed()
    {
        await Enqueue([.. Enumerable.Range(0, 200).Select(i => $"person/{i}")]);
        await Store.Commit(unit => unit.Outbox.Enqueue(Guid.NewGuid(), OutboxKinds.EnsureRevoked, "access", "{}"));

        Assert.Equal(OutboxKinds.EnsureRevoked, Assert.Single(await Claim(1, OutboxLane.Access)).Kind);
        Assert.Empty(await Claim(lane: OutboxLane.Access));
        Assert.Equal(200, (await Claim(300)).Count);
    }

    private async Task<Guid[]> Enqueue(params string[] keys)
    {
        var ids = keys.Select(_ => Guid.NewGuid()).ToArray();
        await Store.Commit(unit =>
        {
            for (var i = 0; i < keys.Length; i++)
            {
                unit.Outbox.Enqueue(ids[i], "kind", keys[i], $"{i}");
            }
        });
        return ids;
    }

    private Task<IReadOnlyList<OutboxMessage>> Claim(int most = 10, OutboxLane lane = OutboxLane.Messages) =>
        Store.Commit(unit => unit.Outbox.ClaimAsync(lane, most, Lease, Stop));

    private Task<bool> Complete(OutboxMessage message) =>
        Store.Commit(unit => unit.Outbox.CompleteAsync(message, Stop));

    private Task<bool> Retry(OutboxMessage message, DateTimeOffset at, string error = "HTTP 503") =>
        Store.Commit(unit => unit.Outbox.RetryAsync(message, at, error, Stop));

    private Task<bool> PutBack(OutboxMessage message, DateTimeOffset at) =>
        Store.Commit(unit => unit.Outbox.PutBackAsync(message, at, Stop));

    private Task<OutboxBacklog> Backlog(int attempts) => Store.Read(unit => unit.Outbox.BacklogAsync(attempts, Stop));

    private static IEnumerable<Guid> Ids(IEnumerable<OutboxMessage> messages) => messages.Select(message => message.Id);
}

public sealed class SqliteOutbox : OutboxContract<SqliteEngine>;

public sealed class PostgresOutbox : OutboxContract<PostgresEngine>;
