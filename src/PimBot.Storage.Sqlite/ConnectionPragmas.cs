using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PimBot.Storage.Sqlite;

/// <summary>Settings that SQLite keeps per connection: a commit is on the disk before it is answered, and a lock is waited for 3 seconds.</summary>
internal sealed class ConnectionPragmas : DbConnectionInterceptor
{
    private const string Text = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 3000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Text;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
