using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Cards;

/// <summary>A Global Administrator's time as manager of all Azure scopes: asked for, running, over.</summary>
internal static class ElevationCard
{
    public const string DurationInput = "duration";
    public const string ReasonInput = "reason";
    private static readonly int[] OfferedMinutes = [30, 60, 120, 240, 480];

    /// <param name="minutes">What was chosen before.</param>
    /// <param name="reason">What was typed before.</param>
    /// <param name="problem">What was wrong; null: nothing.</param>
    public static AdaptiveCard Form(int? minutes, string? reason, string? problem)
    {
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Literal("Manage all Azure scopes")),
            CardParts.Subtle(
                CardText.Literal("As a Global Administrator you can for a time. It is audited, and ends by itself.")
            ),
        };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        var chosen = minutes is { } known && OfferedMinutes.Contains(known) ? known : (int)Elevation.Usual.TotalMinutes;
        body.Add(
            new InputChoiceSet
            {
                Id = DurationInput,
                Label = "For how long",
                Choices =
                [
                    .. OfferedMinutes.Select(m => new InputChoice(Words.Duration(TimeSpan.FromMinutes(m)), $"{m}")),
                ],
                Value = $"{chosen}",
                IsRequired = true,
                ErrorMessage = "Choose how long.",
            }
        );
        body.Add(
            new InputText
            {
                Id = ReasonInput,
                Label = "Why",
                IsMultiline = true,
                IsRequired = true,
                ErrorMessage = "Give the reason.",
                MaxLength = ActivationAsk.LongestJustification,
                Value = CardParts.Typed(reason, ActivationAsk.LongestJustification),
            }
        );
        return CardParts.Card(
            CardText.Literal("Manage all Azure scopes: say “elevate for 1h because …”"),
            body,
            [CardParts.Button("Elevate", Verbs.Elevate, style: ActionStyle.Positive)]
        );
    }

    public static AdaptiveCard Running(Elevation elevation, string? reason, DateTimeOffset now, TimeZoneInfo zone)
    {
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Literal("You manage all Azure scopes")),
            CardParts.Band(ContainerStyle.Good, Until(elevation, now, zone)),
        };
        if (reason is not null)
        {
            body.Add(CardParts.Words("Why", reason));
        }

        return CardParts.Card(
            CardText.Of($"You manage all Azure scopes. {Until(elevation, now, zone)}"),
            body,
            [
                CardParts.Command("Members", "members"),
                CardParts.Button("End now", Verbs.EndElevation, tooltip: "End the elevation now"),
            ]
        );
    }

    public static AdaptiveCard Ended(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone) =>
        NoticeCard.For(
            "Elevation ended",
            $"You manage Azure scopes no longer, since {Words.Moment(at, now, zone)}.",
            CardParts.Command("Status", "status")
        );

    /// <summary>The elevation among what else a person has.</summary>
    public static IReadOnlyList<AdaptiveElement> Rows(Elevation elevation, DateTimeOffset now, TimeZoneInfo zone) =>
        [
            CardParts.RowHeading(CardText.Literal("You manage all Azure scopes")),
            CardParts.RowLine(Until(elevation, now, zone)),
            new ActionSet
            {
                Actions = [CardParts.Button("End now", Verbs.EndElevation, tooltip: "End the elevation now")],
            },
        ];

    private static CardText Until(Elevation elevation, DateTimeOffset now, TimeZoneInfo zone) =>
        CardText.Of($"Until {Words.Moment(elevation.Until, now, zone)}, {Words.TimeLeft(elevation.Until, now)}");
}
