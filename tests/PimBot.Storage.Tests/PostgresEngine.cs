using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PimBot.Storage.Postgres;

namespace PimBot.Storage.Tests;

/// <summary>A database of its own on the server that PIMBOT_TEST_POSTGRES names; see postgres.sh.</summary>
public sealed class PostgresEngine : TestEngine
{
    private const string Variable = "PIMBOT_TEST_POSTGRES";

    private string? database;

    public string ConnectionString => On(database ?? throw new InvalidOperationException("Not created."));

    public override async Task CreateAsync()
    {
        database = await PostgresTemplate.CopyAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await using var pool = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(pool);
            await ExecuteAsync($"DROP DATABASE {database} WITH (FORCE)");
        }
    }

    /// <summary>The server's connection string with another database; skips the test when no server is named.</summary>
    public static string On(string database)
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(server))
        {
            const string Reason = $"{Variable} is not set: nothing was tested on PostgreSQL. Run postgres.sh start.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Skip(Reason);
        }

        return new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 20 }.ToString();
    }

    public static string NewName() => $"pimbot_test_{Guid.NewGuid():N}";

    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(On("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public override async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    protected override IServiceCollection Register(IServiceCollection services) =>
        services.AddPostgresStorage(ConnectionString);
}
