namespace PimBot.Application.Work;

/// <summary>Performs what is owed to the outside: claims, acts, records. What fails is tried again with growing pauses, for ever.</summary>
public sealed class DeliverOutbox(IPimStore store, IEnumerable<IOutboxHandler> handlers, IWorkObserver observer)
    : IBackgroundPass
{
    private const int Most = 64;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, IOutboxHandler> handlers = handlers.ToDictionary(
        h => h.Kind,
        StringComparer.Ordinal
    );

    public string Name => "effects that are owed";

    public bool WakesOnCommit => true;

    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var claimed = await store.CommitAsync((work, stop) => work.Outbox.ClaimAsync(Most, Lease, stop), cancellation);
        await Task.WhenAll(claimed.Select(message => DeliverAsync(message, cancellation)));
        return claimed.Count;
    }

    private async Task DeliverAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var result = await PerformAsync(message, cancellation);
        var recorded = await store.CommitAsync((work, stop) => RecordAsync(work, message, result, stop), cancellation);
        if (!recorded)
        {
            observer.ClaimLost(message);
        }
        else if (result.Error is not null)
        {
            observer.Failed(message, result.Error);
        }
    }

    private async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (!handlers.TryGetValue(message.Kind, out var handler))
        {
            return new OutboxResult("no-handler");
        }

        try
        {
            return await handler.PerformAsync(message, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            observer.Threw(message, failure);
            return new OutboxResult(failure.GetType().Name);
        }
    }

    private async Task<bool> RecordAsync(
        IPimUnitOfWork work,
        OutboxMessage message,
        OutboxResult result,
        CancellationToken cancellation
    )
    {
        var held = result.Error is { } error
            ? await work.Outbox.RetryAsync(message, work.Now + PauseAfter(message, result), error, cancellation)
            : await work.Outbox.CompleteAsync(message, cancellation);
        if (!held)
        {
            await LostAsync(work, message, cancellation);
        }
        else if (result.Record is { } record)
        {
            await record(work, cancellation);
        }

        return held;
    }

    private Task LostAsync(IPimUnitOfWork work, OutboxMessage message, CancellationToken cancellation) =>
        handlers.TryGetValue(message.Kind, out var handler)
            ? handler.LostAsync(work, message, cancellation)
            : Task.CompletedTask;

    // 1 s, 2 s, 4 s … 5 min; up to a quarter more, by the message's id, so that many do not come back at once.
    private static TimeSpan PauseAfter(OutboxMessage message, OutboxResult result)
    {
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(message.Attempts - 1, 10)));
        pause = pause < LongestPause ? pause : LongestPause;
        pause += pause * (message.Id.ToByteArray()[0] / 1024.0);
        return result.RetryAfter > pause ? result.RetryAfter.Value : pause;
    }
}
