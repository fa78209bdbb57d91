using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>Finds entries of the audit, as far as the reader may see them.</summary>
public static class SearchAudit
{
    /// <param name="work">The unit of work.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="before">Only entries with a smaller number; null: from the newest.</param>
    /// <param name="most">Entries on the page.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<AuditPage> RunAsync(
        IPimUnitOfWork work,
        PersonId reader,
        AuditFilter filter,
        long? before,
        int most,
        CancellationToken cancellation
    )
    {
        var selection = await AuditSelections.OfAsync(work, reader, filter, cancellation);
        var found = await work.AuditSearch.NewestAsync(selection, before, most + 1, cancellation);
        var shown = found.Take(most).ToList();
        return new AuditPage
        {
            Now = work.Now,
            Filter = filter,
            Sight = selection.Sight,
            Entries = shown,
            Names = await AuditNames.ReadAsync(work, shown.ConvertAll(entry => entry.Event), cancellation),
            Count =
                before is null && found.Count <= most
                    ? found.Count
                    : await work.AuditSearch.CountAsync(selection, AuditPage.CountBound, cancellation),
            HasMore = found.Count > most,
            IsLater = before is not null,
        };
    }

    /// <summary>One entry with its names; null where there is none, or none that the reader may see: both are answered alike.</summary>
    public static async Task<(AuditEntry Entry, AuditNames Names)?> FindAsync(
        IPimUnitOfWork work,
        PersonId reader,
        long sequence,
        CancellationToken cancellation
    )
    {
        var sight = await AuditSightReader.ReadAsync(work, reader, cancellation);
        return await work.AuditSearch.FindAsync(sight, sequence, cancellation) is { } entry
            ? (entry, await AuditNames.ReadAsync(work, [entry.Event], cancellation))
            : null;
    }
}
