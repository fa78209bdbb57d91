using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Does what time does to assignments: starts, notices of the end, the end, and forgetting what can't be renewed any more.</summary>
public sealed class AdvanceDueAssignments(DueWork due) : IBackgroundPass
{
    public string Name => "assignments that begin or end";

    public Task<int> RunOnceAsync(CancellationToken cancellation) =>
        due.RunAsync(
            (work, most, lease, stop) => work.Assignments.ClaimDueAsync(most, lease, stop),
            AdvanceAsync,
            cancellation
        );

    private static async Task AdvanceAsync(IPimUnitOfWork work, Assignment claimed, CancellationToken cancellation)
    {
        if (await work.Assignments.FindAsync(claimed.Id, cancellation) is not { } assignment)
        {
            return;
        }

        if (assignment.Stage is AssignmentStage.Ended)
        {
            await ForgetAsync(work, assignment, cancellation);
            return;
        }

        if (AssignmentLife.Advance(assignment, work.Now) is not { } next)
        {
            return;
        }

        if (next.Stage is AssignmentStage.Ended)
        {
            await AssignmentEnding.EndAsync(work, assignment, next, cancellation);
            return;
        }

        work.Assignments.Update(assignment, next);
        if (assignment.Stage is AssignmentStage.Scheduled)
        {
            AssignmentProgress.OweTarget(work, assignment, next);
        }

        if (next.Stage is AssignmentStage.EndIsNear or AssignmentStage.EndIsClose)
        {
            var kind =
                next.Stage is AssignmentStage.EndIsNear
                    ? AssignmentNoticeKind.EndIsNear
                    : AssignmentNoticeKind.EndIsClose;
            await AssignmentWord.TimeAsync(work, kind, next, cancellation);
        }
    }

    private static async Task ForgetAsync(IPimUnitOfWork work, Assignment assignment, CancellationToken cancellation)
    {
        if (await work.AssignmentRequests.FindPendingAsync(assignment.Id, cancellation) is { } pending)
        {
            var failed = AssignmentRequestLife.Failed(pending, work.Now, ReasonCode.RenewalTooLate);
            await AssignmentProgress.SettleAsync(work, pending, failed, null, null, cancellation);
        }

        work.Assignments.Remove(assignment);
    }
}
