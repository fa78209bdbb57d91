using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Application.Policies;

/// <summary>Finds the pending activations that a role's settings at a scope govern: those there, and those of narrower scopes whose eligibility is held there.</summary>
internal static class GovernedRequests
{
    private const int Page = 500;

    /// <returns>Each with the settings that hold for it now.</returns>
    public static async Task<IReadOnlyList<(ActivationRequest Request, RolePolicy Settings)>> ReadAsync(
        IPimUnitOfWork work,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var governed = new List<(ActivationRequest, RolePolicy)>();
        RequestId? after = null;
        while (true)
        {
            var page = await work.Requests.PendingAsync(after, Page, cancellation);
            foreach (var request in page.Where(r => r.Access.Role == access.Role))
            {
                var ground = await EligibilityReader.ForAsync(work, request.Requester, request.Access, cancellation);
                if (request.Access == access || EligibilityReader.Nearest(work, ground)?.Access == access)
                {
                    var settings = await ActivationFactsReader.PolicyOfAsync(work, request, ground, cancellation);
                    governed.Add((request, settings));
                }
            }

            if (page.Count < Page)
            {
                return governed;
            }

            after = page[^1].Id;
        }
    }
}
