using PimBot.Application.Access;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>The activations that run now, each with Extend and End now.</summary>
internal static class ActiveCard
{
    private const int Most = 8;

    /// <summary>Shows them, or says that there are none by the name that was typed, or none at all.</summary>
    public static void Show(TurnContext context, IReadOnlyList<HeldAccess> active, string heading, string? roleText)
    {
        if (active.Count == 0)
        {
            context.Show(
                NoticeCard.For(
                    "Nothing is active",
                    roleText is null
                        ? "No role that you activated is active now."
                        : "No role of yours by that name is active now.",
                    CardParts.Command("My roles", "my roles"),
                    CardParts.Command("Status", "status")
                ),
                "Nothing is active"
            );
            return;
        }

        context.Show(For(heading, active, context.Now, context.Zone), heading);
    }

    public static AdaptiveCard For(
        string heading,
        IReadOnlyList<HeldAccess> active,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal(heading)) };
        foreach (var held in active.Take(Most))
        {
            body.AddRange(Rows(held, now, zone));
        }

        if (CardParts.More(active.Count, Most, "say its name, such as “end Exchange Administrator”.") is { } more)
        {
            body.Add(more);
        }

        return CardParts.Card(CardText.Of($"{heading}: {string.Join(", ", active.Select(h => h.Role.Name))}"), body);
    }

    /// <summary>One activation: name, time left, and its buttons.</summary>
    public static IReadOnlyList<AdaptiveElement> Rows(HeldAccess held, DateTimeOffset now, TimeZoneInfo zone)
    {
        var rows = new List<AdaptiveElement>
        {
            CardParts.RowHeading(CardText.Of($"{held.Role.Name}")),
            CardParts.RowLine(Until(held, now, zone)),
        };
        if (held.Grant is { } grant)
        {
            var name = SafeText.Clean(held.Role.Name, 80);
            rows.Add(
                new ActionSet
                {
                    Actions =
                    [
                        CardParts.Button("Extend", Verbs.ExtendGrant, CardData.Of(grant.Id), tooltip: $"Extend {name}"),
                        CardParts.Button("End now", Verbs.EndGrant, CardData.Of(grant.Id), tooltip: $"End {name} now"),
                    ],
                }
            );
        }

        return rows;
    }

    private static CardText Until(HeldAccess held, DateTimeOffset now, TimeZoneInfo zone) =>
        held.Until is { } until
            ? CardText.Of($"{held.Scope.Name}. {Words.TimeLeft(until, now)}, until {Words.Moment(until, now, zone)}")
            : CardText.Of($"{held.Scope.Name}. Always active");
}
