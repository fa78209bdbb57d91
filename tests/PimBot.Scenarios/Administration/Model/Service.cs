using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Approvals;
using PimBot.Application.Work;
using PimBot.Scenarios.Model;
using PimBot.Storage;
using PimBot.Storage.Sqlite;
using PimBot.Targets;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>The real use cases, passes, storage and local target of one process, without host, chat and HTTP.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public Service(string file, TimeProvider clock)
    {
        services = new ServiceCollection()
            .AddSingleton(clock)
            .AddSqliteStorage($"Data Source={file};Pooling=False")
            .AddLocalTarget()
            .AddSingleton<WorkSignal>()
            .AddSingleton<WorkRecord>()
            .AddSingleton<IWorkObserver>(s => s.GetRequiredService<WorkRecord>())
            .AddSingleton<DueWork>()
            .AddSingleton<IOutboxHandler, EnsureGrantedHandler>()
            .AddSingleton<IOutboxHandler, EnsureRevokedHandler>()
            .AddSingleton<IOutboxHandler, SyncAssignmentHandler>()
            .BuildServiceProvider();
        Store = services.GetRequiredService<IPimStore>();
        Table = services.GetRequiredService<ILocalAccessTable>();
        Record = services.GetRequiredService<WorkRecord>();
        Assignments = Pass<AdvanceDueAssignments>();
        Wishes = Pass<AdvanceDueAssignmentRequests>();
        Requests = Pass<AdvanceDueRequests>();
        Grants = Pass<AdvanceDueGrants>();
        LostGround = Pass<EndLostGround>();
        Escalation = Pass<EscalateApprovals>();
        Outbox = ActivatorUtilities.CreateInstance<DeliverOutbox>(services, OutboxLane.Access);
    }

    public IPimStore Store { get; }

    public ILocalAccessTable Table { get; }

    public WorkRecord Record { get; }

    public IBackgroundPass Assignments { get; }

    public IBackgroundPass Wishes { get; }

    public IBackgroundPass Requests { get; }

    public IBackgroundPass Grants { get; }

    public IBackgroundPass LostGround { get; }

    public IBackgroundPass Escalation { get; }

    public IBackgroundPass Outbox { get; }

    /// <summary>Makes the tables of a template.</summary>
    public static async Task CreateAsync(string file)
    {
        await using var service = new Service(file, TimeProvider.System);
        await service.services.GetRequiredService<IStorageSetup>().MigrateAsync(CancellationToken.None);
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

    /// <summary>Until nothing more is due.</summary>
    public static async Task DrainAsync(IBackgroundPass pass)
    {
        for (var round = 0; await pass.RunOnceAsync(CancellationToken.None) > 0; round++)
        {
            Assert.True(round < 100, $"The pass “{pass.Name}” does not come to rest.");
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private T Pass<T>()
        where T : class => ActivatorUtilities.CreateInstance<T>(services);
}
