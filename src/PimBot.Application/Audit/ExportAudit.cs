using System.Runtime.CompilerServices;
using PimBot.Application.Exports;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>
/// Copies the audit, as far as the reader may see it, page by page in short reads: memory is flat however long it is.
/// That it was copied is recorded first.
/// </summary>
public static class ExportAudit
{
    /// <summary>Entries that are read, and held, at once.</summary>
    public const int PageSize = 1000;

    /// <summary>Records that the copy is taken, and fixes what is in it.</summary>
    public static async Task<AuditExportPlan> BeginAsync(
        IPimUnitOfWork work,
        PersonId reader,
        AuditFilter filter,
        ExportFormat format,
        CancellationToken cancellation
    )
    {
        var selection = await AuditSelections.OfAsync(work, reader, filter, cancellation);
        var bounds = await work.AuditSearch.BoundsAsync(cancellation);
        var plan = new AuditExportPlan(
            selection,
            format,
            (bounds?.First ?? 1) - 1,
            bounds?.Last ?? 0,
            await work.Audit.StoreAsync(cancellation)
        );
        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.AuditExported,
                Actor = reader,
                Subject = filter.Person ?? filter.Actor ?? filter.Subject,
                Request = filter.Request,
                Detail = $"{format}:{(plan.IsWhole ? "whole" : "part")}:{plan.After + 1}-{plan.Last}",
            }
        );
        return plan;
    }

    /// <summary>The entries, oldest first, each page with its names.</summary>
    public static async IAsyncEnumerable<(IReadOnlyList<AuditEntry> Entries, AuditNames? Names)> PagesAsync(
        IPimStore store,
        AuditExportPlan plan,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var after = plan.After;
        while (after < plan.Last)
        {
            var from = after;
            var page = await store.ReadAsync((work, stop) => ReadAsync(work, plan, from, stop), cancellation);
            if (page.Entries.Count > 0)
            {
                yield return page;
            }

            if (page.Entries.Count < PageSize)
            {
                yield break;
            }

            after = page.Entries[^1].Sequence;
        }
    }

    private static async Task<(IReadOnlyList<AuditEntry> Entries, AuditNames? Names)> ReadAsync(
        IPimUnitOfWork work,
        AuditExportPlan plan,
        long after,
        CancellationToken cancellation
    )
    {
        var entries = await work.AuditSearch.OldestAsync(plan.Selection, after, plan.Last, PageSize, cancellation);
        var names =
            plan.Format is ExportFormat.Csv
                ? await AuditNames.ReadAsync(work, [.. entries.Select(e => e.Event)], cancellation)
                : null;
        return (entries, names);
    }
}
