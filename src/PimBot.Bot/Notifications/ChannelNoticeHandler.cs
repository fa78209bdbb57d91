using System.Text.Json;
using PimBot.Application.Activations;
using PimBot.Application.Approvals;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Bot.People;
using PimBot.Channel.Connector;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Notifications;

/// <summary>
/// Puts a request before its approvers in their channel: one card there, which changes in place when it is settled. A
/// channel that can't be reached is passed over.
/// </summary>
internal sealed class ChannelNoticeHandler(IPimStore store, IConnectorClient connector) : IOutboxHandler
{
    public string Kind => OutboxKinds.ChannelNotice;

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = JsonSerializer.Deserialize<ChannelNotice>(message.Payload, JsonSerializerOptions.Web)!;
        var facts = await store.ReadAsync((work, stop) => ReadAsync(work, notice, stop), cancellation);
        if (facts is null)
        {
            return OutboxResult.Done;
        }

        return notice.IsSettled || facts.Sent.Count > 0
            ? await ChangeAsync(message, facts, cancellation)
            : await AskAsync(message, notice, facts, cancellation);
    }

    private static async Task<Facts?> ReadAsync(
        IPimUnitOfWork work,
        ChannelNotice notice,
        CancellationToken cancellation
    )
    {
        if (await RequestReader.ViewAsync(work, notice.Request, cancellation) is not { } view)
        {
            return null;
        }

        var approvers = new List<string>();
        foreach (var asked in view.Request.Asked)
        {
            if (await PersonChats.FindAsync(work, asked, cancellation) is { Reference.UserId.Length: > 0 } chat)
            {
                approvers.Add(chat.Reference.UserId);
            }
        }

        return new Facts(
            view,
            approvers,
            await GroupChats.FindAsync(work, notice.Conversation, cancellation),
            await SentCards.OfChannelAsync(work, notice.Request, cancellation)
        );
    }

    private async Task<OutboxResult> AskAsync(
        OutboxMessage message,
        ChannelNotice notice,
        Facts facts,
        CancellationToken cancellation
    )
    {
        if (facts.View.Request.State is not RequestState.PendingApproval)
        {
            return OutboxResult.Done;
        }

        if (facts.Reference is not { } reference)
        {
            return OutboxResult.DoneAnd((work, stop) => PassOverAsync(work, notice, "no-reference", stop));
        }

        var outcome = await connector.SendAsync(reference, facts.Activity, cancellation);
        var judgement = SendJudgement.Of(outcome, message);
        return judgement.Verdict switch
        {
            SendVerdict.TryAgain => judgement.Result,
            SendVerdict.Delivered => OutboxResult.DoneAnd(
                (work, stop) => DeliveredAsync(work, notice, facts, reference, outcome.ActivityId, stop)
            ),
            // Nobody knows; whoever waits for it should not count on it.
            SendVerdict.PerhapsDelivered => OutboxResult.DoneAnd(
                (work, stop) => PassOverAsync(work, notice, "unconfirmed", stop)
            ),
            _ => OutboxResult.DoneAnd(
                async (work, stop) =>
                {
                    if (judgement.Verdict is SendVerdict.ReferenceGone)
                    {
                        await GroupChats.ForgetAsync(work, notice.Conversation, stop);
                    }

                    await PassOverAsync(work, notice, outcome.Detail ?? $"{outcome.Kind}", stop);
                }
            ),
        };
    }

    private static async Task PassOverAsync(
        IPimUnitOfWork work,
        ChannelNotice notice,
        string why,
        CancellationToken cancellation
    )
    {
        await PassOverChannel.RunAsync(work, notice.Request, why, cancellation);
        await UnreachablePeople.AddChannelAsync(work, notice.Request, cancellation);
        if (await work.Requests.FindAsync(notice.Request, cancellation) is { } request)
        {
            work.Tell(NoticeKind.RequestRefreshed, request.Requester, request.Id, "channel-unreachable");
        }
    }

    private static async Task DeliveredAsync(
        IPimUnitOfWork work,
        ChannelNotice notice,
        Facts facts,
        ConversationReference reference,
        string? activityId,
        CancellationToken cancellation
    )
    {
        if (activityId is null)
        {
            return;
        }

        var sent = new SentCard(reference, activityId, work.Now);
        await SentCards.AddToChannelAsync(work, notice.Request, sent, cancellation);
        var now = await work.Requests.FindAsync(notice.Request, cancellation);
        if (now is not null && now.Version != facts.View.Request.Version)
        {
            work.Tell(notice with { IsSettled = true }, now);
        }
    }

    private async Task<OutboxResult> ChangeAsync(OutboxMessage message, Facts facts, CancellationToken cancellation)
    {
        foreach (var sent in facts.Sent)
        {
            var outcome = await connector.UpdateAsync(sent.Reference, sent.ActivityId, facts.Activity, cancellation);
            var judgement = SendJudgement.OfRepeatable(outcome, message);
            if (judgement.Verdict is SendVerdict.TryAgain)
            {
                return judgement.Result;
            }
        }

        return OutboxResult.Done;
    }

    private sealed record Facts(
        RequestView View,
        IReadOnlyList<string> Approvers,
        ConversationReference? Reference,
        IReadOnlyList<SentCard> Sent
    )
    {
        public Channel.Schema.Activity Activity =>
            Outgoing.Card(ChannelApprovalCard.For(View, Approvers), $"{View.Requester.Name} asks for {View.Role.Name}");
    }
}
