using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>What PimBot is for, and how to say it.</summary>
internal static class HelpCard
{
    /// <summary>The first words to somebody who has just met PimBot.</summary>
    public static AdaptiveCard Welcome(string name) =>
        Make(
            CardText.Of($"Hello {name}"),
            CardText.Literal(
                "I give you your privileged roles when you need them, and take them back when the time is up."
            )
        );

    /// <param name="isAdministrator">Whether the reader administers anything: nobody else is shown what administrators say.</param>
    public static AdaptiveCard Help(bool isAdministrator = false) =>
        Make(
            CardText.Literal("What I can do"),
            CardText.Literal("Ask in your own words; I ask for what is missing. Say “cancel” to leave a question."),
            isAdministrator ? ForAdministrators : []
        );

    private static AdaptiveElement[] ForAdministrators =>
        [
            CardParts.RowHeading(CardText.Literal("As an administrator")),
            new FactSet
            {
                Facts =
                [
                    Say("assign", "“assign Exchange Administrator to Bob eligible for 3 months because …”"),
                    Say("remove", "“remove Bob from Exchange Administrator”"),
                    Say("make", "“make Bob eligible for …”, “make permanent Exchange Administrator”"),
                    Say("members", "who has a role, with what you can change"),
                    Say("start review", "“start review of Global Administrator by members for 14 days every quarter”"),
                    Say("pending", "everything that waits in your scopes"),
                    Say("settings", "what a role asks for, and changes of it"),
                    Say("alerts", "what looks dangerous; fix it, dismiss it, or set when to warn"),
                    Say("dashboard", "numbers at a glance; “wizard” goes through all roles"),
                    Say(
                        "audit",
                        "“who had Global Administrator in October?”, “what did Bob do yesterday”, “export audit”"
                    ),
                    Say("elevate", "manage all Azure scopes for a time, as a Global Administrator"),
                ],
            },
        ];

    private static AdaptiveCard Make(CardText heading, CardText intro, params AdaptiveElement[] further) =>
        CardParts.Card(
            CardText.Of(
                $"{heading}. {intro} Say “my roles”, “activate”, “my requests”, “approvals”, “reviews” or “status”."
            ),
            [
                CardParts.Heading(heading),
                CardParts.Line(intro),
                new FactSet
                {
                    Facts =
                    [
                        Say("activate", "“activate Exchange Administrator for 2h because mailbox migration”"),
                        Say("my roles", "what you can activate, and what is active"),
                        Say("my requests", "what became of your requests; cancel one"),
                        Say("extend, end", "more time, or stop early"),
                        Say("approvals", "what waits for your decision"),
                        Say("my audit", "what was done by you and about you"),
                        Say("reviews", "who still needs what: where you are asked"),
                        Say("status", "how it stands with you now"),
                    ],
                },
                .. further,
            ],
            [
                CardParts.Command("My roles", "my roles"),
                CardParts.Command("Activate a role", "activate"),
                CardParts.Command("My requests", "my requests"),
                CardParts.Command("Approvals", "approvals"),
                CardParts.Command("Status", "status"),
            ]
        );

    private static Fact Say(string words, string meaning) => new(CardText.Literal(words), CardText.Literal(meaning));
}
