using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Storage;
using PimBot.Storage.Sqlite;

namespace PimBot.Scenarios.Model;

/// <summary>One process: the real use cases, passes and storage, without host, chat and HTTP. Disposing it stops it.</summary>
internal sealed class PimProcess : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Dictionary<PassKind, IBackgroundPass> passes;

    public PimProcess(string file, TimeProvider clock, IAccessTarget target, WorkRecord record)
        : this(services => services.AddSqliteStorage($"Data Source={file};Pooling=False"), clock, target, record) { }

    public PimProcess(
        Func<IServiceCollection, IServiceCollection> addStorage,
        TimeProvider clock,
        IAccessTarget target,
        WorkRecord record
    )
    {
        services = addStorage(new ServiceCollection().AddSingleton(clock))
            .AddSingleton(target)
            .AddSingleton<WorkSignal>()
            .AddSingleton<IWorkObserver>(record)
            .AddSingleton<DueWork>()
            .AddSingleton<IOutboxHandler, EnsureGrantedHandler>()
            .AddSingleton<IOutboxHandler, EnsureRevokedHandler>()
            .AddSingleton<IOutboxHandler>(record)
            .AddSingleton<AdvanceDueGrants>()
            .AddSingleton<AdvanceDueRequests>()
            .BuildServiceProvider();
        Store = services.GetRequiredService<IPimStore>();
        passes = new()
        {
            [PassKind.Requests] = services.GetRequiredService<AdvanceDueRequests>(),
            [PassKind.Grants] = services.GetRequiredService<AdvanceDueGrants>(),
            [PassKind.Outbox] = new BothLanes(services),
        };
    }

    public IPimStore Store { get; }

    public static async Task CreateAsync(string file, TimeProvider clock)
    {
        await using var process = new PimProcess(file, clock, new UnreliableTarget(new(Cast.Start)), new WorkRecord());
        await process.CreateAsync(Cast.Directory);
    }

    /// <summary>Makes the tables and loads the directory.</summary>
    public async Task CreateAsync(DirectoryContents directory)
    {
        await services.GetRequiredService<IStorageSetup>().MigrateAsync(CancellationToken.None);
        await Commit(work => LoadDirectory.RunAsync(work, directory, CancellationToken.None));
    }

    public Task<T> Commit<T>(Func<IPimUnitOfWork, Task<T>> unit) =>
        Store.CommitAsync((work, _) => unit(work), CancellationToken.None);

    public Task Commit(Func<IPimUnitOfWork, Task> unit) =>
        Commit(async work =>
        {
            await unit(work);
            return true;
        });

    public Task<T> Read<T>(Func<IPimUnitOfWork, Task<T>> read) =>
        Store.ReadAsync((work, _) => read(work), CancellationToken.None);

    public Task<int> Run(PassKind kind, CancellationToken death = default) => passes[kind].RunOnceAsync(death);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
