using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PimBot.Storage.Postgres;

namespace PimBot.Scenarios.Life;

/// <summary>On the server that PIMBOT_TEST_POSTGRES names, which the storage tests' postgres.sh starts.</summary>
public sealed class PostgresRaceStorage : RaceStorage
{
    private const string Variable = "PIMBOT_TEST_POSTGRES";
    private readonly string database = $"pimbot_race_{Guid.NewGuid():N}";
    private string? server;

    public override int Processes => 2;

    public override async Task CreateAsync()
    {
        server = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(server))
        {
            const string Reason = $"{Variable} is not set: no race was run on PostgreSQL.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Skip(Reason);
        }

        await ExecuteAsync($"CREATE DATABASE {database}");
    }

    public override IServiceCollection AddTo(IServiceCollection services) =>
        services.AddPostgresStorage(
            new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 30 }.ToString()
        );

    public override async ValueTask DisposeAsync()
    {
        if (!string.IsNullOrEmpty(server))
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
