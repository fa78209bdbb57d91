using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PimBot.Storage.Postgres;

namespace PimBot.Storage.Tests;

public sealed class PostgresSetupTests : StorageContract<PostgresEngine>
{
    [Fact]
    public async Task The_database_is_created_and_migrated_by_several_processes_at_once()
    {
        var name = PostgresEngine.NewName();
        try
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(Start, Stop)));
        }
        finally
        {
            await PostgresEngine.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        }

        async Task Start()
        {
            await using var store = Open(PostgresEngine.On(name));
            await store.Setup.MigrateAsync(Stop);
            Assert.Null(await store.Setup.CheckAsync(Stop));
        }
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_named_without_the_password()
    {
        const string Target = "Host=127.0.0.1;Port=1;Username=u;Password=secret;Database=d;Timeout=2";
        const string Sentence = "The PostgreSQL server at 127.0.0.1:1 can't be reached.";
        Assert.Equal(Sentence, await Refusal(Target));
        await using var store = Open(Target);
        Assert.Equal(Sentence, await store.Setup.CheckAsync(Stop));
    }

    [Fact]
    public async Task A_user_that_is_refused_is_named()
    {
        var target = new NpgsqlConnectionStringBuilder(Engine.ConnectionString) { Username = "nobody" };
        Assert.Equal(
            "The PostgreSQL server refused the user 'nobody': authentication failed.",
            await Refusal(target.ToString())
        );
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        await using (var connection = new NpgsqlConnection(Engine.ConnectionString))
        {
            await connection.OpenAsync(Stop);
            await using var command = new NpgsqlCommand(
                """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99')""",
                connection
            );
            await command.ExecuteNonQueryAsync(Stop);
        }

        const string Sentence = "The database has a newer schema than this program: start the newer program.";
        Assert.Equal(Sentence, await Refusal(Engine.ConnectionString));
        Assert.Equal(Sentence, await Store.Setup.CheckAsync(Stop));
    }

    [Fact]
    public async Task Now_is_the_databases_clock_when_no_other_was_registered()
    {
        await using var store = Engine.Open(TimeProvider.System);
        var (before, now, after) = (
            await ServerTime(),
            await store.Commit(unit => Task.FromResult(unit.Now)),
            await ServerTime()
        );
        Assert.InRange(now, before, after);
        Assert.Equal(TimeSpan.Zero, now.Offset);
    }

    private async Task<DateTimeOffset> ServerTime()
    {
        await using var connection = new NpgsqlConnection(Engine.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(Stop))!, TimeSpan.Zero);
    }

    private static async Task<string> Refusal(string connectionString)
    {
        await using var store = Open(connectionString);
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => store.Setup.MigrateAsync(Stop));
        return refused.Message;
    }

    private static TestStore Open(string connectionString) =>
        new(new ServiceCollection().AddPostgresStorage(connectionString).BuildServiceProvider());
}
