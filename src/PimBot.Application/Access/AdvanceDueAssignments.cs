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
            await EndAsync(work, assignment, next, cancellation);
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

    private static async Task EndAsync(
        IPimUnitOfWork work,
        Assignment assignment,
        Assignment ended,
        CancellationToken cancellation
    )
    {
        if (await IsLastAsync(work, assignment, cancellation))
        {
            await KeepAsync(work, assignment, cancellation);
            return;
        }

        work.Assignments.Update(assignment, ended);
        work.Audit.Append(AuditEvents.Of(AuditAction.AssignmentEnded, ended));
        AssignmentProgress.OweTarget(work, assignment, ended);
        await LostGround.EndAsync(work, ended, cancellation);
        await AssignmentWord.TimeAsync(work, AssignmentNoticeKind.Ended, ended, cancellation);
    }

    // It does not count itself any more: its end has passed.
    private static async Task<bool> IsLastAsync(
        IPimUnitOfWork work,
        Assignment assignment,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(assignment.Access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([assignment.Access.Scope], cancellation)).SingleOrDefault();
        if (assignment.Type is not AssignmentType.Active || role is null || scope is null)
        {
            return false;
        }

        var remaining = await RemainingHoldersReader.WithoutAsync(work, role, scope, assignment, cancellation);
        return remaining is not null
            && await HasEnabledHolderAsync(work, assignment, cancellation)
            && LastHolderGuard.MayGo(
                role,
                AssignmentType.Active,
                remaining with
                {
                    HeldBefore = 1,
                    ApproversAfter = true,
                }
            )
                is not null;
    }

    private static async Task<bool> HasEnabledHolderAsync(
        IPimUnitOfWork work,
        Assignment assignment,
        CancellationToken cancellation
    )
    {
        IReadOnlyCollection<PersonId> holders = assignment.Person is { } person
            ? [person]
            :
            [
                .. (await HolderReader.MembersAsync(work, [assignment.Group!.Value], cancellation)).Values.SelectMany(
                    m => m
                ),
            ];
        var people = await work.Directory.PeopleAsync(holders, cancellation);
        return people.Any(p => p is { Enabled: true, Kind: not PersonKind.ServiceAccount });
    }

    private static async Task KeepAsync(IPimUnitOfWork work, Assignment assignment, CancellationToken cancellation)
    {
        var kept = AssignmentLife.Keep(assignment, work.Now);
        var role = await work.Directory.FindRoleAsync(assignment.Access.Role, cancellation);
        if (role?.Kind is RoleKind.GroupOwner && work.Now - kept.KeptSince >= AssignmentRequestLife.LongestWait)
        {
            // PIM tries for 30 days; whoever still is the only owner stays owner (ours).
            kept = kept with
            {
                End = null,
            };
        }

        work.Assignments.Update(assignment, kept);
        if (assignment.KeptSince is null || kept.IsPermanent)
        {
            work.Audit.Append(
                AuditEvents.Of(AuditAction.LastHolderKept, kept, kept.IsPermanent ? "permanent" : "past its end")
            );
            await AssignmentWord.KeptAsync(work, kept, cancellation);
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
