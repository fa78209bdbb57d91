using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Notifications;

/// <summary>What follows in the store from the delivery of a notice.</summary>
internal static class NoticeRecord
{
    /// <summary>Cards that could not be changed yet follow the request like the new one.</summary>
    public static async Task RetiredAsync(
        IPimUnitOfWork work,
        NoticeFacts facts,
        IReadOnlyList<SentCard> stale,
        CancellationToken cancellation
    )
    {
        var (notice, retired) = (facts.Notice, facts.Retired is null ? [] : facts.Sent.Except(stale));
        foreach (var old in retired)
        {
            await SentCards.RemoveAsync(work, notice.Request, notice.Person, old, cancellation);
        }

        if (stale.Count > 0)
        {
            var occasion = $"retire/{notice.Kind}/{stale[^1].ActivityId}/{work.Now.UtcTicks}";
            work.Tell(NoticeKind.RequestRefreshed, notice.Person, notice.Request, occasion);
        }
    }

    /// <summary>The message is there: its card is remembered, and the person counts as reached.</summary>
    public static async Task DeliveredAsync(
        IPimUnitOfWork work,
        NoticeFacts facts,
        DeliveredCard delivered,
        CancellationToken cancellation
    )
    {
        var (notice, request) = (facts.Notice, facts.View.Request);
        if (delivered is { ActivityId: { } activityId, Reference: { } reference } && facts.IsTracked)
        {
            var sent = new SentCard(reference, activityId, work.Now);
            await SentCards.AddAsync(work, notice.Request, notice.Person, sent, cancellation);
        }

        if (
            notice.Kind is NoticeKind.ApprovalAsked
            && await UnreachablePeople.RemoveAsync(work, notice.Request, notice.Person, cancellation)
        )
        {
            work.Tell(
                NoticeKind.RequestRefreshed,
                request.Requester,
                request.Id,
                $"reached/{notice.Person}/{work.Now.UtcTicks}"
            );
        }
    }

    /// <summary>The request may have moved on while its card was under way: the card follows.</summary>
    public static async Task CatchUpAsync(IPimUnitOfWork work, NoticeFacts facts, CancellationToken cancellation)
    {
        var shown = facts.View.Request;
        var now = await work.Requests.FindAsync(shown.Id, cancellation);
        if (now is null || (now.State == shown.State && now.Version == shown.Version))
        {
            return;
        }

        var kind = facts.IsForApprover ? NoticeKind.ApprovalSettled : NoticeKind.RequestRefreshed;
        work.Tell(kind, facts.Notice.Person, shown.Id, $"caught-up/{now.Version}/{facts.Notice.Kind}");
    }

    /// <summary>Nobody was reached, in no way: that is recorded where somebody counts on it, and the requester sees it of an approver.</summary>
    public static async Task UnreachableAsync(
        IPimUnitOfWork work,
        NoticeFacts facts,
        string why,
        CancellationToken cancellation
    )
    {
        var request = facts.View.Request;
        if (facts.Notice.Kind is NoticeKind.RevocationDelayed)
        {
            work.Audit.Append(
                new AuditEvent
                {
                    Action = AuditAction.NotificationFailed,
                    Subject = facts.Notice.Person,
                    Access = request.Access,
                    Request = request.Id,
                    Detail = $"{facts.Notice.Kind}: {why}",
                }
            );
        }

        if (facts.Notice.Kind is NoticeKind.ApprovalAsked)
        {
            await ApproverUnreachableAsync(work, request, facts.Notice.Person, why, cancellation);
        }
    }

    /// <summary>An approver could be reached in no way.</summary>
    public static async Task ApproverUnreachableAsync(
        IPimUnitOfWork work,
        ActivationRequest request,
        PersonId approver,
        string why,
        CancellationToken cancellation
    )
    {
        if (!await UnreachablePeople.AddAsync(work, request, approver, why, cancellation))
        {
            return;
        }

        var unreachable = await UnreachablePeople.OfAsync(work, request.Id, cancellation);
        var nobodyLeft = request.Asked.All(unreachable.Contains);
        work.Tell(
            nobodyLeft ? NoticeKind.RequestChanged : NoticeKind.RequestRefreshed,
            request.Requester,
            request.Id,
            $"unreachable/{approver}"
        );
    }
}
