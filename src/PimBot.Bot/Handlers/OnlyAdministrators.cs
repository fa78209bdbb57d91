using PimBot.Bot.Cards;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary>Who administers nothing learns nothing: not even whether what was named exists.</summary>
internal static class OnlyAdministrators
{
    /// <summary>Where no role was named, or none may be.</summary>
    public const string Usual =
        "That is for administrators, and you are not one now. Say “my roles” to see what you can activate.";

    /// <param name="context">The turn.</param>
    /// <param name="sentence">Our own words, the same whatever was named; null: the usual ones.</param>
    public static void Refuse(TurnContext context, string? sentence = null) =>
        context.Show(
            NoticeCard.For(
                "That is for administrators",
                sentence ?? Usual,
                CardParts.Command("My roles", "my roles"),
                CardParts.Command("Help", "help")
            ),
            "That is for administrators"
        );
}
