using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using PimBot.Application.Access;
using PimBot.Application.Alerts;
using PimBot.Application.Work;
using PimBot.Storage.Access;
using PimBot.Storage.Alerts;
using PimBot.Storage.Work;

namespace PimBot.Storage.Postgres;

/// <summary>Storage on a PostgreSQL server, for any number of processes.</summary>
public static class PostgresStorage
{
    /// <summary>
    /// Registers <see cref="IPimStore"/>, <see cref="ILocalAccessTable"/> and <see cref="IStorageSetup"/> on a
    /// PostgreSQL database (12 or later). Time is the database's, unless another <see cref="TimeProvider"/> than the
    /// system's is registered.
    /// </summary>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddPooledDbContextFactory<PostgresPimContext>(options => Configure(options, connectionString))
            .AddSingleton<ITransactions, PostgresTransactions>()
            .AddSingleton<IPimStore, PimStore>()
            .AddSingleton<ILocalAccessTable, LocalAccessTable>()
            .AddSingleton<ILocalOutsideAccess, LocalOutsideAccess>()
            .AddSingleton<IStorageSetup, PostgresSetup>();
    }

    /// <summary>Whether the connection string names a server.</summary>
    /// <exception cref="ArgumentException">It is none that PostgreSQL's driver understands.</exception>
    public static bool NamesHost(string connectionString) =>
        !string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connectionString).Host);

    internal static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgresStorage).Assembly))
            .Quiet();
}
