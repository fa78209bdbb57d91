using PimBot.Application.Work;
using PimBot.Domain.Activations;

namespace PimBot.Verification;

/// <summary>Begins a sign-in for a request.</summary>
internal sealed class VerificationStart(IPimStore store, SignInClient client, ILogger<VerificationStart> log)
{
    /// <summary>Where the browser goes; or why it goes nowhere.</summary>
    /// <param name="request">The ticket of the link; it need not be anybody's.</param>
    /// <param name="browser">The mark of the browser.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<(Uri? Address, VerificationOutcome Outcome)> RunAsync(
        RequestId request,
        string browser,
        CancellationToken cancellation
    )
    {
        var (outcome, loginHint) = await store.ReadAsync(
            (work, stop) => MayBeginAsync(work, request, stop),
            cancellation
        );
        if (outcome is not VerificationOutcome.Open)
        {
            return (null, outcome);
        }

        try
        {
            return await BeginAsync(SignInState.NewFor(request), browser, loginHint, cancellation);
        }
        catch (Exception failure) when (ProviderCodes.IsProviders(failure))
        {
            VerificationLog.ProviderUnavailable(log, request.Value, ProviderCodes.ForLog(failure));
            return (null, VerificationOutcome.ProviderUnavailable);
        }
    }

    private async Task<(Uri? Address, VerificationOutcome Outcome)> BeginAsync(
        SignInState state,
        string browser,
        string? loginHint,
        CancellationToken cancellation
    )
    {
        var nonce = RandomText.New();
        var (address, verifier) = await client.BeginAsync(state.ToString(), nonce, loginHint);
        var outcome = await store.CommitAsync(
            async (work, stop) =>
            {
                var (standing, _) = await MayBeginAsync(work, state.Request, stop);
                if (standing is VerificationOutcome.Open)
                {
                    var pending = new PendingSignIn(nonce, verifier, browser, work.Now);
                    await PendingSignIns.KeepAsync(work, state, pending, stop);
                }

                return standing;
            },
            cancellation
        );
        return (outcome is VerificationOutcome.Open ? address : null, outcome);
    }

    private static async Task<(VerificationOutcome Outcome, string? LoginHint)> MayBeginAsync(
        IPimUnitOfWork work,
        RequestId id,
        CancellationToken cancellation
    )
    {
        var request = await work.Requests.FindAsync(id, cancellation);
        var standing = VerificationStanding.Of(request, work.Now);
        if (standing is not VerificationOutcome.Open)
        {
            return (standing, null);
        }

        var person = await work.Directory.FindPersonAsync(request!.Requester, cancellation);
        return person is { Enabled: true } ? (standing, person.Upn) : (VerificationOutcome.AccountRefused, null);
    }
}
