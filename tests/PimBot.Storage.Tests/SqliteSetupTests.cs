using System.Runtime.Versioning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Storage.Sqlite;

namespace PimBot.Storage.Tests;

public sealed class SqliteSetupTests : IAsyncDisposable
{
    private readonly SqliteEngine engine = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Folder => Path.GetDirectoryName(engine.File)!;

    [Fact]
    public async Task The_folder_and_the_file_are_created()
    {
        var file = Path.Combine(Folder, "a", "b", "pimbot.db");
        await using var store = Open($"Data Source={file}");
        await store.Setup.MigrateAsync(Stop);
        Assert.True(File.Exists(file));
        Assert.Null(await store.Setup.CheckAsync(Stop));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_created_is_named()
    {
        var blocking = Path.Combine(Folder, "file");
        await File.WriteAllTextAsync(blocking, "", Stop);
        Assert.Equal(
            $"The folder '{Path.Combine(blocking, "data")}' can't be created.",
            await Refusal($"Data Source={Path.Combine(blocking, "data", "pimbot.db")}")
        );
    }

    [Fact]
    public async Task A_file_that_is_read_only_is_told()
    {
        await engine.CreateAsync();
        Assert.Equal(
            "The database file, or the folder that it is in, is read-only.",
            await Refusal($"{engine.ConnectionString};Mode=ReadOnly")
        );
    }

    [Fact]
    public async Task A_folder_without_write_permission_is_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It needs a folder that binds root too: /proc.");
        Assert.Equal(
            "The database file can't be opened or created: its folder is missing or not writable.",
            await Refusal("Data Source=/proc/pimbot.db")
        );
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_told() =>
        Assert.Equal(
            "The database file can't be opened or created: its folder is missing or not writable.",
            await Refusal($"Data Source={Folder}")
        );

    [Fact]
    public async Task A_file_that_is_no_database_is_told()
    {
        await File.WriteAllTextAsync(engine.File, new string('x', 8192), Stop);
        const string Sentence = "The database file is not an SQLite database, or is damaged.";
        Assert.Equal(Sentence, await Refusal(engine.ConnectionString));
        await using var store = Open(engine.ConnectionString);
        Assert.Equal(Sentence, await store.Setup.CheckAsync(Stop));
    }

    [Fact]
    public async Task A_database_that_another_process_locks_is_told()
    {
        await engine.CreateAsync();
        await using var other = await engine.LockAsync();
        Assert.Equal(
            "The database is locked by another process.",
            await Refusal($"{engine.ConnectionString};Default Timeout=1")
        );
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        await engine.CreateAsync();
        await engine.ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99')");
        const string Sentence = "The database has a newer schema than this program: start the newer program.";
        Assert.Equal(Sentence, await Refusal(engine.ConnectionString));
        await using var store = Open(engine.ConnectionString);
        Assert.Equal(Sentence, await store.Setup.CheckAsync(Stop));
    }

    [Fact]
    public async Task A_database_without_the_schema_is_not_ready()
    {
        await using var store = Open(engine.ConnectionString);
        Assert.Equal("The database does not have this program's schema yet.", await store.Setup.CheckAsync(Stop));
    }

    [Fact]
    public async Task Four_processes_that_start_at_once_all_find_the_schema()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Start, Stop)));

        async Task Start()
        {
            await using var store = Open(engine.ConnectionString);
            await store.Setup.MigrateAsync(Stop);
            Assert.Null(await store.Setup.CheckAsync(Stop));
        }
    }

    [Fact]
    public async Task Commits_reach_the_disk_before_they_are_answered()
    {
        await engine.CreateAsync();
        await using var services = Services(engine.ConnectionString);
        var contexts = services.GetRequiredService<IDbContextFactory<SqlitePimContext>>();
        await using var db = await contexts.CreateDbContextAsync(Stop);
        Assert.Equal("wal", await Pragma<string>("journal_mode"));
        Assert.Equal(2, await Pragma<long>("synchronous"));
        Assert.Equal(3000, await Pragma<long>("timeout", "busy_timeout"));
        Assert.Equal(1, await Pragma<long>("foreign_keys"));

        Task<T> Pragma<T>(string column, string? name = null)
        {
            var sql = "SELECT " + column + " AS Value FROM pragma_" + (name ?? column);
            return db.Database.SqlQueryRaw<T>(sql).SingleAsync(Stop);
        }
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private static async Task<string> Refusal(string connectionString)
    {
        await using var store = Open(connectionString);
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => store.Setup.MigrateAsync(Stop));
        return refused.Message;
    }

    private static TestStore Open(string connectionString) => new(Services(connectionString));

    private static ServiceProvider Services(string connectionString) =>
        new ServiceCollection().AddSqliteStorage(connectionString).BuildServiceProvider();
}
