using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Application.Activations;

/// <summary>That a role's settings became stricter than a request which waits was made for.</summary>
/// <param name="Policy">What holds for the request now.</param>
/// <param name="Rules">What it lacks by that; at least one.</param>
public sealed record StricterSettings(RolePolicy Policy, IReadOnlyList<StricterRule> Rules)
{
    /// <summary>Null where the request does not wait, or lacks nothing.</summary>
    public static async Task<StricterSettings?> OfAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        CancellationToken cancellation
    )
    {
        if (!request.IsPending)
        {
            return null;
        }

        var ground = await EligibilityReader.ForAsync(work, request.Requester, request.Access, cancellation);
        var policy = await ActivationFactsReader.PolicyOfAsync(work, request, ground, cancellation);
        var rules = StricterRules.LackingIn(request, policy);
        return rules.Count == 0 ? null : new StricterSettings(policy, rules);
    }
}
