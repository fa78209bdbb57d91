using PimBot.Channel.Connector;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;

namespace PimBot.Testing.Tests;

/// <summary>Says what it was told, through the product's own connector client.</summary>
internal sealed class EchoHandler(IConnectorClient connector) : ITurnHandler
{
    public List<SendOutcomeKind> Outcomes { get; } = [];

    public async Task<TurnResult> OnTurnAsync(Turn turn, CancellationToken cancellation)
    {
        var activity = turn.Activity;
        if (activity.Type == ActivityTypes.Invoke)
        {
            return TurnResult.Answer(InvokeAnswer.Message("Clicked by " + turn.PersonId));
        }

        if (activity.Type == ActivityTypes.Message)
        {
            var reference = new ConversationReference(
                activity.ServiceUrl!,
                activity.Conversation!.Id!,
                activity.ChannelId!,
                activity.Recipient!.Id!,
                activity.From!.Id!,
                turn.TenantId
            );
            var reply = turn.Text == "card" ? Card() : new Activity { Type = "message", Text = turn.Text };
            var outcome = await connector.SendAsync(reference, reply, cancellation);
            Outcomes.Add(outcome.Kind);
        }

        return TurnResult.Nothing;
    }

    public Task FinishedLateAsync(Turn turn, TurnResult? result, CancellationToken cancellation) => Task.CompletedTask;

    private static Activity Card() =>
        new()
        {
            Type = "message",
            Attachments =
            [
                new Attachment { ContentType = Attachment.AdaptiveCardType, Content = TinyCards.Question("Alice", 1) },
            ],
        };
}
