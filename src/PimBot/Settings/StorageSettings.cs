using PimBot.Storage.Postgres;
using PimBot.Storage.Sqlite;

namespace PimBot.Settings;

/// <summary>Where everything is kept.</summary>
/// <param name="Engine">Setting <c>Storage:Engine</c>; Sqlite unless set.</param>
/// <param name="ConnectionString">Setting <c>ConnectionStrings:PimBot</c>; with Sqlite the file <c>data/pimbot.db</c> unless set.</param>
internal sealed record StorageSettings(StorageEngine Engine, string ConnectionString)
{
    private const string EngineKey = "Storage:Engine";
    public const string ConnectionKey = "ConnectionStrings:PimBot";
    private const string DefaultSqlite = "Data Source=data/pimbot.db";

    /// <exception cref="SettingsException">A setting is impossible; the message names it.</exception>
    public static StorageSettings Read(IConfiguration configuration)
    {
        var name = configuration[EngineKey];
        if (
            !Enum.TryParse<StorageEngine>(name ?? nameof(StorageEngine.Sqlite), ignoreCase: true, out var engine)
            || !Enum.IsDefined(engine)
        )
        {
            throw new SettingsException($"{EngineKey} is '{name}': allowed are Sqlite and Postgres.");
        }

        var connection = configuration[ConnectionKey];
        if (string.IsNullOrWhiteSpace(connection))
        {
            return engine is StorageEngine.Sqlite
                ? new StorageSettings(engine, DefaultSqlite)
                : throw new SettingsException($"{ConnectionKey} is missing: Postgres needs a connection string.");
        }

        if (!IsUnderstood(engine, connection))
        {
            throw new SettingsException(
                $"{ConnectionKey} is no connection string for {EngineKey} '{engine}': it must look like "
                    + (
                        engine is StorageEngine.Sqlite
                            ? "“Data Source=data/pimbot.db”."
                            : "“Host=…;Database=…;Username=…”."
                    )
            );
        }

        return new StorageSettings(engine, connection);
    }

    /// <summary>By the engine's own keywords; a database in memory would be gone between two connections.</summary>
    private static bool IsUnderstood(StorageEngine engine, string connection)
    {
        try
        {
            return engine is StorageEngine.Sqlite
                ? SqliteStorage.NamesFile(connection)
                : PostgresStorage.NamesHost(connection);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
