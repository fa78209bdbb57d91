using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PimBot.Storage.Postgres;

/// <summary>Creates and migrates the database; the migrations' own table lock keeps several replicas apart.</summary>
internal sealed class PostgresSetup(IDbContextFactory<PostgresPimContext> contexts) : IStorageSetup
{
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        try
        {
            if (await db.Database.CanConnectAsync(cancellation))
            {
                SchemaState.RefuseNewer(
                    db.Database.GetMigrations(),
                    await db.Database.GetAppliedMigrationsAsync(cancellation)
                );
            }

            await db.Database.MigrateAsync(cancellation);
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

    private static NpgsqlConnectionStringBuilder Target(PostgresPimContext db) =>
        new(db.Database.GetConnectionString());
}
