using PimBot.Application.Work;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Verification;

/// <summary>Whether a request waits for verification now.</summary>
internal static class VerificationStanding
{
    public static Task<VerificationOutcome> ReadAsync(IPimStore store, RequestId id, CancellationToken cancellation) =>
        store.ReadAsync(async (work, stop) => Of(await work.Requests.FindAsync(id, stop), work.Now), cancellation);

    public static VerificationOutcome Of(ActivationRequest? request, DateTimeOffset now) =>
        request switch
        {
            null => VerificationOutcome.UnknownRequest,
            { State: RequestState.AwaitingVerification } when now < request.VerifyBy => VerificationOutcome.Open,
            { State: RequestState.AwaitingVerification } => VerificationOutcome.TooLate,
            { State: RequestState.TimedOut, Outcome.Code: ReasonCode.VerificationWindowPassed } =>
                VerificationOutcome.TooLate,
            _ => VerificationOutcome.Settled,
        };
}
