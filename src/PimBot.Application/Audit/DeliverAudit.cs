using PimBot.Application.Work;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>
/// Brings the audit to one place outside, in order and at least once: claims the place, delivers what is new, and keeps
/// how far it got. What fails is tried again with growing pauses, for ever.
/// </summary>
public sealed class DeliverAudit(IAuditSink sink, IPimStore store, IAuditAlarm alarm) : IBackgroundPass
{
    /// <summary>Entries that a feed is given at once.</summary>
    public const int LargestBatch = 100;

    // Three failures of an anchor are half a minute; a feed may be away for as long as a restart of its other end.
    private const int FailuresBeforeAlarm = 3;
    private static readonly TimeSpan FeedAwayBeforeAlarm = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestFeedPause = TimeSpan.FromMinutes(5);

    /// <summary>What is new is anchored once a minute at the latest, with room for the delivery itself.</summary>
    private static readonly TimeSpan AnchorEvery = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FeedEvery = TimeSpan.FromSeconds(2);

    public string Name => $"audit that is owed to {sink.Name}";

    public TimeSpan Interval => sink.IsAnchor ? AnchorEvery : FeedEvery;

    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        if (!await store.ReadAsync(HasNewAsync, cancellation))
        {
            return 0;
        }

        var (outlet, batch) = await store.CommitAsync(ClaimAsync, cancellation);
        if (outlet is null || batch is null)
        {
            return 0;
        }

        var sent = await SendAsync(batch, cancellation);
        // What was delivered is kept even when the process is to stop: else it would be delivered once more.
        return await store.CommitAsync(
            (work, stop) => RecordAsync(work, outlet, batch, sent, stop),
            CancellationToken.None
        );
    }

    private async Task<bool> HasNewAsync(IPimUnitOfWork work, CancellationToken cancellation)
    {
        var outlets = await work.AuditOutlets.ListAsync(cancellation);
        var standing = await work.Audit.StandingAsync(cancellation);
        return standing.End.Sequence > (outlets.FirstOrDefault(o => o.Name == sink.Name)?.Sequence ?? 0);
    }

    private async Task<(AuditOutlet? Outlet, AuditBatch? Batch)> ClaimAsync(
        IPimUnitOfWork work,
        CancellationToken cancellation
    )
    {
        if (await work.AuditOutlets.ClaimAsync(sink.Name, Lease, cancellation) is not { } outlet)
        {
            return (null, null);
        }

        var from = sink.IsAnchor ? (await work.Audit.StandingAsync(cancellation)).End.Sequence - 1 : outlet.Sequence;
        var entries = await work.Audit.ReadAsync(
            Math.Max(from, outlet.Sequence),
            sink.IsAnchor ? 1 : LargestBatch,
            cancellation
        );
        if (entries.Count == 0)
        {
            await work.AuditOutlets.ReleaseAsync(outlet, cancellation);
            return (null, null);
        }

        var of = await work.Audit.StoreAsync(cancellation);
        return (outlet, new AuditBatch(of!, entries, outlet.Mark, work.Now));
    }

    private async Task<AuditSent> SendAsync(AuditBatch batch, CancellationToken cancellation)
    {
        try
        {
            return await sink.SendAsync(batch, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new AuditSent(0, batch.Mark, OutboxResult.Stopped);
        }
        catch (Exception failure)
        {
            return new AuditSent(0, batch.Mark, failure.GetType().Name);
        }
    }

    private async Task<int> RecordAsync(
        IPimUnitOfWork work,
        AuditOutlet outlet,
        AuditBatch batch,
        AuditSent sent,
        CancellationToken cancellation
    )
    {
        if (sent.Error == OutboxResult.Stopped)
        {
            await work.AuditOutlets.ReleaseAsync(outlet, cancellation);
            return 0;
        }

        if (sent.Count > 0)
        {
            var last = batch.Entries[sent.Count - 1];
            var isHeld = await work.AuditOutlets.MoveAsync(
                outlet,
                new(last.Sequence, last.Hash),
                sent.Mark,
                cancellation
            );
            if (isHeld && outlet.FailingSince is not null)
            {
                Note(work, AuditAction.AuditAnchorRestored, AuditAction.AuditFeedRestored, null);
            }

            return isHeld ? sent.Count : 0;
        }

        await FailedAsync(work, outlet, sent.Error ?? "unknown", cancellation);
        return 0;
    }

    private async Task FailedAsync(
        IPimUnitOfWork work,
        AuditOutlet outlet,
        string error,
        CancellationToken cancellation
    )
    {
        var isAlarm = outlet.ToldAt is null && IsLong(outlet, work.Now);
        var toldAt = isAlarm ? work.Now : outlet.ToldAt;
        if (!await work.AuditOutlets.RetryAsync(outlet, work.Now + PauseAfter(outlet), toldAt, cancellation))
        {
            return;
        }

        if (outlet.FailingSince is null)
        {
            Note(work, AuditAction.AuditAnchorFailed, AuditAction.AuditFeedFailed, error);
        }

        if (isAlarm)
        {
            await alarm.RaiseAsync(work, outlet, cancellation);
        }
    }

    private bool IsLong(AuditOutlet outlet, DateTimeOffset now) =>
        sink.IsAnchor
            ? outlet.Attempts + 1 >= FailuresBeforeAlarm
            : now - (outlet.FailingSince ?? now) >= FeedAwayBeforeAlarm;

    private TimeSpan PauseAfter(AuditOutlet outlet)
    {
        var longest = sink.IsAnchor ? AnchorEvery : LongestFeedPause;
        var pause = FirstPause * Math.Pow(2, Math.Min(outlet.Attempts, 10));
        return pause < longest ? pause : longest;
    }

    private void Note(IPimUnitOfWork work, AuditAction ofAnchor, AuditAction ofFeed, string? error) =>
        work.Audit.Append(
            new AuditEvent
            {
                Action = sink.IsAnchor ? ofAnchor : ofFeed,
                Detail = error is null ? sink.Name : $"{sink.Name} {error}",
            }
        );
}
