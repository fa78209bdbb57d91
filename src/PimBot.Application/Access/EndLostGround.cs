using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>
/// Ends activations of people who were disabled, left a group, or lost their eligibility by any other way than a
/// use case, which does so by itself. A slow sweep through all that is active.
/// </summary>
public sealed class EndLostGround(IPimStore store, IWorkObserver observer) : IBackgroundPass
{
    private const int PageSize = 100;

    private GrantId? after;

    public string Name => "activations that lost their ground";

    public TimeSpan Interval => TimeSpan.FromSeconds(20);

    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var page = await store.ReadAsync(
            (work, stop) => work.Grants.ActivePageAsync(after, PageSize, stop),
            cancellation
        );
        after = page.Count < PageSize ? null : page[^1].Id;
        var lost = await store.ReadAsync((work, stop) => LostAsync(work, page, stop), cancellation);
        foreach (var grant in lost)
        {
            await EndAsync(grant, cancellation);
        }

        // A full page is followed by the next one at once.
        return after is null ? 0 : page.Count;
    }

    private static async Task<IReadOnlyList<GrantId>> LostAsync(
        IPimUnitOfWork work,
        IReadOnlyList<Grant> page,
        CancellationToken cancellation
    )
    {
        var lost = new List<GrantId>();
        foreach (var grant in page)
        {
            if (await LostGround.CauseAsync(work, grant, cancellation) is not null)
            {
                lost.Add(grant.Id);
            }
        }

        return lost;
    }

    // Judged again in the unit of work that ends it.
    private async Task EndAsync(GrantId id, CancellationToken cancellation)
    {
        try
        {
            await store.CommitAsync(
                async (work, stop) =>
                    await work.Grants.FindAsync(id, stop) is { } grant
                    && await LostGround.EndIfLostAsync(work, grant, stop),
                cancellation
            );
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            observer.DueItemFailed(nameof(EndLostGround), failure);
        }
    }
}
