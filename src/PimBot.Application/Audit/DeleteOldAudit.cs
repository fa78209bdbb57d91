using PimBot.Application.Work;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>
/// Deletes what is older than the retention, from the beginning on and in small batches. Each batch leaves a checkpoint,
/// from which the rest is verified, and an entry that vouches for it. What is not yet at every configured place outside
/// stays.
/// </summary>
public sealed class DeleteOldAudit(AuditRetention retention, IEnumerable<IAuditSink> sinks, IPimStore store)
    : IBackgroundPass
{
    private const int Most = 500;

    private readonly IReadOnlyList<string> places = [.. sinks.Select(sink => sink.Name)];

    public string Name => "audit that is old";

    public TimeSpan Interval => TimeSpan.FromMinutes(10);

    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        if (retention.Days is not { } days)
        {
            return 0;
        }

        var old = await store.ReadAsync((work, stop) => OldAsync(work, days, stop), cancellation);
        return old is null ? 0 : await store.CommitAsync((work, stop) => DeleteAsync(work, days, stop), cancellation);
    }

    private async Task<int> DeleteAsync(IPimUnitOfWork work, int days, CancellationToken cancellation)
    {
        if (await OldAsync(work, days, cancellation) is not { } old)
        {
            return 0;
        }

        var checkpoint = new AuditCheckpoint(old.Last.Sequence, old.Last.Hash, work.Now, days);
        if (!await work.Audit.DeleteAsync(checkpoint, cancellation))
        {
            return 0;
        }

        work.Audit.Append(
            new AuditEvent { Action = AuditAction.AuditEntriesDeleted, Detail = checkpoint.Detail(old.Count) }
        );
        return old.Count;
    }

    private async Task<(AuditEntry Last, int Count)?> OldAsync(
        IPimUnitOfWork work,
        int days,
        CancellationToken cancellation
    )
    {
        var outside = await OutsideAsync(work, cancellation);
        var first = await work.Audit.ReadAsync(0, Most, cancellation);
        var before = work.Now - TimeSpan.FromDays(days);
        var old = first.TakeWhile(entry => entry.At < before && entry.Sequence <= outside).ToList();
        return old.Count == 0 ? null : (old[^1], old.Count);
    }

    /// <summary>Up to where the audit is at every place outside.</summary>
    private async Task<long> OutsideAsync(IPimUnitOfWork work, CancellationToken cancellation)
    {
        var outlets = await work.AuditOutlets.ListAsync(cancellation);
        return places
            .Select(place => outlets.FirstOrDefault(outlet => outlet.Name == place)?.Sequence ?? 0)
            .Append(long.MaxValue)
            .Min();
    }
}
