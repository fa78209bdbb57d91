using PimBot.Application.Work;
using PimBot.Domain.Access;
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
        if (grant is null || grant.Person != by)
        {
            return Refusal.Because(ReasonCode.NotActive);
        }

        var decision = GrantLife.EndByHolder(grant, by, work.Now);
        if (decision.IsAllowed && await LastHolder.RefusalAsync(work, grant, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (decision.IsAllowed)
        {
            await GrantEnding.SaveAsync(work, grant, decision.Value, tellHolder: false, cancellation);
        }

        return decision;
    }
}
