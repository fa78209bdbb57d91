using PimBot.Channel.Schema;

namespace PimBot.Channel.Endpoint;

/// <summary>The body that answers an activity whose delivery mode is <c>expectReplies</c>.</summary>
internal sealed record ExpectedReplies(IReadOnlyList<Activity> Activities)
{
    /// <summary>
    /// No connector sees these, so they say here where they belong. As in the official SDK
    /// (<c>TurnContext.applyConversationReference</c>) that is always the asker's conversation.
    /// </summary>
    public static ExpectedReplies To(Activity asked, IReadOnlyList<Activity> replies) =>
        new([.. replies.Select(reply => Addressed(reply.WithPlainText(), asked))]);

    private static Activity Addressed(Activity reply, Activity asked) =>
        reply with
        {
            Type = reply.Type ?? ActivityTypes.Message,
            Id = null,
            Locale = reply.Locale ?? asked.Locale,
            ServiceUrl = asked.ServiceUrl,
            ChannelId = asked.ChannelId,
            From = asked.Recipient,
            Recipient = asked.From,
            Conversation = asked.Conversation,
            ReplyToId = asked.Id ?? reply.ReplyToId,
        };
}
