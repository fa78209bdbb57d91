using PimBot.Domain.Audit;

namespace PimBot.Application.Work;

/// <summary>
/// Performs what is owed to the outside: claims, acts, records. What fails is tried again with growing pauses, for
/// ever. While something is under way, what becomes due meanwhile is begun too: a slow effect holds up nothing but
/// what is owed after it under its own key. One for each lane.
/// </summary>
/// <param name="lane">Which messages.</param>
/// <param name="store">The store.</param>
/// <param name="handlers">Those of every kind.</param>
/// <param name="observer">Hears of what went wrong.</param>
/// <param name="signal">Says that something was committed.</param>
/// <param name="time">Measures pauses; decides nothing.</param>
public sealed class DeliverOutbox(
    OutboxLane lane,
    IPimStore store,
    IEnumerable<IOutboxHandler> handlers,
    IWorkObserver observer,
    WorkSignal signal,
    TimeProvider time
) : IBackgroundPass
{
    private const int Most = 64;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, IOutboxHandler> handlers = handlers.ToDictionary(
        h => h.Kind,
        StringComparer.Ordinal
    );

    public string Name =>
        lane switch
        {
            OutboxLane.Access => "access that is owed",
            OutboxLane.Mail => "mails that are owed",
            _ => "messages that are owed",
        };

    public bool WakesOnCommit => true;

    /// <inheritdoc />
    /// <remarks>Ends when nothing is under way any more; when stopped, after what was begun has been recorded or given back.</remarks>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var (handled, underWay) = (0, new List<Task>(Most));
        try
        {
            do
            {
                var committed = signal.Next;
                var claimed = await ClaimAsync(Most - underWay.Count, cancellation);
                handled += claimed.Count;
                underWay.AddRange(claimed.Select(message => DeliverAsync(message, cancellation)));
                await ChangeAsync(underWay, committed, cancellation);
            } while (underWay.Count > 0);

            return handled;
        }
        finally
        {
            await Task.WhenAll(underWay);
        }
    }

    private Task<IReadOnlyList<OutboxMessage>> ClaimAsync(int most, CancellationToken cancellation) =>
        store.CommitAsync((work, stop) => work.Outbox.ClaimAsync(lane, most, Lease, stop), cancellation);

    /// <summary>Waits until something else may be begun, and takes out what has ended.</summary>
    private async Task ChangeAsync(List<Task> underWay, Task committed, CancellationToken cancellation)
    {
        if (underWay.Count > 0)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var ended = Task.WhenAny(underWay);
            var pause = Task.Delay(((IBackgroundPass)this).Interval, time, enough.Token);
            await (underWay.Count < Most ? Task.WhenAny(ended, committed, pause) : ended);
            await enough.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }

        foreach (var ended in underWay.FindAll(delivery => delivery.IsCompleted))
        {
            underWay.Remove(ended);
            await ended;
        }
    }

    // What was begun is recorded even when the process is to stop: its message would be held until the lease is over.
    private async Task DeliverAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var result = await PerformAsync(message, cancellation);
        var recorded = await store.CommitAsync(
            (work, stop) => RecordAsync(work, message, result, stop),
            CancellationToken.None
        );
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
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new OutboxResult(OutboxResult.Stopped);
        }
        catch (Exception failure)
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
        work.Audit.From(new AuditOrigin(null, $"{message.Kind}/{message.Id:D}"));
        var held = await EndClaimAsync(work.Outbox, message, result, work.Now, cancellation);
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

    private static Task<bool> EndClaimAsync(
        IOutbox outbox,
        OutboxMessage message,
        OutboxResult result,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        result switch
        {
            { IsPutBack: true } => outbox.PutBackAsync(message, now + (result.RetryAfter ?? default), cancellation),
            { Error: { } error } => outbox.RetryAsync(message, now + PauseAfter(message, result), error, cancellation),
            _ => outbox.CompleteAsync(message, cancellation),
        };

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
