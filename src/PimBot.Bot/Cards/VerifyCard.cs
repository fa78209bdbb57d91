using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>Where an administrator verifies whose order demands it.</summary>
internal static class VerifyCard
{
    /// <param name="link">Null: this host has no way to verify.</param>
    public static AdaptiveCard For(Uri? link)
    {
        const string Heading = "Verify it’s you";
        var words = link is null
            ? "This PimBot has no way to verify yet. Ask whoever runs it to set it up."
            : "Sign in with a second factor, then come back and repeat what you wanted. It counts for 15 minutes.";
        return CardParts.Card(
            CardText.Literal($"{Heading}. {words}"),
            [CardParts.Heading(CardText.Literal(Heading)), CardParts.Line(CardText.Literal(words))],
            link is null
                ? []
                :
                [
                    new ActionOpenUrl
                    {
                        Title = Heading,
                        Url = link,
                        Style = ActionStyle.Positive,
                    },
                ]
        );
    }
}
