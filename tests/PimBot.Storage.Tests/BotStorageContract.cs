namespace PimBot.Storage.Tests;

public abstract class BotStorageContract<TEngine> : StorageContract<TEngine>
    where TEngine : TestEngine, new()
{
    [Fact]
    public async Task A_document_is_read_as_it_was_written()
    {
        var json = $$"""{ "b" : "{{Sample.Hostile}}", "a":1, "a":2 }""";
        await Write(Sample.Hostile, json);
        Assert.Equal(json, await Read(Sample.Hostile));
        Assert.Null(await Read("other"));
        await Write(Sample.Hostile, "{}");
        Assert.Equal("{}", await Read(Sample.Hostile));
    }

    [Fact]
    public async Task A_unit_sees_what_it_wrote_and_deleted()
    {
        await Write("old", "0");
        await Store.Commit(async unit =>
        {
            Assert.Null(await unit.Bot.ReadAsync("new", Stop));
            await unit.Bot.WriteAsync("new", "1", Stop);
            Assert.Equal("1", await unit.Bot.ReadAsync("new", Stop));
            await unit.Bot.WriteAsync("new", "2", Stop);
            await unit.Bot.DeleteAsync("old", Stop);
            Assert.Null(await unit.Bot.ReadAsync("old", Stop));
            Assert.Equal([KeyValuePair.Create("new", "2")], await unit.Bot.ListAsync("", Stop));
            await unit.Bot.WriteAsync("old", "3", Stop);
            await unit.Bot.WriteAsync("new", "4", Stop);
            await unit.Bot.DeleteAsync("new", Stop);
            await unit.Bot.DeleteAsync("never", Stop);
        });
        Assert.Equal("3", await Read("old"));
        Assert.Null(await Read("new"));
    }

    [Fact]
    public async Task Documents_are_listed_by_prefix_in_ordinal_order()
    {
        string[] keys = ["p/b", "p/B", "p/", "p/é", "p/😀", "p/\uE000", "q", "o/z", "P/a", "p%x", "p_x"];
        foreach (var key in keys)
        {
            await Write(key, key);
        }

        var listed = await Store.Read(unit => unit.Bot.ListAsync("p/", Stop));
        Assert.Equal(["p/", "p/B", "p/b", "p/é", "p/😀", "p/\uE000"], listed.Select(pair => pair.Key));
        Assert.Equal(["p%x"], (await Store.Read(unit => unit.Bot.ListAsync("p%", Stop))).Select(pair => pair.Key));
        Assert.Equal(keys.Length, (await Store.Read(unit => unit.Bot.ListAsync("", Stop))).Count);
    }

    [Fact]
    public async Task Two_writers_of_one_key_never_lose_what_the_other_wrote()
    {
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Count(stores[i % 2]), Stop)));
        Assert.Equal("40", await Read("counter"));

        async Task Count(TestStore store)
        {
            for (var i = 0; i < 5; i++)
            {
                await store.Commit(async unit =>
                {
                    var before = int.Parse(await unit.Bot.ReadAsync("counter", Stop) ?? "0", null);
                    await unit.Bot.WriteAsync("counter", $"{before + 1}", Stop);
                });
            }
        }
    }

    [Fact]
    public async Task Of_many_units_that_take_one_document_at_once_exactly_one_gets_it()
    {
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        for (var round = 0; round < 5; round++)
        {
            await Write("once", $"{round}");
            var taken = await Task.WhenAll(
                Enumerable.Range(0, 16).Select(i => Task.Run(() => Take(stores[i % 2]), Stop))
            );
            Assert.Equal($"{round}", Assert.Single(taken.OfType<string>()));
        }

        Task<string?> Take(TestStore store) =>
            store.Commit(async unit =>
            {
                var found = await unit.Bot.ReadAsync("once", Stop);
                await unit.Bot.DeleteAsync("once", Stop);
                return found;
            });
    }

    [Fact]
    public async Task Keys_have_a_limit()
    {
        await Write(new string('k', 400), "{}");
        await Assert.ThrowsAsync<ArgumentException>(() => Write(new string('k', 401), "{}"));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Store.Commit(unit => unit.Bot.RecordTurn(new string('k', 401), ""))
        );
    }

    [Fact]
    public async Task A_purge_takes_the_oldest_under_its_prefix_up_to_its_bound()
    {
        foreach (var key in new[] { "a/1", "b/1", "a/2", "a/3" })
        {
            await Write(key, "{}");
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Write("a/1", "{}");
        var before = Clock.GetUtcNow();
        Assert.Equal(1, await Purge(1));
        Assert.Null(await Read("a/2"));
        Assert.Equal(1, await Purge(10));
        Assert.Equal(0, await Purge(10));
        var left = await Store.Read(unit => unit.Bot.ListAsync("", Stop));
        Assert.Equal(["a/1", "b/1"], left.Select(pair => pair.Key));

        Task<int> Purge(int most) => Store.Commit(unit => unit.Bot.PurgeAsync("a/", before, most, Stop));
    }

    [Fact]
    public async Task A_recorded_turn_is_found_with_its_answer_until_it_is_forgotten()
    {
        await Store.Commit(unit => unit.Bot.RecordTurn("turn", ""));
        Assert.Equal("", await Turn("turn"));
        Assert.Null(await Turn("other"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Store.Commit(unit => unit.Bot.RecordTurn(Sample.Hostile, Sample.Hostile));
        Assert.Equal(Sample.Hostile, await Turn(Sample.Hostile));

        Assert.Equal(1, await Purge(Clock.GetUtcNow(), 10));
        Assert.Null(await Turn("turn"));
        Assert.Equal(0, await Purge(Clock.GetUtcNow().AddDays(1), 0));
        Assert.Equal(1, await Purge(Clock.GetUtcNow().AddDays(1), 1));

        Task<int> Purge(DateTimeOffset before, int most) =>
            Store.Commit(unit => unit.Bot.PurgeTurnsAsync(before, most, Stop));
    }

    [Fact]
    public async Task A_turn_that_comes_a_hundred_times_at_once_has_one_effect_and_one_answer()
    {
        await using var other = Engine.Open();
        TestStore[] stores = [Store, other];
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => Task.Run(() => Turn(stores[i % 2], $"answer {i}"), Stop))
        );

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Equal(1, (await Store.Read(unit => unit.Outbox.BacklogAsync(1, Stop))).Owed);
        Assert.Single(await Store.Read(unit => unit.Audit.ReadAsync(0, 10, Stop)));

        static Task<string> Turn(TestStore store, string answer) =>
            store.Commit(async unit =>
            {
                if (await unit.Bot.FindTurnAsync("the turn", Stop) is { } first)
                {
                    return first;
                }

                unit.Outbox.Enqueue(Guid.NewGuid(), "kind", "key", "{}");
                unit.Audit.Append(Sample.Event());
                unit.Bot.RecordTurn("the turn", answer);
                return answer;
            });
    }

    private Task Write(string key, string json) => Store.Commit(unit => unit.Bot.WriteAsync(key, json, Stop));

    private Task<string?> Read(string key) => Store.Read(unit => unit.Bot.ReadAsync(key, Stop));

    private Task<string?> Turn(string key) => Store.Read(unit => unit.Bot.FindTurnAsync(key, Stop));
}

public sealed class SqliteBotStorage : BotStorageContract<SqliteEngine>;

public sealed class PostgresBotStorage : BotStorageContract<PostgresEngine>;
