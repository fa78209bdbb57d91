using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Storage.Postgres;
using PimBot.Storage.Sqlite;

namespace PimBot.Storage.Tests;

/// <summary>A database as an earlier version of the program left it.</summary>
internal sealed class OldDatabase : IAsyncDisposable
{
    private readonly Func<PimContext> open;
    private readonly Func<IServiceCollection, IServiceCollection> register;
    private readonly Func<Task> drop;

    private OldDatabase(
        Func<PimContext> open,
        Func<IServiceCollection, IServiceCollection> register,
        Func<Task> drop,
        bool isSqlite
    ) => (this.open, this.register, this.drop, IsSqlite) = (open, register, drop, isSqlite);

    public bool IsSqlite { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<OldDatabase> CreateAsync(string engine, string lastMigration)
    {
        var created = engine == "SQLite" ? OnSqlite() : await OnPostgresAsync();
        await using var db = created.Open();
        await db.GetService<IMigrator>().MigrateAsync(lastMigration, Stop);
        return created;
    }

    public PimContext Open() => open();

    /// <summary>An instant in SQL.</summary>
    public string Instant(DateTimeOffset instant) =>
        IsSqlite
            ? string.Create(CultureInfo.InvariantCulture, $"{UnixMicroseconds.Write(instant)}")
            : string.Create(CultureInfo.InvariantCulture, $"TIMESTAMPTZ '{instant:yyyy-MM-ddTHH:mm:ss.ffffffZ}'");

    /// <summary>Writes as the earlier version did.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var db = Open();
        await db.Database.OpenConnectionAsync(Stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }

    /// <summary>Opens it with this version.</summary>
    public async Task<TestStore> MigrateAsync()
    {
        var store = new TestStore(register(new ServiceCollection()).BuildServiceProvider());
        await store.Setup.MigrateAsync(Stop);
        return store;
    }

    public async ValueTask DisposeAsync() => await drop();

    private static OldDatabase OnSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("pimbot-migration-");
        var file = $"Data Source={Path.Combine(folder.FullName, "pimbot.db")};Pooling=False";
        var options = new DbContextOptionsBuilder<SqlitePimContext>();
        SqliteStorage.Configure(options, file);
        return new OldDatabase(
            () => new SqlitePimContext(options.Options),
            services => services.AddSqliteStorage(file),
            () =>
            {
                SqliteConnection.ClearAllPools();
                folder.Delete(recursive: true);
                return Task.CompletedTask;
            },
            isSqlite: true
        );
    }

    private static async Task<OldDatabase> OnPostgresAsync()
    {
        var name = PostgresEngine.NewName();
        var target = PostgresEngine.On(name) + ";Pooling=false";
        await PostgresEngine.ExecuteAsync($"CREATE DATABASE {name}");
        var options = new DbContextOptionsBuilder<PostgresPimContext>();
        PostgresStorage.Configure(options, target);
        return new OldDatabase(
            () => new PostgresPimContext(options.Options),
            services => services.AddPostgresStorage(target),
            () => PostgresEngine.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)"),
            isSqlite: false
        );
    }
}
