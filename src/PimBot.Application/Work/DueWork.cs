namespace PimBot.Application.Work;

/// <summary>
/// How due rows are worked off: one unit of work claims some, then each is advanced in a unit of its own, so that one
/// that can't be advanced holds up no other and comes back when its lease is over.
/// </summary>
public sealed class DueWork(IPimStore store, WorkSignal signal, IWorkObserver observer)
{
    private const int Most = 64;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <returns>How many were claimed.</returns>
    public async Task<int> RunAsync<T>(
        Func<IPimUnitOfWork, int, TimeSpan, CancellationToken, Task<IReadOnlyList<T>>> claim,
        Func<IPimUnitOfWork, T, CancellationToken, Task> advance,
        CancellationToken cancellation
    )
    {
        var due = await store.CommitAsync((work, stop) => claim(work, Most, Lease, stop), cancellation);
        await Task.WhenAll(due.Select(item => AdvanceAsync(item, advance, cancellation)));
        if (due.Count > 0)
        {
            signal.Wake();
        }

        return due.Count;
    }

    private async Task AdvanceAsync<T>(
        T item,
        Func<IPimUnitOfWork, T, CancellationToken, Task> advance,
        CancellationToken cancellation
    )
    {
        try
        {
            await store.CommitAsync(
                async (work, stop) =>
                {
                    await advance(work, item, stop);
                    return true;
                },
                cancellation
            );
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            observer.DueItemFailed(typeof(T).Name, failure);
        }
    }
}
