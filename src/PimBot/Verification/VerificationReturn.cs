using System.Security.Cryptography;
using System.Text;
using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Verification;

/// <summary>Ends a sign-in: the state is used up, the code redeemed, the ID token checked, and the request moved on.</summary>
internal sealed class VerificationReturn(
    IPimStore store,
    SignInClient client,
    IdTokenCheck check,
    WorkSignal signal,
    ILogger<VerificationReturn> log
)
{
    /// <param name="state">As the provider gave it back.</param>
    /// <param name="browser">The mark of the browser that came back; null when it has none.</param>
    /// <param name="answer">The rest of the answer.</param>
    /// <param name="cancellation">Ends it while nothing was done yet; from then on it goes on to its end.</param>
    public async Task<VerificationOutcome> RunAsync(
        SignInState state,
        string? browser,
        ProviderAnswer answer,
        CancellationToken cancellation
    )
    {
        if (!await store.ReadAsync((work, stop) => PendingSignIns.IsKnownAsync(work, state, stop), cancellation))
        {
            return VerificationOutcome.SignInSpent;
        }

        var pending = await store.CommitAsync(
            (work, stop) => PendingSignIns.TakeAsync(work, state, stop),
            cancellation
        );
        if (pending is null || !IsSame(browser, pending.Browser))
        {
            return VerificationOutcome.SignInSpent;
        }

        if (answer.Error is not null || answer.Code is null)
        {
            VerificationLog.NotCompleted(log, state.Request.Value, ProviderCodes.ForLog(answer.Error ?? "no_code"));
            return ProviderCodes.OutcomeOf(answer.Error ?? "");
        }

        try
        {
            return await EndAsync(state.Request, pending, answer.Code);
        }
        catch (Exception failure) when (ProviderCodes.IsProviders(failure))
        {
            VerificationLog.ProviderUnavailable(log, state.Request.Value, ProviderCodes.ForLog(failure));
            return ProviderCodes.OutcomeOf(failure);
        }
    }

    private async Task<VerificationOutcome> EndAsync(RequestId request, PendingSignIn pending, string code)
    {
        if (await client.RedeemAsync(code, pending.Verifier) is not { } idToken)
        {
            VerificationLog.NotCompleted(log, request.Value, "no_id_token");
            return VerificationOutcome.NotBelieved;
        }

        var verdict = await check.CheckAsync(idToken, pending.Nonce);
        if (!verdict.IsBelieved)
        {
            VerificationLog.NoProof(log, request.Value, verdict.Fault!.Value);
            return VerificationOutcome.NotBelieved;
        }

        var outcome = await store.CommitAsync(
            (work, stop) => SettleAsync(work, request, verdict, stop),
            CancellationToken.None
        );
        signal.Wake();
        return outcome;
    }

    private async Task<VerificationOutcome> SettleAsync(
        IPimUnitOfWork work,
        RequestId id,
        SignInVerdict verdict,
        CancellationToken cancellation
    )
    {
        if (await work.Requests.FindAsync(id, cancellation) is not { } request)
        {
            return VerificationOutcome.UnknownRequest;
        }

        var isOther = verdict.Person is { } person && person != request.Requester;
        if ((isOther ? SignInFault.OtherPerson : verdict.Fault) is { } fault)
        {
            VerifyActivation.NoteRefused(work, request, verdict.Person, $"{fault}");
            return OutcomeOf(fault);
        }

        var proof = new VerificationProof(work.Now, check.Method);
        var decision = await VerifyActivation.RunAsync(work, id, request.Requester, proof, cancellation);
        return decision switch
        {
            { IsAllowed: true, Value.State: RequestState.Failed } => VerificationOutcome.NotGranted,
            { IsAllowed: true } => VerificationOutcome.Verified,
            { Refusal.Code: ReasonCode.VerificationWindowPassed } => VerificationOutcome.TooLate,
            _ => VerificationStanding.Of(request, work.Now),
        };
    }

    private static VerificationOutcome OutcomeOf(SignInFault fault) =>
        fault switch
        {
            SignInFault.OtherTenant or SignInFault.OtherPerson => VerificationOutcome.OtherPerson,
            SignInFault.SignInTooOld => VerificationOutcome.SignInTooOld,
            SignInFault.NoSecondFactor => VerificationOutcome.NoSecondFactor,
            _ => VerificationOutcome.NotBelieved,
        };

    private static bool IsSame(string? given, string expected) =>
        given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(expected));
}
