using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Activations;

/// <summary>A proof of multi-factor authentication arrives for a request that waits for it.</summary>
public static class VerifyActivation
{
    /// <param name="work">The unit of work.</param>
    /// <param name="id">The request.</param>
    /// <param name="person">Who was verified; only the requester counts.</param>
    /// <param name="proof">Null: the person did not pass, and may try again until the window ends.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<Decision<ActivationRequest>> RunAsync(
        IPimUnitOfWork work,
        RequestId id,
        PersonId person,
        VerificationProof? proof,
        CancellationToken cancellation
    )
    {
        var request = await work.Requests.FindAsync(id, cancellation);
        if (request is null || request.Requester != person)
        {
            return Refusal.Because(ReasonCode.UnknownRequest);
        }

        if (proof is null)
        {
            return NotPassed(work, request);
        }

        var facts = await ActivationFactsReader.ForNextStepAsync(work, request, cancellation);
        var decision = RequestLife.Verify(request, proof, facts);
        if (!decision.IsAllowed)
        {
            work.Audit.Append(
                AuditEvents.Of(AuditAction.VerificationFailed, request, person, detail: $"{decision.Refusal.Code}")
            );
            return decision;
        }

        work.Audit.Append(AuditEvents.Of(AuditAction.VerificationPassed, decision.Value, person, detail: proof.Method));
        if (decision.Value is { State: RequestState.Failed, Outcome.Code: var code })
        {
            work.Audit.Append(AuditEvents.Of(AuditAction.RequestFailed, decision.Value, null, detail: $"{code}"));
        }

        return await RequestProgress.UpdateAsync(work, request, decision.Value, facts, true, cancellation);
    }

    /// <summary>Records that a sign-in is no proof for this request. It has no other effect.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="request">The request that the sign-in was for.</param>
    /// <param name="person">Who signed in; null when it is nobody of this tenant.</param>
    /// <param name="detail">A code, such as <c>OtherPerson</c>.</param>
    public static void NoteRefused(IPimUnitOfWork work, ActivationRequest request, PersonId? person, string detail) =>
        work.Audit.Append(AuditEvents.Of(AuditAction.VerificationFailed, request, person, detail: detail));

    private static Refusal NotPassed(IPimUnitOfWork work, ActivationRequest request)
    {
        if (request.State is not RequestState.AwaitingVerification)
        {
            return Refusal.Because(ReasonCode.NotAwaitingVerification);
        }

        work.Audit.Append(AuditEvents.Of(AuditAction.VerificationFailed, request, request.Requester));
        return Refusal.Because(ReasonCode.VerificationNotPassed, at: request.VerifyBy);
    }
}
