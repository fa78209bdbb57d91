using PimBot.Application.Work;
using PimBot.Domain.Access;
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
        var (subject, person) = await store.ReadAsync((work, stop) => MayBeginAsync(work, request, stop), cancellation);
        if (person is null)
        {
            return (null, subject.Standing);
        }

        try
        {
            return await BeginAsync(SignInState.NewFor(request), browser, person.Upn, subject.Context, cancellation);
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
        string? context,
        CancellationToken cancellation
    )
    {
        var nonce = RandomText.New();
        var (address, verifier) = await client.BeginAsync(state.ToString(), nonce, loginHint, context);
        var outcome = await store.CommitAsync(
            async (work, stop) =>
            {
                var (subject, person) = await MayBeginAsync(work, state.Request, stop);
                if (person is not null)
                {
                    var pending = new PendingSignIn(nonce, verifier, browser, work.Now, context);
                    await PendingSignIns.KeepAsync(work, state, pending, stop);
                }

                return subject.Standing;
            },
            cancellation
        );
        return (outcome is VerificationOutcome.Open ? address : null, outcome);
    }

    /// <summary>The person is null when they may not begin; the subject's standing says why.</summary>
    private static async Task<(VerificationSubject Subject, Person? Person)> MayBeginAsync(
        IPimUnitOfWork work,
        RequestId ticket,
        CancellationToken cancellation
    )
    {
        var subject = await VerificationSubject.ReadAsync(work, ticket, cancellation);
        if (subject is not { Standing: VerificationOutcome.Open, Person: { } id })
        {
            return (subject, null);
        }

        var person = await work.Directory.FindPersonAsync(id, cancellation);
        return person is { Enabled: true }
            ? (subject, person)
            : (subject with { Standing = VerificationOutcome.AccountRefused }, null);
    }
}
