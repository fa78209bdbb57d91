using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Access;

/// <summary>Ends assignments whose time is over, and keeps the last holder of a guarded role past the end.</summary>
internal static class AssignmentEnding
{
    private static readonly Supposing Overdue = new(CountsOverdue: true);

    /// <summary>
    /// What became of an assignment whose end has passed and that no pass came to yet: what somebody orders meets it as
    /// time leaves it, so that a late pass takes nobody's last administrator.
    /// </summary>
    public static async Task<Assignment?> SettleAsync(
        IPimUnitOfWork work,
        Assignment? assignment,
        CancellationToken cancellation
    )
    {
        if (
            assignment is not { Stage: not AssignmentStage.Ended }
            || AssignmentLife.Advance(assignment, work.Now) is not { Stage: AssignmentStage.Ended } ended
        )
        {
            return assignment;
        }

        await EndAsync(work, assignment, ended, cancellation);
        return await work.Assignments.FindAsync(assignment.Id, cancellation);
    }

    /// <summary>Ends it, or keeps it where nobody else would be left.</summary>
    public static async Task EndAsync(
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

        var remaining = await RemainingHoldersReader.WithoutAsync(
            work,
            role,
            scope,
            assignment,
            Overdue with
            {
                Without = assignment.Id,
            },
            cancellation
        );
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
                .. (
                    await HolderReader.MembersAsync(work, [assignment.Group!.Value], Overdue, cancellation)
                ).Values.SelectMany(m => m),
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
        // While nobody had looked it did not hold: the target may never have given it, or have taken it away.
        AssignmentProgress.OweTarget(work, assignment, kept);
        if (assignment.KeptSince is null || kept.IsPermanent)
        {
            work.Audit.Append(
                AuditEvents.Of(AuditAction.LastHolderKept, kept, kept.IsPermanent ? "permanent" : "past its end")
            );
            await AssignmentWord.KeptAsync(work, kept, cancellation);
        }
    }
}
