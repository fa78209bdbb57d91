using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Application.Alerts;
using PimBot.Application.Work;

namespace PimBot.Storage.Tests;

/// <summary>One process' storage services on a database.</summary>
public sealed class TestStore(ServiceProvider services) : IAsyncDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public IPimStore Store { get; } = services.GetRequiredService<IPimStore>();

    public ILocalAccessTable LocalAccess { get; } = services.GetRequiredService<ILocalAccessTable>();

    public ILocalOutsideAccess OutsideAccess { get; } = services.GetRequiredService<ILocalOutsideAccess>();

    public IStorageSetup Setup { get; } = services.GetRequiredService<IStorageSetup>();

    public Task<T> Commit<T>(Func<IPimUnitOfWork, Task<T>> unit) => Store.CommitAsync((work, _) => unit(work), Stop);

    public Task Commit(Func<IPimUnitOfWork, Task> unit) =>
        Commit(async work =>
        {
            await unit(work);
            return 0;
        });

    public Task Commit(Action<IPimUnitOfWork> unit) =>
        Commit(work =>
        {
            unit(work);
            return Task.CompletedTask;
        });

    public Task<T> Read<T>(Func<IPimUnitOfWork, Task<T>> read) => Store.ReadAsync((work, _) => read(work), Stop);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
