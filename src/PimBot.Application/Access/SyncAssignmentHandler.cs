using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Access;

/// <summary>Makes the target hold what an active assignment gives at this moment: access while it holds, none otherwise.</summary>
public sealed class SyncAssignmentHandler(IPimStore store, IAccessTarget target) : IOutboxHandler
{
    public string Kind => OutboxKinds.SyncAssignment;

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var asked = JsonSerializer.Deserialize<TargetGrant>(message.Payload, JsonSerializerOptions.Web)!;
        var isWanted = await store.ReadAsync((work, stop) => IsWantedAsync(work, asked.Id, stop), cancellation);
        var result = isWanted
            ? await target.EnsureGrantedAsync(asked, cancellation)
            : await target.EnsureRevokedAsync(asked, cancellation);
        return result.Outcome switch
        {
            TargetOutcome.Done => OutboxResult.DoneAnd(
                (work, stop) => DoneAsync(work, asked, isWanted, message.Fence, stop)
            ),
            // What may not be given is recorded; what may not be taken away is asked for again, for ever.
            TargetOutcome.Refused when isWanted => OutboxResult.DoneAnd(
                (work, _) => FailedAsync(work, asked, result.Detail ?? "refused")
            ),
            _ => new OutboxResult(
                result.Detail ?? "unavailable",
                Record: message.Attempts is 1 or 3
                    ? (work, _) => FailedAsync(work, asked, result.Detail ?? "unavailable")
                    : null
            ),
        };
    }

    /// <summary>What was done late is looked at once more.</summary>
    public async Task LostAsync(IPimUnitOfWork work, OutboxMessage message, CancellationToken cancellation)
    {
        var asked = JsonSerializer.Deserialize<TargetGrant>(message.Payload, JsonSerializerOptions.Web)!;
        if (!await IsWantedAsync(work, asked.Id, cancellation))
        {
            Again(work, asked, message.Fence);
        }
    }

    private static async Task<bool> IsWantedAsync(IPimUnitOfWork work, GrantId id, CancellationToken cancellation) =>
        await work.Assignments.FindAsync(id.Value, cancellation) is { Type: AssignmentType.Active } assignment
        && assignment.HoldsAt(work.Now);

    private static async Task DoneAsync(
        IPimUnitOfWork work,
        TargetGrant done,
        bool wasWanted,
        long fence,
        CancellationToken cancellation
    )
    {
        work.Audit.Append(
            Event(wasWanted ? AuditAction.AssignmentProvisioned : AuditAction.AssignmentDeprovisioned, done, null)
        );
        if (await IsWantedAsync(work, done.Id, cancellation) != wasWanted)
        {
            Again(work, done, fence);
        }
    }

    private static Task FailedAsync(IPimUnitOfWork work, TargetGrant asked, string error)
    {
        work.Audit.Append(Event(AuditAction.TargetFailed, asked, error));
        return Task.CompletedTask;
    }

    private static void Again(IPimUnitOfWork work, TargetGrant asked, long fence) =>
        work.SyncAssignment(
            new Assignment
            {
                Id = asked.Id.Value,
                Person = asked.Person,
                Group = asked.Group,
                Access = asked.Access,
                Type = AssignmentType.Active,
            },
            $"again/{fence}/{work.Now.UtcTicks}"
        );

    private static AuditEvent Event(AuditAction action, TargetGrant about, string? detail) =>
        new()
        {
            Action = action,
            Subject = about.Person,
            Group = about.Group,
            Access = about.Access,
            Detail = detail is null ? $"{about.Id}" : $"{about.Id} {detail}",
        };
}
