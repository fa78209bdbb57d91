namespace PimBot.Storage.Tests;

/// <summary>What holds on both engines: each contract is run once per engine, each test on a database of its own.</summary>
public abstract class StorageContract<TEngine> : IAsyncLifetime
    where TEngine : TestEngine, new()
{
    private TestStore? store;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected TEngine Engine { get; } = new();

    protected TestStore Store => store ??= Engine.Open();

    internal ManualTime Clock => Engine.Clock;

    public async ValueTask InitializeAsync() => await Engine.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (store is not null)
        {
            await store.DisposeAsync();
        }

        await Engine.DisposeAsync();
    }
}
