using Microsoft.Extensions.DependencyInjection;

namespace PimBot.Scenarios.Life;

/// <summary>An empty database of one engine.</summary>
public abstract class RaceStorage : IAsyncDisposable
{
    /// <summary>How many processes race on it.</summary>
    public abstract int Processes { get; }

    public abstract Task CreateAsync();

    public abstract IServiceCollection AddTo(IServiceCollection services);

    public abstract ValueTask DisposeAsync();
}
