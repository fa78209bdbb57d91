using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PimBot.Storage.Postgres;

[assembly: AssemblyFixture(typeof(PimBot.Storage.Tests.PostgresTemplate))]

namespace PimBot.Storage.Tests;

/// <summary>A database that is migrated once, which PostgreSQL copies for each test; dropped after the last.</summary>
public sealed class PostgresTemplate : IAsyncDisposable
{
    // PostgreSQL copies a database only while nobody is connected to it.
    private static readonly SemaphoreSlim Copying = new(1);

    private static string? template;

    /// <summary>The name of a new database with the schema.</summary>
    public static async Task<string> CopyAsync()
    {
        await Copying.WaitAsync();
        try
        {
            template ??= await MakeAsync();
            var copy = PostgresEngine.NewName();
            await PostgresEngine.ExecuteAsync($"CREATE DATABASE {copy} TEMPLATE {template}");
            return copy;
        }
        finally
        {
            Copying.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (template is not null)
        {
            await PostgresEngine.ExecuteAsync($"DROP DATABASE {template} WITH (FORCE)");
        }
    }

    private static async Task<string> MakeAsync()
    {
        var name = PostgresEngine.NewName();
        var target = PostgresEngine.On(name) + ";Pooling=false";
        var services = new ServiceCollection().AddPostgresStorage(target).BuildServiceProvider();
        await using var store = new TestStore(services);
        await store.Setup.MigrateAsync(CancellationToken.None);
        return name;
    }
}
