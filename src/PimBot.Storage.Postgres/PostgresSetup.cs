using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace PimBot.Storage.Postgres;

/// <summary>Creates and migrates the database, one replica at a time: the migrations' own lock ends with each of them.</summary>
internal sealed class PostgresSetup(IDbContextFactory<PostgresPimContext> contexts) : IStorageSetup
{
    // Any number, as long as it is always the same.
    private const long MigrationLock = 7_310_943_221;

    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        try
        {
            await CreateAsync(db, cancellation);
            // Replicas start at once: one of them migrates, the others wait and find it done. The lock is the
            // connection's and goes with it.
            await db.Database.OpenConnectionAsync(cancellation);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellation);
            SchemaState.RefuseNewer(
                db.Database.GetMigrations(),
                await db.Database.GetAppliedMigrationsAsync(cancellation)
            );
            await db.Database.MigrateAsync(cancellation);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", cancellation);
        }
        catch (Exception failure) when (PostgresErrors.IsUnavailable(failure))
        {
            throw new StorageUnavailableException(PostgresErrors.Explain(failure, Target(db)), failure);
        }
    }

    public async Task<string?> CheckAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        try
        {
            return SchemaState.Fault(
                db.Database.GetMigrations(),
                await db.Database.GetAppliedMigrationsAsync(cancellation)
            );
        }
        catch (Exception failure) when (PostgresErrors.IsUnavailable(failure))
        {
            return PostgresErrors.Explain(failure, Target(db));
        }
    }

    public async Task<bool> IsNewAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        try
        {
            return !await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellation)
                || !(await db.Database.GetAppliedMigrationsAsync(cancellation)).Any();
        }
        catch (Exception failure) when (PostgresErrors.IsUnavailable(failure))
        {
            throw new StorageUnavailableException(PostgresErrors.Explain(failure, Target(db)), failure);
        }
    }

    private static async Task CreateAsync(PostgresPimContext db, CancellationToken cancellation)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellation))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellation);
        }
        catch (PostgresException failure)
            when (failure.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another replica was faster.
        }
    }

    private static NpgsqlConnectionStringBuilder Target(PostgresPimContext db) =>
        new(db.Database.GetConnectionString());
}
