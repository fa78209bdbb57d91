using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>The guard of the last holder, for activations.</summary>
internal static class LastHolder
{
    /// <summary>
    /// Why this activation may not end; null: it may. An activation that was kept beyond its eligibility, or its end,
    /// still is the only one there is.
    /// </summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="grant">The activation.</param>
    /// <param name="countsOverdue">Whether what is over counts until a pass has looked at it.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<Refusal?> RefusalAsync(
        IPimUnitOfWork work,
        Grant grant,
        bool countsOverdue,
        CancellationToken cancellation
    ) =>
        await work.Directory.FindRoleAsync(grant.Access.Role, cancellation) is { } role
        && await work.Directory.FindPersonAsync(grant.Person, cancellation)
            is { Enabled: true, Kind: not PersonKind.ServiceAccount }
        && await RemainingHoldersReader.WithoutAsync(work, grant, countsOverdue, cancellation) is { } remaining
            ? LastHolderGuard.MayGo(role, AssignmentType.Active, remaining with { HeldBefore = 1 })
            : null;

    /// <summary>Whether nobody else of the enabled holds the role, whether or not this activation still counts itself.</summary>
    public static async Task<bool> IsLastAsync(
        IPimUnitOfWork work,
        Grant grant,
        bool countsOverdue,
        CancellationToken cancellation
    ) => await RefusalAsync(work, grant, countsOverdue, cancellation) is not null;

    /// <summary>Keeps an activation that is due to end, where nobody else of the enabled holds the role.</summary>
    /// <returns>Whether it was kept.</returns>
    public static async Task<bool> KeepAsync(IPimUnitOfWork work, Grant grant, CancellationToken cancellation)
    {
        if (!await IsLastAsync(work, grant, countsOverdue: true, cancellation))
        {
            return false;
        }

        var kept = GrantLife.Keep(grant, work.Now);
        work.Grants.Update(grant, kept);
        if (grant.KeptSince is null)
        {
            work.Audit.Append(AuditEvents.Of(AuditAction.LastHolderKept, kept, null));
            await AssignmentWord.KeptAsync(work, kept, cancellation);
        }

        return true;
    }
}
