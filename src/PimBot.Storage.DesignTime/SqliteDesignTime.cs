using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PimBot.Storage.Sqlite;

namespace PimBot.Storage.DesignTime;

/// <summary>
/// For <c>dotnet ef migrations add Name --project src/PimBot.Storage.Sqlite --startup-project src/PimBot.Storage.DesignTime --context SqlitePimContext</c>.
/// Delete the <c>Down</c> method afterwards: migrations only go forward.
/// </summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqlitePimContext>
{
    public SqlitePimContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlitePimContext>();
        SqliteStorage.Configure(options, "Data Source=:memory:");
        return new SqlitePimContext(options.Options);
    }
}
