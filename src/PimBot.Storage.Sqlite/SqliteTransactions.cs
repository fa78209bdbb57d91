using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PimBot.Storage.Work;

namespace PimBot.Storage.Sqlite;

/// <summary>Writes by the one writer; reads on connections of their own, each in one consistent state.</summary>
internal sealed class SqliteTransactions : ITransactions, IAsyncDisposable
{
    private readonly IDbContextFactory<SqlitePimContext> contexts;
    private readonly string connectionString;
    private readonly StoreEngine engine = new(
        new SqlDialect(
            ForUpdate: "",
            SkipLocked: "",
            ConnectionPragmas.FoldCase,
            instant => UnixMicroseconds.Write(instant)
        )
    );
    private readonly UnitNesting nesting = new();
    private readonly UnitClock clock;
    private readonly SqliteWriter writer;

    public SqliteTransactions(IDbContextFactory<SqlitePimContext> contexts, TimeProvider time, string connectionString)
    {
        (this.contexts, this.connectionString) = (contexts, connectionString);
        clock = new UnitClock(time);
        writer = new SqliteWriter(contexts, engine, clock);
    }

    public async Task<T> WriteAsync<T>(
        Func<PimUnitOfWork, CancellationToken, Task<T>> work,
        CancellationToken cancellation
    )
    {
        nesting.Refuse();
        cancellation.ThrowIfCancellationRequested();
        var unit = new PendingUnit<T>(work, nesting, cancellation);
        await writer.EnqueueAsync(unit);
        return await unit.Task;
    }

    public async Task<T> ReadAsync<T>(
        Func<PimUnitOfWork, CancellationToken, Task<T>> read,
        CancellationToken cancellation
    )
    {
        nesting.Refuse();
        nesting.Enter();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var snapshot = connection.BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(snapshot, cancellation);
        await using var statements = new Statements(db, engine.Dialect);
        var session = new Session(db, statements, engine, clock.Next(), readOnly: true);
        try
        {
            return await read(new PimUnitOfWork(session), cancellation);
        }
        finally
        {
            session.Close();
        }
    }

    /// <summary>Runs what waits, then closes the file: its write-ahead log is folded in, so that the one file is all.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
    }
}
