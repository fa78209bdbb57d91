using PimBot.Bot.Verification;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Verification;

/// <summary>Whether verification is waited for now.</summary>
internal static class VerificationStanding
{
    public static VerificationOutcome Of(ActivationRequest request, DateTimeOffset now) =>
        request switch
        {
            { State: RequestState.AwaitingVerification } when now < request.VerifyBy => VerificationOutcome.Open,
            { State: RequestState.AwaitingVerification } => VerificationOutcome.TooLate,
            { State: RequestState.TimedOut, Outcome.Code: ReasonCode.VerificationWindowPassed } =>
                VerificationOutcome.TooLate,
            _ => VerificationOutcome.Settled,
        };

    public static VerificationOutcome Of(AdministratorQuestion question, DateTimeOffset now) =>
        question switch
        {
            { IsAnswered: true } => VerificationOutcome.Settled,
            _ when now - question.At < AdministratorVerification.Lasts => VerificationOutcome.Open,
            _ => VerificationOutcome.LinkTooOld,
        };
}
