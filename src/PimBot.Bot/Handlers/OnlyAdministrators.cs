using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Handlers;

/// <summary>Who administers nothing learns nothing: not even whether what was named exists.</summary>
internal static class OnlyAdministrators
{
    /// <param name="context">The turn.</param>
    /// <param name="sentence">Our own words, the same whatever was named; null: the usual ones.</param>
    public static void Refuse(TurnContext context, string? sentence = null) =>
        context.Show(
            NoticeCard.For(
                "That is for administrators",
                sentence
                    ?? Refusals.Say(
                        Refusal.Because(ReasonCode.NotAdministrator),
                        new RefusalContext(context.Now, context.Zone, "this role")
                    ),
                CardParts.Command("My roles", "my roles"),
                CardParts.Command("Help", "help")
            ),
            "That is for administrators"
        );
}
