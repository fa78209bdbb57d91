using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Closes what waited too long, and tries again to remove owners who were the last.</summary>
public sealed class AdvanceDueAssignmentRequests(DueWork due) : IBackgroundPass
{
    public string Name => "assignment requests that wait";

    public Task<int> RunOnceAsync(CancellationToken cancellation) =>
        due.RunAsync(
            (work, most, lease, stop) => work.AssignmentRequests.ClaimDueAsync(most, lease, stop),
            AdvanceAsync,
            cancellation
        );

    private static async Task AdvanceAsync(
        IPimUnitOfWork work,
        AssignmentRequest claimed,
        CancellationToken cancellation
    )
    {
        var request = await work.AssignmentRequests.FindAsync(claimed.Id, cancellation);
        if (request?.NextDue is not { } dueAt || dueAt > work.Now)
        {
            return;
        }

        if (request.WaitsFor is PendingReason.AnotherOwner)
        {
            await RetryAsync(work, request, cancellation);
        }
        else
        {
            var timedOut = AssignmentRequestLife.TimedOut(request, work.Now);
            await AssignmentProgress.SettleAsync(work, request, timedOut, null, null, cancellation);
        }
    }

    private static async Task RetryAsync(IPimUnitOfWork work, AssignmentRequest request, CancellationToken cancellation)
    {
        var existing = await work.Assignments.FindAsync(request.Assignment, cancellation);
        var right = request.Review is not null
            ? AdministrationRight.Manage
            : await AdministratorRights.OverAsync(work, request.CreatedBy, request.Access, cancellation);
        var facts = await AssignmentFactsReader.ReadAsync(work, request, existing, right, true, cancellation);
        switch (facts is null ? Refusal.Because(ReasonCode.UnknownAccess) : AssignmentRules.Check(facts))
        {
            case null:
                await AssignmentProgress.CarryOutAsync(work, request, request, facts!, cancellation);
                break;
            case { Code: ReasonCode.LastGroupOwner } when work.Now < request.DecideBy:
                work.AssignmentRequests.Update(request, AssignmentRequestLife.TryLater(request, work.Now));
                break;
            case { } refusal:
                var failed = AssignmentRequestLife.Failed(request, work.Now, refusal.Code);
                await AssignmentProgress.SettleAsync(work, request, failed, null, null, cancellation);
                break;
        }
    }
}
