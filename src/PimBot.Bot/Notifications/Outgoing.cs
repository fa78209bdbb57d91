using PimBot.Channel.Cards;
using PimBot.Channel.Schema;

namespace PimBot.Bot.Notifications;

/// <summary>Makes the activities that PimBot sends.</summary>
internal static class Outgoing
{
    public static Activity Text(string text) =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            TextFormat = "plain",
        };

    /// <summary>A card alone: a message of text and card may be split, and could not be updated.</summary>
    public static Activity Card(AdaptiveCard card, string summary) =>
        new()
        {
            Type = ActivityTypes.Message,
            Summary = summary,
            Attachments = [new Attachment { ContentType = Attachment.AdaptiveCardType, Content = card.ToJson() }],
        };
}
