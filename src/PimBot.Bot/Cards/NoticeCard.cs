using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>A short word with the buttons that lead on: refusals, questions answered too late, unknown texts.</summary>
internal static class NoticeCard
{
    /// <param name="heading">Our own words.</param>
    /// <param name="text">May hold names from outside; shown letter for letter.</param>
    /// <param name="buttons">At most 6.</param>
    public static AdaptiveCard For(string heading, string text, params IReadOnlyList<AdaptiveAction> buttons) =>
        CardParts.Card(
            CardText.Of($"{heading}. {text}"),
            [CardParts.Heading(CardText.Literal(heading)), CardParts.Line(CardText.Escaped(text))],
            buttons
        );
}
