using PimBot.Application.Access;
using PimBot.Application.Access.AsCode;
using PimBot.Application.Work;
using PimBot.Composition;
using PimBot.Settings;
using PimBot.Storage;
using PimBot.Storage.Sqlite;

namespace PimBot.Access.Commands;

/// <summary>The bot's own store, by the bot's own settings, without the bot.</summary>
internal sealed class PolicyStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private PolicyStore(ServiceProvider services) => _services = services;

    public IPimStore Store => _services.GetRequiredService<IPimStore>();

    public DateTimeOffset Now => _services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Whether there is no database yet, or none with anything of PimBot in it. Nothing is created.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Opens the store that is there.</summary>
    /// <exception cref="SettingsException">A setting is impossible, or names no store: then nothing is created.</exception>
    /// <exception cref="StorageUnavailableException">The database can't be used, or has another program's schema.</exception>
    public static async Task<PolicyStore> OpenAsync(WebApplicationBuilder settings, CancellationToken cancellation)
    {
        var store = await OpenOrNewAsync(settings, cancellation);
        if (!store.IsNew)
        {
            return store;
        }

        await store.DisposeAsync();
        throw Missing(StorageSettings.Read(settings.Configuration));
    }

    /// <summary>Opens the store, which may be new.</summary>
    /// <exception cref="SettingsException">A setting is impossible.</exception>
    /// <exception cref="StorageUnavailableException">The database can't be used, or has another program's schema.</exception>
    public static async Task<PolicyStore> OpenOrNewAsync(WebApplicationBuilder settings, CancellationToken cancellation)
    {
        var services = new ServiceCollection();
        var clock = PlaygroundMode.Applies(settings) ? new DemoClock() : null;
        if (clock is not null)
        {
            PlaygroundMode.UseOwnDatabase(settings.Configuration);
        }

        services.AddSingleton<TimeProvider>(clock ?? TimeProvider.System).AddStorage(settings.Configuration);
        var store = new PolicyStore(services.BuildServiceProvider());
        try
        {
            await store.LookAsync(clock, cancellation);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everything in the store; nothing of a store that is new.</summary>
    public Task<DirectoryContents> ReadAsync(CancellationToken cancellation) =>
        IsNew
            ? Task.FromResult(new DirectoryContents([], [], [], [], [], []) { ReadAt = Now })
            : Store.ReadAsync(DirectoryExport.ReadAsync, cancellation);

    /// <summary>Makes the database where there is none.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        if (IsNew)
        {
            await _services.GetRequiredService<IStorageSetup>().MigrateAsync(cancellation);
            // The audit's chain has a name from its first entry on, as at the service's first start.
            await Store.CommitAsync((work, stop) => work.Audit.StoreAsync(stop), cancellation);
            IsNew = false;
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    // A mistyped path would otherwise be planned against, or filled, as if it were the bot's.
    private static SettingsException Missing(StorageSettings settings)
    {
        var where =
            settings.Engine is StorageEngine.Sqlite
                ? $"there is no database of PimBot in {Path.GetFullPath(SqliteStorage.FileOf(settings.ConnectionString))}"
                : "the database that it names holds nothing of PimBot";
        return new SettingsException(
            $"{StorageSettings.ConnectionKey} is wrong, or PimBot was never started: {where}. PimBot makes its database at its first start; PimBot policy apply <file> --create makes it from a file."
        );
    }

    private async Task LookAsync(DemoClock? clock, CancellationToken cancellation)
    {
        var setup = _services.GetRequiredService<IStorageSetup>();
        IsNew = await setup.IsNewAsync(cancellation);
        if (IsNew)
        {
            return;
        }

        if (await setup.CheckAsync(cancellation) is { } fault)
        {
            throw new StorageUnavailableException(
                $"{fault} Start PimBot itself first: it brings its database up to date."
            );
        }

        if (clock is not null)
        {
            await DemoClockMemory.RestoreAsync(Store, clock, cancellation);
        }
    }
}
