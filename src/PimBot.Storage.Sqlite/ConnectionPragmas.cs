using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PimBot.Storage.Sqlite;

/// <summary>Settings that SQLite keeps per connection: a commit is on the disk before it is answered, and a lock of another process is waited for that long.</summary>
internal sealed class ConnectionPragmas(TimeSpan busy) : DbConnectionInterceptor
{
    private readonly string text = string.Create(
        CultureInfo.InvariantCulture,
        $"PRAGMA synchronous = FULL; PRAGMA busy_timeout = {busy.TotalMilliseconds:F0};"
    );

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
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
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
