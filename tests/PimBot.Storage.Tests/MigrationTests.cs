using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Work;
using PimBot.Storage.Postgres;
using PimBot.Storage.Sqlite;

namespace PimBot.Storage.Tests;

/// <summary>Each migration on data that the one before it left.</summary>
public sealed class MigrationTests
{
    private const string OweBothAsBefore = """
        INSERT INTO outbox (id, kind, order_key, payload, enqueued_at, due_at, fence, attempts, parked)
        VALUES ('{0}', 'notice', 'person/a', '{{}}', {2}, {2}, 0, 0, {3}),
               ('{1}', 'grant.ensure-revoked', 'access/a', '{{}}', {2}, {2}, 0, 0, {3})
        """;

    private readonly string notice = Guid.NewGuid().ToString().ToUpperInvariant();
    private readonly string revocation = Guid.NewGuid().ToString().ToUpperInvariant();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_owed_before_there_were_lanes_is_delivered_by_its_own_on_SQLite()
    {
        var folder = Directory.CreateTempSubdirectory("pimbot-migration-");
        try
        {
            var file = $"Data Source={Path.Combine(folder.FullName, "pimbot.db")};Pooling=False";
            var options = new DbContextOptionsBuilder<SqlitePimContext>();
            SqliteStorage.Configure(options, file);
            await using (var db = new SqlitePimContext(options.Options))
            {
                await LeaveAsync(db, string.Format(null, OweBothAsBefore, notice, revocation, "0", "0"));
            }

            await AssertLanes(new ServiceCollection().AddSqliteStorage(file));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_was_owed_before_there_were_lanes_is_delivered_by_its_own_on_PostgreSQL()
    {
        var name = PostgresEngine.NewName();
        var target = PostgresEngine.On(name) + ";Pooling=false";
        await PostgresEngine.ExecuteAsync($"CREATE DATABASE {name}");
        try
        {
            var options = new DbContextOptionsBuilder<PostgresPimContext>();
            PostgresStorage.Configure(options, target);
            await using (var db = new PostgresPimContext(options.Options))
            {
                await LeaveAsync(db, string.Format(null, OweBothAsBefore, notice, revocation, "now()", "FALSE"));
            }

            await AssertLanes(new ServiceCollection().AddPostgresStorage(target));
        }
        finally
        {
            await PostgresEngine.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private static async Task LeaveAsync(DbContext db, string sql)
    {
        await db.GetService<IMigrator>().MigrateAsync("Initial", Stop);
        await db.Database.ExecuteSqlRawAsync(sql.Replace("{}", "{{}}", StringComparison.Ordinal), Stop);
    }

    private async Task AssertLanes(IServiceCollection services)
    {
        await using var store = new TestStore(services.BuildServiceProvider());
        await store.Setup.MigrateAsync(Stop);

        foreach (var (lane, id) in new[] { (OutboxLane.Access, revocation), (OutboxLane.Messages, notice) })
        {
            var owed = await store.Commit(unit => unit.Outbox.ClaimAsync(lane, 10, TimeSpan.FromMinutes(1), Stop));
            Assert.Equal(id, Assert.Single(owed).Id.ToString(), ignoreCase: true);
        }
    }
}
