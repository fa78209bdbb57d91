using Microsoft.Extensions.DependencyInjection;
using PimBot.Scenarios.Model;
using PimBot.Storage.Sqlite;

namespace PimBot.Scenarios.Life;

public sealed class SqliteRaceStorage : RaceStorage
{
    private readonly TestFolder folder = new();

    public override int Processes => 1;

    public override Task CreateAsync() => Task.CompletedTask;

    public override IServiceCollection AddTo(IServiceCollection services) =>
        services.AddSqliteStorage($"Data Source={folder.Template};Pooling=False");

    public override ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
