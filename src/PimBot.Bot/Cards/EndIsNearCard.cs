using PimBot.Application.Activations;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>Shortly before the end: how long is left, and a way to go on or to stop.</summary>
internal static class EndIsNearCard
{
    public static AdaptiveCard For(RequestView view, TimeZoneInfo zone)
    {
        var until = view.Grant?.Until ?? view.Now;
        var left = CardText.Of($"{Words.TimeLeft(until, view.Now)}, until {Words.Clock(until, zone)}");
        return CardParts.Card(
            CardText.Of($"{view.Role.Name} ends soon: {left}"),
            [
                CardParts.Heading(CardText.Of($"{view.Role.Name} ends soon")),
                CardParts.Band(
                    ContainerStyle.Warning,
                    left,
                    CardText.Literal("It ends by itself. Extend it if you need more time.")
                ),
            ],
            view.Grant is { } grant
                ?
                [
                    CardParts.Button("Extend", Verbs.ExtendGrant, CardData.Of(grant.Id), ActionStyle.Positive),
                    CardParts.Button("End now", Verbs.EndGrant, CardData.Of(grant.Id)),
                ]
                : []
        );
    }
}
