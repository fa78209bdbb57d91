using PimBot.Application.Work;
using PimBot.Domain.Activations;

namespace PimBot.Application.Activations;

/// <summary>What a request that waits for verification must be proved by.</summary>
public static class VerificationDemand
{
    /// <summary>The authentication context that the role's settings demand; null: any multi-factor authentication.</summary>
    public static async Task<string?> ContextOfAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        CancellationToken cancellation
    ) =>
        (await ActivationFactsReader.ForNextStepAsync(work, request, cancellation))
            .Policy
            .Activation
            .AuthenticationContext;
}
