using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace PimBot.Storage.Sqlite;

/// <summary>
/// Creates and migrates the database file. All pending migrations are one transaction, which waits for other
/// processes: none sees half a schema, and a process that is killed leaves the old one.
/// </summary>
internal sealed class SqliteSetup(IDbContextFactory<SqlitePimContext> contexts) : IStorageSetup
{
    // RETURNING and MATERIALIZED came with it.
    private static readonly Version OldestLibrary = new(3, 35);

    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        CreateFolder(db.Database.GetDbConnection().DataSource);
        try
        {
            await db.Database.OpenConnectionAsync(cancellation);
            RefuseOldLibrary(db.Database.GetDbConnection().ServerVersion);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
            // Rebuilding a table drops the old one, which must not delete what refers to it.
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            // SQLite opens a file that it may not write, and begins a transaction on it, without a word: so write.
            await db.Database.ExecuteSqlRawAsync("PRAGMA user_version = 0", cancellation);
            await ApplyPendingAsync(db, cancellation);
            // Shows now, and not at the first turn, that the file can't be written.
            await db.Database.ExecuteSqlRawAsync("UPDATE audit_head SET sequence = sequence", cancellation);
            await transaction.CommitAsync(cancellation);
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON", cancellation);
        }
        catch (SqliteException failure)
        {
            throw new StorageUnavailableException(SqliteErrors.Explain(failure), failure);
        }
    }

    public async Task<string?> CheckAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            return SchemaState.Fault(
                db.Database.GetMigrations(),
                await db.Database.GetAppliedMigrationsAsync(cancellation)
            );
        }
        catch (SqliteException failure)
        {
            return SqliteErrors.Explain(failure);
        }
    }

    public async Task<bool> IsNewAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (!File.Exists(db.Database.GetDbConnection().DataSource))
        {
            return true;
        }

        try
        {
            return !(await db.Database.GetAppliedMigrationsAsync(cancellation)).Any();
        }
        catch (SqliteException failure)
        {
            throw new StorageUnavailableException(SqliteErrors.Explain(failure), failure);
        }
    }

    private static async Task ApplyPendingAsync(SqlitePimContext db, CancellationToken cancellation)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        var known = db.Database.GetMigrations().ToList();
        SchemaState.RefuseNewer(known, applied);
        if (known.Except(applied, StringComparer.Ordinal).Any())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = db.GetService<IMigrator>()
                .GenerateScript(
                    applied.LastOrDefault(),
                    toMigration: null,
                    MigrationsSqlGenerationOptions.NoTransactions
                );
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static void RefuseOldLibrary(string version)
    {
        if (Version.Parse(version) < OldestLibrary)
        {
            throw new StorageUnavailableException(
                $"The system's SQLite library is {version}: {OldestLibrary} or newer is needed."
            );
        }
    }

    private static void CreateFolder(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "/";
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException($"The folder '{folder}' can't be created.", failure);
        }
    }
}
