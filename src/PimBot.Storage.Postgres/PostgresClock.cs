using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PimBot.Storage.Work;

namespace PimBot.Storage.Postgres;

/// <summary>
/// The time of a unit of work: the database's, which all replicas share, unless another clock than the system's was
/// registered.
/// </summary>
internal sealed class PostgresClock(TimeProvider time)
{
    private readonly UnitClock? own = time == TimeProvider.System ? null : new UnitClock(time);

    public async ValueTask<DateTimeOffset> NextAsync(PostgresPimContext db, CancellationToken cancellation)
    {
        if (own is not null)
        {
            return own.Next();
        }

        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "SELECT clock_timestamp()";
        return await command.ExecuteScalarAsync(cancellation) is DateTime now
            ? new DateTimeOffset(now, TimeSpan.Zero)
            : throw new InvalidOperationException("The database gave no time.");
    }
}
