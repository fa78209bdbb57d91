using System.Security.Cryptography;
using System.Text;
using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Bot.Verification;
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

        var verdict = await check.CheckAsync(idToken, pending.Nonce, pending.Context);
        if (!verdict.IsBelieved)
        {
            VerificationLog.NoProof(log, request.Value, verdict.Fault!.Value);
            return VerificationOutcome.NotBelieved;
        }

        var outcome = await store.CommitAsync(
            (work, stop) => SettleAsync(work, request, pending.Context, verdict, stop),
            CancellationToken.None
        );
        signal.Wake();
        return outcome;
    }

    private async Task<VerificationOutcome> SettleAsync(
        IPimUnitOfWork work,
        RequestId ticket,
        string? context,
        SignInVerdict verdict,
        CancellationToken cancellation
    )
    {
        work.Audit.From(VerificationOrigin.Of(ticket.Value));
        var subject = await VerificationSubject.ReadAsync(work, ticket, cancellation);
        var isOther = verdict.Person is { } person && person != subject.Person;
        var fault = isOther ? SignInFault.OtherPerson : verdict.Fault;
        var method = check.MethodOf(context);
        return subject switch
        {
            { Request: { } request } => fault is null
                ? await SettleAsync(work, request, method, cancellation)
                : Refused(fault.Value, () => VerifyActivation.NoteRefused(work, request, verdict.Person, $"{fault}")),
            { Question: { } question } => fault is null
                ? await SettleAsync(work, ticket, subject, question, method, cancellation)
                : Refused(
                    fault.Value,
                    () => AdministratorVerification.NoteRefused(work, question, verdict.Person, $"{fault}")
                ),
            _ => VerificationOutcome.UnknownRequest,
        };
    }

    private static async Task<VerificationOutcome> SettleAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        string method,
        CancellationToken cancellation
    )
    {
        var proof = new VerificationProof(work.Now, method);
        var decision = await VerifyActivation.RunAsync(work, request.Id, request.Requester, proof, cancellation);
        return decision switch
        {
            { IsAllowed: true, Value.State: RequestState.Failed } => VerificationOutcome.NotGranted,
            // The role's settings demand another authentication context by now.
            { IsAllowed: true, Value.State: RequestState.AwaitingVerification } => VerificationOutcome.NoSecondFactor,
            { IsAllowed: true } => VerificationOutcome.Verified,
            { Refusal.Code: ReasonCode.VerificationWindowPassed } => VerificationOutcome.TooLate,
            _ => VerificationStanding.Of(request, work.Now),
        };
    }

    private static async Task<VerificationOutcome> SettleAsync(
        IPimUnitOfWork work,
        RequestId ticket,
        VerificationSubject subject,
        AdministratorQuestion question,
        string method,
        CancellationToken cancellation
    )
    {
        if (subject.Standing is not VerificationOutcome.Open)
        {
            return subject.Standing;
        }

        await AdministratorVerification.PassAsync(work, ticket.Value, question, method, cancellation);
        return question.IsForExport ? VerificationOutcome.ExportReady : VerificationOutcome.AdministratorVerified;
    }

    private static VerificationOutcome Refused(SignInFault fault, Action note)
    {
        note();
        return OutcomeOf(fault);
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
