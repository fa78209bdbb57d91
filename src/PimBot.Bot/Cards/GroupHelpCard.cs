using PimBot.Bot.People;
using PimBot.Channel.Cards;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Cards;

/// <summary>How PimBot works in a group chat or a channel: for everybody there, with nothing personal in it.</summary>
internal static class GroupHelpCard
{
    public static AdaptiveCard For(Turn turn) =>
        For(GroupChats.IdOf(turn), turn.Activity.Conversation?.ConversationType == "channel");

    /// <param name="conversation">The group's or channel's id.</param>
    /// <param name="isChannel">A channel of a team; otherwise a group chat.</param>
    public static AdaptiveCard For(string conversation, bool isChannel)
    {
        var place = isChannel ? "channel" : "group chat";
        return CardParts.Card(
            CardText.Of($"Mention me and ask. What is personal I answer in our own chat, not in this {place}."),
            [
                CardParts.Heading(CardText.Of($"PimBot in this {place}")),
                CardParts.Line(
                    CardText.Literal(
                        "Mention me and ask, for example “activate Exchange Administrator for 2h because mailbox migration”."
                    )
                ),
                CardParts.Line(
                    CardText.Literal("What is personal I answer in our own chat. Here I only say that I did.")
                ),
                CardParts.Subtle(
                    CardText.Of($"For administrators: approvals can be asked for in this {place}, by its id:")
                ),
                new RichTextBlock
                {
                    Spacing = Spacing.Small,
                    Inlines =
                    [
                        .. CardParts.Runs(
                            SafeText.Clean(conversation, 400),
                            part => new TextRun { Text = part, FontType = FontType.Monospace }
                        ),
                    ],
                },
            ],
            [CardParts.Command("My roles", "my roles"), CardParts.Command("Approvals", "approvals")]
        );
    }
}
