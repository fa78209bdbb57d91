using Microsoft.Extensions.DependencyInjection;

namespace PimBot.Storage.Tests;

/// <summary>A migrated, empty database of one engine, for one test.</summary>
public abstract class TestEngine : IAsyncDisposable
{
    internal ManualTime Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    public abstract Task CreateAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens the database as another process would.</summary>
    public TestStore Open() => Open(Clock);

    public TestStore Open(TimeProvider time) =>
        new(Register(new ServiceCollection().AddSingleton(time)).BuildServiceProvider());

    /// <summary>Does to the database what another program would.</summary>
    public abstract Task RunAsync(string sql);

    protected abstract IServiceCollection Register(IServiceCollection services);
}
