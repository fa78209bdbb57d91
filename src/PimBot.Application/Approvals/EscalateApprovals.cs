using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Application.Approvals;

/// <summary>
/// Looks whether somebody is left who may decide each request under way; where nobody is, it is put before those who
/// manage the scope (PIM's rule).
/// </summary>
public sealed class EscalateApprovals(IPimStore store, IWorkObserver observer) : IBackgroundPass
{
    private const int Most = 500;

    public string Name => "approvals without an approver";

    public TimeSpan Interval => TimeSpan.FromSeconds(20);

    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var orphans = await store.ReadAsync(OrphansAsync, cancellation);
        foreach (var orphan in orphans)
        {
            await EscalateAsync(orphan, cancellation);
        }

        return 0;
    }

    private static async Task<IReadOnlyList<RequestId>> OrphansAsync(
        IPimUnitOfWork work,
        CancellationToken cancellation
    )
    {
        var orphans = new List<RequestId>();
        foreach (var request in await work.Requests.PendingApprovalAsync(Most, cancellation))
        {
            if (!request.IsEscalated && await IsOrphanAsync(work, request, cancellation))
            {
                orphans.Add(request.Id);
            }
        }

        return orphans;
    }

    private static async Task<bool> IsOrphanAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        CancellationToken cancellation
    ) => (await ActivationFactsReader.ForNextStepAsync(work, request, cancellation)).Approvers.Count == 0;

    // Judged again in the unit of work that escalates it.
    private async Task EscalateAsync(RequestId id, CancellationToken cancellation)
    {
        try
        {
            await store.CommitAsync(
                async (work, stop) =>
                {
                    if (
                        await work.Requests.FindAsync(id, stop)
                            is { State: RequestState.PendingApproval, IsEscalated: false } request
                        && await IsOrphanAsync(work, request, stop)
                    )
                    {
                        await EscalateAsync(work, request, stop);
                    }

                    return true;
                },
                cancellation
            );
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            observer.DueItemFailed(nameof(EscalateApprovals), failure);
        }
    }

    private static async Task EscalateAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        CancellationToken cancellation
    )
    {
        var requester = await work.Directory.FindPersonAsync(request.Requester, cancellation);
        var managers = (await AdministratorRights.ManagersAsync(work, request.Access, cancellation)).Where(m =>
            requester is null || !m.IsSameHumanAs(requester)
        );
        var escalated = RequestLife.Escalate(request, managers.Select(m => m.Id));
        RequestProgress.Rejudge(work, request, escalated);
        work.Audit.Append(AuditEvents.Of(AuditAction.ApprovalEscalated, escalated, null));
        work.Tell(NoticeKind.RequestRefreshed, request.Requester, escalated);
    }
}
