using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PimBot.Application.Access;
using PimBot.Application.Alerts;
using PimBot.Application.Work;
using PimBot.Storage.Access;
using PimBot.Storage.Alerts;
using PimBot.Storage.Work;

namespace PimBot.Storage.Sqlite;

/// <summary>Storage in one file, for one process.</summary>
public static class SqliteStorage
{
    /// <summary>How long a lock of another process is waited for, unless the connection string's <c>Default Timeout</c> says.</summary>
    private const int BusySeconds = 3;

    /// <summary>
    /// Registers <see cref="IPimStore"/>, <see cref="ILocalAccessTable"/> and <see cref="IStorageSetup"/> on an SQLite
    /// file such as <c>Data Source=data/pimbot.db</c>. Time comes from the registered <see cref="TimeProvider"/>.
    /// Disposing the services waits for the units of work that were begun.
    /// </summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddPooledDbContextFactory<SqlitePimContext>(options => Configure(options, connectionString))
            .AddSingleton<ITransactions>(provider => new SqliteTransactions(
                provider.GetRequiredService<IDbContextFactory<SqlitePimContext>>(),
                provider.GetRequiredService<TimeProvider>(),
                Target(connectionString).ToString()
            ))
            .AddSingleton<IPimStore, PimStore>()
            .AddSingleton<ILocalAccessTable, LocalAccessTable>()
            .AddSingleton<ILocalOutsideAccess, LocalOutsideAccess>()
            .AddSingleton<IStorageSetup, SqliteSetup>();
    }

    /// <summary>Whether the connection string names a file.</summary>
    /// <exception cref="ArgumentException">It is none that SQLite understands.</exception>
    public static bool NamesFile(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) is { Mode: not SqliteOpenMode.Memory } target
        && !string.IsNullOrWhiteSpace(target.DataSource)
        && target.DataSource != ":memory:";

    /// <summary>The file that the connection string names, as it stands there.</summary>
    public static string FileOf(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString).DataSource;

    internal static void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        var target = Target(connectionString);
        options
            .UseSqlite(target.ToString(), sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly))
            .AddInterceptors(new ConnectionPragmas(TimeSpan.FromSeconds(target.DefaultTimeout)))
            .Quiet();
    }

    private static SqliteConnectionStringBuilder Target(string connectionString)
    {
        var target = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        if (!target.ShouldSerialize("Default Timeout"))
        {
            target.DefaultTimeout = BusySeconds;
        }

        return target;
    }
}
