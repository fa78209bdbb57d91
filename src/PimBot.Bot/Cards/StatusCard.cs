using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>How it stands with a person now, on one card.</summary>
internal static class StatusCard
{
    private const int Most = 6;

    public static AdaptiveCard For(
        IReadOnlyList<HeldAccess> held,
        IReadOnlyList<RequestView> pending,
        int toDecide,
        DateTimeOffset now,
        TimeZoneInfo zone,
        Elevation? elevation = null
    )
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal("Your status")) };
        if (toDecide > 0)
        {
            var text =
                toDecide == 1 ? "1 request waits for your decision." : $"{toDecide} requests wait for your decision.";
            body.Add(CardParts.Band(ContainerStyle.Accent, CardText.Literal(text)));
        }

        AddAccess(body, held, now, zone);
        if (elevation is not null && elevation.HoldsAt(now))
        {
            body.AddRange(ElevationCard.Rows(elevation, now, zone));
        }

        body.AddRange(pending.Take(Most).SelectMany(view => RequestsCard.Rows(view, zone)));
        if (CardParts.More(pending.Count, Most, "say “my requests”.") is { } more)
        {
            body.Add(more);
        }

        AdaptiveAction[] buttons =
            toDecide > 0
                ? [CardParts.Command("Approvals", "approvals"), CardParts.Command("My roles", "my roles")]
                : [CardParts.Command("My roles", "my roles")];

        return CardParts.Card(
            CardText.Of($"{held.Count} active, {pending.Count} pending, {toDecide} to decide"),
            body,
            buttons
        );
    }

    private static void AddAccess(
        List<AdaptiveElement> body,
        IReadOnlyList<HeldAccess> held,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        if (held.Count == 0)
        {
            body.Add(CardParts.Line(CardText.Literal("No privileged role is active.")));
        }

        body.AddRange(held.Take(Most).SelectMany(access => ActiveCard.Rows(access, now, zone)));
        if (CardParts.More(held.Count, Most, "say “my roles”.") is { } more)
        {
            body.Add(more);
        }
    }
}
