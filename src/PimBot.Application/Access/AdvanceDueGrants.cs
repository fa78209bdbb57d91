using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Access;

/// <summary>Ends what is over and reminds of what is nearly over. Most overdue first, so that a restart begins with what was missed.</summary>
public sealed class AdvanceDueGrants(DueWork due) : IBackgroundPass
{
    public string Name => "grants that end";

    public Task<int> RunOnceAsync(CancellationToken cancellation) =>
        due.RunAsync(
            (work, most, lease, stop) => work.Grants.ClaimDueAsync(most, lease, stop),
            AdvanceAsync,
            cancellation
        );

    private static async Task AdvanceAsync(IPimUnitOfWork work, Grant claimed, CancellationToken cancellation)
    {
        var grant = await work.Grants.FindAsync(claimed.Id, cancellation);
        switch (grant is null ? null : GrantLife.Advance(grant, work.Now))
        {
            case { State: GrantState.Revoking } ended:
                if (await LastHolder.KeepAsync(work, grant!, cancellation))
                {
                    break;
                }

                await GrantEnding.SaveAsync(work, grant!, ended, tellHolder: true, cancellation);
                break;
            case { } reminded:
                work.Grants.Update(grant!, reminded);
                work.Tell(
                    NoticeKind.EndIsNear,
                    reminded.Person,
                    new RequestId(reminded.Id.Value),
                    $"{reminded.Until?.UtcTicks}"
                );
                break;
            case null:
                break;
        }
    }
}
