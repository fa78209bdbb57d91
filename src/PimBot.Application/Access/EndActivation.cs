using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>The holder ends an activation early.</summary>
public static class EndActivation
{
    public static async Task<Decision<Grant>> RunAsync(
        IPimUnitOfWork work,
        GrantId id,
        PersonId by,
        CancellationToken cancellation
    )
    {
        var grant = await work.Grants.FindAsync(id, cancellation);
        if (grant is null)
        {
            return Refusal.Because(ReasonCode.NotActive);
        }

        if (grant.Person != by)
        {
            return Refuse(work, grant, by, Refusal.Because(ReasonCode.NotActive));
        }

        var decision = GrantLife.EndByHolder(grant, by, work.Now);
        if (
            decision.IsAllowed
            && await LastHolder.RefusalAsync(work, grant, countsOverdue: false, cancellation) is { } refusal
        )
        {
            return Refuse(work, grant, by, refusal);
        }

        if (decision.IsAllowed)
        {
            await GrantEnding.SaveAsync(work, grant, decision.Value, tellHolder: false, cancellation);
        }

        return decision;
    }

    private static Refusal Refuse(IPimUnitOfWork work, Grant grant, PersonId by, Refusal refusal)
    {
        work.Audit.Append(AuditEvents.Of(AuditAction.EndRefused, grant, by, $"{refusal.Code}"));
        return refusal;
    }
}
