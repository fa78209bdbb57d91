using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PimBot.Storage.Postgres;

namespace PimBot.Storage.DesignTime;

/// <summary>
/// For <c>dotnet ef migrations add Name --project src/PimBot.Storage.Postgres --startup-project src/PimBot.Storage.DesignTime --context PostgresPimContext</c>.
/// Delete the <c>Down</c> method afterwards: migrations only go forward.
/// </summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresPimContext>
{
    public PostgresPimContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresPimContext>();
        PostgresStorage.Configure(options, "Host=none");
        return new PostgresPimContext(options.Options);
    }
}
