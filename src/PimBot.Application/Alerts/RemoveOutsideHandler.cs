using System.Text.Json;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;

namespace PimBot.Application.Alerts;

/// <summary>
/// Makes the target take away what somebody else gave there: asked again for ever, until it shows it gone. What was
/// adopted goes only once the assignment that takes its place is there.
/// </summary>
public sealed class RemoveOutsideHandler(IAccessTarget target, IOutsideAccessTarget outside) : IOutboxHandler
{
    public string Kind => OutboxKinds.RemoveOutsideAccess;

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var removal = JsonSerializer.Deserialize<OutsideRemoval>(message.Payload, JsonSerializerOptions.Web)!;
        var access = removal.Access;
        if (removal.Adopted is { } assignment)
        {
            var own = new TargetGrant(new GrantId(assignment), access.Person, access.Access, access.Group);
            var given = await target.EnsureGrantedAsync(own, cancellation);
            if (given.Outcome is not TargetOutcome.Done)
            {
                return new OutboxResult(given.Detail ?? given.Outcome.ToString());
            }
        }

        var gone = await outside.EnsureRemovedAsync(access, cancellation);
        return gone.Outcome is TargetOutcome.Done
            ? OutboxResult.DoneAnd((work, stop) => GoneAsync(work, removal, stop))
            : new OutboxResult(
                gone.Detail ?? gone.Outcome.ToString(),
                Record: message.Attempts is 1 or 3 ? (work, stop) => FailedAsync(work, removal, gone) : null
            );
    }

    private static async Task GoneAsync(IPimUnitOfWork work, OutsideRemoval removal, CancellationToken cancellation)
    {
        var found = await work.Alerts.IncidentsAsync([removal.Incident], cancellation);
        work.Audit.Append(Event(AuditAction.OutsideAccessRemoved, removal, null));
        foreach (var incident in found)
        {
            await AlertDifferenceWriter.EndAsync(
                work,
                incident,
                AlertEvents.Of(AuditAction.AlertIncidentFixed, incident, removal.By),
                cancellation
            );
        }
    }

    private static Task FailedAsync(IPimUnitOfWork work, OutsideRemoval removal, TargetResult result)
    {
        work.Audit.Append(Event(AuditAction.TargetFailed, removal, result.Detail ?? result.Outcome.ToString()));
        return Task.CompletedTask;
    }

    private static AuditEvent Event(AuditAction action, OutsideRemoval about, string? detail) =>
        new()
        {
            Action = action,
            Actor = about.By,
            Subject = about.Access.Person,
            Access = about.Access.Access,
            Detail =
                $"outside={about.Access.Id}"
                + (about.Access.Group is { } group ? $" group={group}" : "")
                + (about.Adopted is { } assignment ? $" assignment={assignment:D}" : "")
                + (detail is null ? "" : $" {detail}"),
        };
}
