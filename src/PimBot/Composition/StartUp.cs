using PimBot.Access;
using PimBot.Application.Access.AsCode;
using PimBot.Application.Work;
using PimBot.Playground;
using PimBot.Storage;

namespace PimBot.Composition;

/// <summary>What must hold before anything is served: the database has this program's schema, and a directory.</summary>
internal sealed class StartUp(
    IStorageSetup storage,
    IPimStore store,
    IConfiguration configuration,
    TimeProvider time,
    IServiceProvider services
) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await storage.MigrateAsync(cancellationToken);
        if (services.GetService<DemoClock>() is { } clock)
        {
            await DemoClockMemory.RestoreAsync(store, clock, cancellationToken);
        }

        await store.CommitAsync((work, stop) => work.Audit.StoreAsync(stop), cancellationToken);
        await LoadDirectoryAsync(cancellationToken);
        if (services.GetService<DemoPeople>() is { } people)
        {
            await people.ReadAsync(store, cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A store that has a directory is never overwritten by the file: what administrators changed since would be lost.
    private async Task LoadDirectoryAsync(CancellationToken cancellation)
    {
        if (!await store.ReadAsync((work, stop) => work.Directory.IsEmptyAsync(stop), cancellation))
        {
            return;
        }

        if (configuration[DirectoryFile.Setting] is not { Length: > 0 } path)
        {
            throw new Settings.SettingsException(
                $"{DirectoryFile.Setting} is missing: the database is empty, so PimBot needs to be told of people, roles and policies."
            );
        }

        var contents = await DirectoryFile.ReadAsync(path, time.GetUtcNow(), cancellation);
        var command = new ApplyDirectoryCommand { Wanted = contents, IsFirstLoad = true };
        var outcome = await ApplyDirectory.RunAsync(store, command, cancellation);
        if (outcome.Refusals.Count > 0)
        {
            throw new DirectoryFileException(path, outcome.Refusals);
        }
    }
}
