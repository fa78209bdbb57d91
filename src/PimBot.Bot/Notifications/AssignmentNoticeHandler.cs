using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Notifications;

/// <summary>
/// Brings people word of standing assignments, by cards rendered from the state at the moment of delivery. A card that
/// asks for a decision changes in place for everybody who was asked.
/// </summary>
internal sealed class AssignmentNoticeHandler(
    IPimStore store,
    CardDelivery delivery,
    MailFallback mail,
    AssignmentNoticeReader reader
) : IOutboxHandler
{
    public string Kind => OutboxKinds.AssignmentNotice;

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = JsonSerializer.Deserialize<AssignmentNotice>(message.Payload, JsonSerializerOptions.Web)!;
        if (notice is { Person: null, Address: null })
        {
            return OutboxResult.DoneAnd((work, stop) => TellEverybodyAskedAsync(work, notice, stop));
        }

        var facts = await store.ReadAsync((work, stop) => reader.ReadAsync(work, notice, stop), cancellation);
        return facts switch
        {
            null or { IsPointless: true } or { To: null } => OutboxResult.Done,
            { InPlace: true } => await ChangeAsync(message, facts, cancellation),
            { To: { } to } => await SendAsync(message, facts, to, cancellation),
        };
    }

    private async Task<OutboxResult> SendAsync(
        OutboxMessage message,
        AssignmentNoticeFacts facts,
        CardRecipient to,
        CancellationToken cancellation
    )
    {
        var sent = await delivery.SendAsync(message, to, facts.Activity, cancellation);
        return sent.Verdict is SendVerdict.TryAgain
            ? sent.Result
            : OutboxResult.DoneAnd((work, stop) => RecordAsync(work, facts, to, sent, stop));
    }

    private async Task RecordAsync(
        IPimUnitOfWork work,
        AssignmentNoticeFacts facts,
        CardRecipient to,
        DeliveredCard sent,
        CancellationToken cancellation
    )
    {
        var notice = facts.Notice;
        await CardDelivery.RecordAsync(work, to, sent, cancellation);
        if (sent.Verdict is not SendVerdict.Delivered && !await MailAsync(work, notice, to, cancellation))
        {
            work.Audit.Append(
                new AuditEvent
                {
                    Action = AuditAction.PersonUnreachable,
                    Subject = to.Person,
                    Access = notice.Access,
                    Request = notice.Request,
                    Detail = $"{notice.Kind}: {sent.Why}",
                }
            );
        }

        if (
            notice is { Kind: AssignmentNoticeKind.DecisionAsked, Request: { } request }
            && sent is { IsThere: true, Reference: { } reference, ActivityId: { } activityId }
        )
        {
            var card = new SentCard(reference, activityId, work.Now);
            await SentCards.AddAsync(work, request, to.Person, card, cancellation);
            // It may have been settled while its card was under way: the card follows.
            if (await work.AssignmentRequests.FindAsync(request, cancellation) is not { IsPending: true })
            {
                work.Tell(notice with { Kind = AssignmentNoticeKind.DecisionSettled }, "caught-up");
            }
        }
    }

    private Task<bool> MailAsync(
        IPimUnitOfWork work,
        AssignmentNotice notice,
        CardRecipient to,
        CancellationToken cancellation
    ) =>
        mail.OweAsync(
            work,
            to.Person,
            address => new MailedNotice { Address = address, OfAssignment = notice },
            cancellation
        );

    private async Task<OutboxResult> ChangeAsync(
        OutboxMessage message,
        AssignmentNoticeFacts facts,
        CancellationToken cancellation
    )
    {
        var (again, gone) = await delivery.ChangeAsync(message, facts.Sent, facts.Activity, cancellation);
        var (request, person) = (facts.Notice.Request!.Value, facts.Notice.Person!.Value);
        return again
            ?? OutboxResult.DoneAnd(
                async (work, stop) =>
                {
                    foreach (var sent in gone)
                    {
                        await SentCards.RemoveAsync(work, request, person, sent, stop);
                    }
                }
            );
    }

    private static async Task TellEverybodyAskedAsync(
        IPimUnitOfWork work,
        AssignmentNotice notice,
        CancellationToken cancellation
    )
    {
        if (notice.Request is not { } request)
        {
            return;
        }

        foreach (var person in await SentCards.HoldersAsync(work, request, cancellation))
        {
            work.Tell(notice with { Person = person }, "settled");
        }
    }
}
