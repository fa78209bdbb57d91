using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PimBot.Storage.Work;

namespace PimBot.Storage.Sqlite;

/// <summary>
/// SQLite's one writer. Units of work that wait are run one after another in one transaction, each in a savepoint of
/// its own, and are answered together after its commit: one flush to the disk for up to
/// <see cref="LargestBatch"/> of them.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    public const int LargestBatch = 64;
    private const int LongestQueue = 4096;
    private const string Savepoint = "unit";

    private readonly IDbContextFactory<SqlitePimContext> contexts;
    private readonly StoreEngine engine;
    private readonly UnitClock clock;
    private readonly Channel<PendingUnit> queue = Channel.CreateBounded<PendingUnit>(
        new BoundedChannelOptions(LongestQueue) { SingleReader = true }
    );
    private readonly Task loop;
    private SqlitePimContext? db;
    private Statements? statements;

    public SqliteWriter(IDbContextFactory<SqlitePimContext> contexts, StoreEngine engine, UnitClock clock)
    {
        (this.contexts, this.engine, this.clock) = (contexts, engine, clock);
        using (ExecutionContext.SuppressFlow())
        {
            loop = Task.Run(RunAsync);
        }
    }

    /// <summary>Puts the unit in the queue; waits while the queue is full.</summary>
    public async ValueTask EnqueueAsync(PendingUnit unit)
    {
        try
        {
            if (!queue.Writer.TryWrite(unit))
            {
                await queue.Writer.WriteAsync(unit, unit.Cancellation);
            }
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteWriter), "The store is closed.");
        }
    }

    /// <summary>Takes no more units, runs those that wait, and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task RunAsync()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            await RunBatchAsync();
        }

        await CloseAsync();
    }

    private async Task RunBatchAsync()
    {
        var batch = new List<PendingUnit>(LargestBatch);
        try
        {
            db ??= await OpenAsync();
            statements ??= new Statements(db, engine.Dialect);
            await using var transaction = await db.Database.BeginTransactionAsync();
            while (TakeInto(batch))
            {
                await RunUnitAsync(db, statements, transaction, batch[^1]);
            }

            await transaction.CommitAsync();
        }
        catch (Exception cause)
        {
            Refuse(batch, cause);
            await CloseAsync();
            return;
        }

        foreach (var unit in batch)
        {
            unit.Answer();
        }
    }

    private bool TakeInto(List<PendingUnit> batch)
    {
        while (batch.Count < LargestBatch && queue.Reader.TryRead(out var unit))
        {
            if (unit.TryStart())
            {
                batch.Add(unit);
                return true;
            }
        }

        return false;
    }

    /// <summary>A unit that fails is rolled back alone; only a transaction that is lost as a whole throws.</summary>
    private async Task RunUnitAsync(
        SqlitePimContext db,
        Statements statements,
        IDbContextTransaction transaction,
        PendingUnit unit
    )
    {
        for (var run = 1; ; run++)
        {
            await transaction.CreateSavepointAsync(Savepoint);
            var failure = await TryUnitAsync(db, statements, unit);
            if (failure is not null)
            {
                await transaction.RollbackToSavepointAsync(Savepoint);
            }

            await transaction.ReleaseSavepointAsync(Savepoint);
            if (failure is null)
            {
                return;
            }

            // Nobody else can write meanwhile, so that waiting before the next run would only hold up the others.
            if (!SqliteErrors.IsRace(failure) || run == Reruns.Most)
            {
                unit.Fail(SqliteErrors.IsRace(failure) ? Reruns.TooMany(failure) : failure);
                return;
            }
        }
    }

    private async Task<Exception?> TryUnitAsync(SqlitePimContext db, Statements statements, PendingUnit unit)
    {
        var session = new Session(db, statements, engine, clock.Next(), readOnly: false);
        try
        {
            await unit.RunAsync(new PimUnitOfWork(session));
            await session.CompleteAsync(unit.Cancellation);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
        finally
        {
            session.Close();
            db.ChangeTracker.Clear();
        }
    }

    // Who waits when not even a transaction could be begun is told so, instead of waiting for ever.
    private void Refuse(List<PendingUnit> batch, Exception cause)
    {
        if (batch.Count == 0)
        {
            while (TakeInto(batch)) { }
        }

        foreach (var unit in batch)
        {
            unit.AnswerWith(new StorageUnavailableException(SqliteErrors.Explain(cause), cause));
        }
    }

    private async Task<SqlitePimContext> OpenAsync()
    {
        var opened = await contexts.CreateDbContextAsync();
        try
        {
            await opened.Database.OpenConnectionAsync();
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    private async Task CloseAsync()
    {
        var (closing, prepared) = (db, statements);
        (db, statements) = (null, null);
        try
        {
            await using (closing)
            await using (prepared)
            {
                // Nothing but closing both.
            }
        }
        catch (Exception failure) when (failure is SqliteException or InvalidOperationException)
        {
            // It is thrown away, mostly because it failed: the next batch opens another.
        }
    }
}
