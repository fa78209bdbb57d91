using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Application.Activations;

/// <summary>Does what time does to requests: windows close, and asked starts are reached and checked again.</summary>
public sealed class AdvanceDueRequests(DueWork due) : IBackgroundPass
{
    public string Name => "requests that wait for a time";

    public Task<int> RunOnceAsync(CancellationToken cancellation) =>
        due.RunAsync(
            (work, most, lease, stop) => work.Requests.ClaimDueAsync(most, lease, stop),
            AdvanceAsync,
            cancellation
        );

    private static async Task AdvanceAsync(
        IPimUnitOfWork work,
        ActivationRequest claimed,
        CancellationToken cancellation
    )
    {
        if (await work.Requests.FindAsync(claimed.Id, cancellation) is not { } request)
        {
            return;
        }

        var facts = await ActivationFactsReader.ForNextStepAsync(work, request, cancellation);
        if (RequestLife.Advance(request, facts) is not { } next)
        {
            return;
        }

        var action = next.State switch
        {
            RequestState.TimedOut => AuditAction.RequestTimedOut,
            RequestState.Failed => AuditAction.RequestFailed,
            _ => AuditAction.StartReached,
        };
        work.Audit.Append(AuditEvents.Of(action, next, null, detail: next.Outcome?.Code?.ToString()));
        await RequestProgress.UpdateAsync(work, request, next, facts, true, cancellation);
    }
}
