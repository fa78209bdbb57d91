using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Storage.Sqlite;

namespace PimBot.Storage.Tests;

public sealed class SqliteEngine : TestEngine
{
    private readonly string folder = Directory.CreateTempSubdirectory("pimbot-").FullName;

    public string File => Path.Combine(folder, "pimbot.db");

    public string ConnectionString => $"Data Source={File}";

    public override async Task CreateAsync()
    {
        await using var store = Open();
        await store.Setup.MigrateAsync(TestContext.Current.CancellationToken);
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Holds the file as another process would, until it is disposed.</summary>
    public async Task<SqliteConnection> LockAsync()
    {
        var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public override Task RunAsync(string sql) => ExecuteAsync(sql);

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    protected override IServiceCollection Register(IServiceCollection services) =>
        services.AddSqliteStorage(ConnectionString);
}
