using PimBot.Application.Audit;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>
/// Saves an assignment request with all that follows from it: the assignment, what the target owes, activations that
/// lost their ground, and word to those whom it concerns. The only place where assignments and their requests change.
/// </summary>
internal static class AssignmentProgress
{
    /// <summary>Saves a request that waits, and tells those who can settle it.</summary>
    public static async Task<AssignmentRequest> WaitAsync(
        IPimUnitOfWork work,
        AssignmentRequest request,
        PendingReason reason,
        AssignmentFacts facts,
        CancellationToken cancellation
    )
    {
        var waiting = AssignmentRequestLife.Wait(request, reason, work.Now);
        work.AssignmentRequests.Add(waiting);
        work.Audit.Append(AuditEvents.Of(AuditAction.AssignmentRequested, waiting, ActorOf(waiting), $"{reason}"));
        await AssignmentWord.DecisionAskedAsync(work, waiting, facts.Policy, cancellation);
        return waiting;
    }

    /// <summary>A confirmed removal of a group's last owner is tried again until there is another, as an unconfirmed one is.</summary>
    public static async Task<AssignmentRequest> WaitForOwnerAsync(
        IPimUnitOfWork work,
        AssignmentRequest before,
        AssignmentRequest confirmed,
        CancellationToken cancellation
    )
    {
        var waiting = AssignmentRequestLife.Wait(confirmed, PendingReason.AnotherOwner, work.Now);
        work.AssignmentRequests.Update(before, waiting);
        work.Audit.Append(
            AuditEvents.Of(
                AuditAction.AssignmentRequestApproved,
                waiting,
                waiting.Decision?.By,
                $"{PendingReason.AnotherOwner}",
                waiting.Decision?.Reason
            )
        );
        AssignmentWord.Settled(work, waiting, waiting.Decision?.By);
        await ReviewRemoval.SettledAsync(work, before, waiting, cancellation);
        return waiting;
    }

    /// <summary>Does what an allowed request asks for.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="before">The request as it was stored; null when it is new.</param>
    /// <param name="request">The request.</param>
    /// <param name="facts">What was judged.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<AssignmentRequest> CarryOutAsync(
        IPimUnitOfWork work,
        AssignmentRequest? before,
        AssignmentRequest request,
        AssignmentFacts facts,
        CancellationToken cancellation
    )
    {
        var done = AssignmentRequestLife.Done(request, work.Now);
        Save(work, before, done);
        if (facts.Pending is { } other && other.Id != done.Id)
        {
            var canceled = AssignmentRequestLife.Canceled(other, work.Now, done.CreatedBy);
            await SettleAsync(work, other, canceled, done.CreatedBy, null, cancellation);
        }

        var changed = done.Action is RequestAction.AdminRemove ? null : Next(done, facts.Existing, work.Now);
        Write(work, facts.Existing, changed);
        work.Audit.Append(AuditEvents.Of(ActionOf(done), done, ActorOf(done), Period(done)));
        OweTarget(work, facts.Existing, changed);
        if (facts.Existing is { } lost)
        {
            await LostGround.EndAsync(work, lost, cancellation);
        }

        if (before is not null)
        {
            AssignmentWord.DecisionSettled(work, done);
        }

        await AssignmentWord.ChangedAsync(work, done, facts.Policy, cancellation);
        await ReviewRemoval.SettledAsync(work, before, done, cancellation);
        return done;
    }

    /// <summary>Saves the end of a request that leads to nothing, and tells the one who asked.</summary>
    public static async Task SettleAsync(
        IPimUnitOfWork work,
        AssignmentRequest before,
        AssignmentRequest settled,
        PersonId? by,
        string? reason,
        CancellationToken cancellation
    )
    {
        work.AssignmentRequests.Update(before, settled);
        var action = settled.State switch
        {
            RequestState.Denied => AuditAction.AssignmentRequestDenied,
            RequestState.Canceled => AuditAction.AssignmentRequestCanceled,
            RequestState.TimedOut => AuditAction.AssignmentRequestTimedOut,
            _ => AuditAction.AssignmentRequestFailed,
        };
        work.Audit.Append(AuditEvents.Of(action, settled, by, settled.Outcome?.Code?.ToString(), reason));
        AssignmentWord.Settled(work, settled, by);
        await ReviewRemoval.SettledAsync(work, before, settled, cancellation);
    }

    /// <summary>Owes the target what an active assignment gives, or no longer gives.</summary>
    public static void OweTarget(IPimUnitOfWork work, Assignment? before, Assignment? after)
    {
        if (before?.Type is AssignmentType.Active || after?.Type is AssignmentType.Active)
        {
            work.SyncAssignment(after ?? before!, $"{after?.Version ?? before!.Version + 1}/{work.Now.UtcTicks}");
        }
    }

    private static void Save(IPimUnitOfWork work, AssignmentRequest? before, AssignmentRequest done)
    {
        if (before is null)
        {
            work.AssignmentRequests.Add(done);
        }
        else
        {
            work.AssignmentRequests.Update(before, done);
        }
    }

    private static void Write(IPimUnitOfWork work, Assignment? before, Assignment? after)
    {
        switch (before, after)
        {
            case (null, { }):
                work.Assignments.Add(after);
                break;
            case ({ }, { }):
                work.Assignments.Update(before, after);
                break;
            default:
                work.Assignments.Remove(before!);
                break;
        }
    }

    private static Assignment Next(AssignmentRequest request, Assignment? existing, DateTimeOffset now)
    {
        // A renewal begins anew; what runs keeps its start unless another is asked for.
        var start = request.Ask.Start ?? (existing is { } e && !e.IsOverAt(now) ? e.Start : now);
        return new Assignment
        {
            Id = request.Assignment,
            Person = request.Principal.Person,
            Group = request.Principal.Group,
            Access = request.Access,
            Type = request.Ask.Type,
            Start = start,
            End = request.Ask.End,
            CreatedAt = existing is null ? now : existing.CreatedAt,
            Stage = AssignmentLife.StageOf(start, request.Ask.End, now),
            Version = existing?.Version ?? 0,
        };
    }

    // What a review removes is removed by PimBot itself.
    private static PersonId? ActorOf(AssignmentRequest request) =>
        request.Decision?.By ?? (request.Review is null ? request.CreatedBy : null);

    private static AuditAction ActionOf(AssignmentRequest done) =>
        done.Action switch
        {
            RequestAction.AdminAssign => AuditAction.AssignmentAdded,
            RequestAction.AdminRemove => AuditAction.AssignmentRemoved,
            _ => AuditAction.AssignmentChanged,
        };

    private static string Period(AssignmentRequest done) =>
        $"{done.Action}:{done.Ask.Type}:{Instant(done.Ask.Start) ?? "now"}/{Instant(done.Ask.End) ?? "permanent"}";

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("O");
}
