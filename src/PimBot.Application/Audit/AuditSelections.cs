using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>Makes of a wish and a reader what the store selects.</summary>
public static class AuditSelections
{
    public static async Task<AuditSelection> OfAsync(
        IPimUnitOfWork work,
        PersonId reader,
        AuditFilter filter,
        CancellationToken cancellation
    ) => await OfAsync(work, await AuditSightReader.ReadAsync(work, reader, cancellation), filter, cancellation);

    /// <inheritdoc cref="OfAsync(IPimUnitOfWork, PersonId, AuditFilter, CancellationToken)"/>
    public static async Task<AuditSelection> OfAsync(
        IPimUnitOfWork work,
        AuditSight sight,
        AuditFilter filter,
        CancellationToken cancellation
    )
    {
        if (filter.Scope is not { } top)
        {
            return new AuditSelection(filter, sight);
        }

        var below = (await work.Directory.AllScopesAsync(cancellation)).ToLookup(scope => scope.Parent);
        var scopes = new HashSet<ScopeId> { top };
        var waiting = new Queue<ScopeId>(scopes);
        while (waiting.TryDequeue(out var scope))
        {
            foreach (var child in below[scope].Where(child => scopes.Add(child.Id)))
            {
                waiting.Enqueue(child.Id);
            }
        }

        return new AuditSelection(filter, sight, scopes);
    }
}
