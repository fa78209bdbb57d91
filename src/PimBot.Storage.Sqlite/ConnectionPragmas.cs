using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PimBot.Storage.Sqlite;

/// <summary>
/// What SQLite keeps per connection: a commit is on the disk before it is answered, a lock of another process is waited
/// for that long, and up to 32 MiB of pages stay in memory, so that a directory of 50,000 assignments fits.
/// </summary>
internal sealed class ConnectionPragmas(TimeSpan busy) : DbConnectionInterceptor
{
    /// <summary>A function of every connection: SQLite's own <c>lower</c> knows ASCII only.</summary>
    public const string FoldCase = "fold_case";

    private readonly string text = string.Create(
        CultureInfo.InvariantCulture,
        $"PRAGMA synchronous = FULL; PRAGMA busy_timeout = {busy.TotalMilliseconds:F0}; PRAGMA cache_size = -32768;"
    );

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        Define(connection);
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Define(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Define(DbConnection connection) =>
        ((SqliteConnection)connection).CreateFunction<string?, string?>(
            FoldCase,
            text => text?.ToUpperInvariant(),
            isDeterministic: true
        );
}
