using Microsoft.EntityFrameworkCore;
using PimBot.Storage.Conversions;

namespace PimBot.Storage.Sqlite;

/// <summary>The model on SQLite: instants as INTEGER, so that they compare and sort in SQL; JSON as text.</summary>
internal sealed class SqlitePimContext(DbContextOptions<SqlitePimContext> options) : PimContext(options)
{
    protected override void ConfigureEngine(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTimeOffset>().HaveConversion<UnixMicroseconds>();
        JsonColumn.Configure(configuration, columnType: null);
    }
}
