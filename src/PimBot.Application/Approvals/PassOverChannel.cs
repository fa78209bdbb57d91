using PimBot.Application.Activations;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Application.Approvals;

/// <summary>A role's channel of approvers could not be reached: that is recorded, and nobody waits for it.</summary>
public static class PassOverChannel
{
    /// <summary>Asks the approvers in their own chats, if they were to be asked in the channel only.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="id">The request.</param>
    /// <param name="why">A code, for the audit.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task RunAsync(IPimUnitOfWork work, RequestId id, string why, CancellationToken cancellation)
    {
        if (
            await work.Requests.FindAsync(id, cancellation)
            is not { State: RequestState.PendingApproval, Policy.Activation.Channel: { } channel } request
        )
        {
            return;
        }

        work.Audit.Append(
            AuditEvents.Of(AuditAction.NotificationFailed, request, null, detail: $"channel {channel.Name}: {why}")
        );
        if (channel.IsInsteadOfDirectMessages)
        {
            ActivationWord.AskEach(work, request);
        }
    }
}
