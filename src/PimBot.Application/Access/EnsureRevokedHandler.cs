using System.Text.Json;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Application.Access;

/// <summary>Makes the target take away what is over: asked again for ever, until it shows the access gone.</summary>
public sealed class EnsureRevokedHandler(IAccessTarget target) : IOutboxHandler
{
    /// <summary>At this failure administrators are told.</summary>
    private const int FailuresBeforeAlarm = 3;

    public string Kind => OutboxKinds.EnsureRevoked;

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var asked = JsonSerializer.Deserialize<TargetGrant>(message.Payload, JsonSerializerOptions.Web)!;
        var result = await target.EnsureRevokedAsync(asked, cancellation);
        if (result.Outcome is TargetOutcome.Done)
        {
            return OutboxResult.DoneAnd((work, stop) => GoneAsync(work, asked.Id, stop));
        }

        var error = result.Detail ?? result.Outcome.ToString();
        return new OutboxResult(error, Record: (work, stop) => DelayedAsync(work, asked.Id, error, stop));
    }

    private static async Task GoneAsync(IPimUnitOfWork work, GrantId id, CancellationToken cancellation)
    {
        if (await work.Grants.FindAsync(id, cancellation) is { State: GrantState.Revoking } grant)
        {
            var gone = GrantLife.Gone(grant);
            work.Grants.Update(grant, gone);
            work.Audit.Append(AuditEvents.Of(AuditAction.AccessRevoked, gone, null));
        }
    }

    private static async Task DelayedAsync(
        IPimUnitOfWork work,
        GrantId id,
        string error,
        CancellationToken cancellation
    )
    {
        if (await work.Grants.FindAsync(id, cancellation) is not { State: GrantState.Revoking } grant)
        {
            return;
        }

        var delayed = GrantLife.Delayed(grant, error);
        work.Grants.Update(grant, delayed);
        if (delayed.Failures is not (1 or FailuresBeforeAlarm))
        {
            return;
        }

        work.Audit.Append(AuditEvents.Of(AuditAction.TargetFailed, delayed, null, detail: error));
        var request = await work.Requests.FindAsync(new RequestId(id.Value), cancellation);
        if (delayed.Failures == FailuresBeforeAlarm && request is not null)
        {
            await AdministratorReader.TellAsync(work, NoticeKind.RevocationDelayed, request, "delayed", cancellation);
        }
    }
}
