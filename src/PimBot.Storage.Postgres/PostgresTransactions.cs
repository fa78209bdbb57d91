using System.Data;
using Microsoft.EntityFrameworkCore;
using PimBot.Storage.Conversions;
using PimBot.Storage.Work;

namespace PimBot.Storage.Postgres;

/// <summary>Each unit of work in a transaction of its own, run again from the start when another writer was faster.</summary>
internal sealed class PostgresTransactions(IDbContextFactory<PostgresPimContext> contexts, TimeProvider time)
    : ITransactions
{
    private const int FirstPauseMilliseconds = 5;
    private const int MostDoublings = 6;

    private readonly StoreEngine engine = new(
        new SqlDialect("FOR UPDATE", "FOR UPDATE SKIP LOCKED", "lower", instant => Instant.Truncate(instant))
    );
    private readonly UnitNesting nesting = new();
    private readonly PostgresClock clock = new(time);

    public async Task<T> WriteAsync<T>(
        Func<PimUnitOfWork, CancellationToken, Task<T>> work,
        CancellationToken cancellation
    )
    {
        nesting.Refuse();
        for (var run = 1; ; run++)
        {
            try
            {
                return await RunAsync(work, IsolationLevel.ReadCommitted, readOnly: false, cancellation);
            }
            catch (Exception failure) when (PostgresErrors.IsRace(failure))
            {
                if (run == Reruns.Most)
                {
                    throw Reruns.TooMany(failure);
                }
            }

            await PauseAsync(run, cancellation);
        }
    }

    public Task<T> ReadAsync<T>(Func<PimUnitOfWork, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        nesting.Refuse();
        return RunAsync(read, IsolationLevel.RepeatableRead, readOnly: true, cancellation);
    }

    // Real time, whatever clock the decisions run on: it is the other writers that need it.
    private static Task PauseAsync(int run, CancellationToken cancellation)
    {
        var longest = FirstPauseMilliseconds << Math.Min(run, MostDoublings);
        return Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, longest)), TimeProvider.System, cancellation);
    }

    private async Task<T> RunAsync<T>(
        Func<PimUnitOfWork, CancellationToken, Task<T>> work,
        IsolationLevel isolation,
        bool readOnly,
        CancellationToken cancellation
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(isolation, cancellation);
        await using var statements = new Statements(db, engine.Dialect);
        var session = new Session(db, statements, engine, await clock.NextAsync(db, cancellation), readOnly);
        try
        {
            nesting.Enter();
            var result = await work(new PimUnitOfWork(session), cancellation);
            await session.CompleteAsync(cancellation);
            // Once it is sent, a commit may have happened: it is awaited to the end.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            session.Close();
        }
    }
}
