using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Channel.Cards;

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
        TimeZoneInfo zone
    )
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal("Your status")) };
        if (held.Count == 0)
        {
            body.Add(CardParts.Line(CardText.Literal("No privileged role is active.")));
        }

        foreach (var access in held.Take(Most))
        {
            body.AddRange(ActiveCard.Rows(access, now, zone));
        }

        body.AddRange(pending.Take(Most).SelectMany(view => RequestsCard.Rows(view, zone)));
        if (toDecide > 0)
        {
            var text =
                toDecide == 1 ? "1 request waits for your decision." : $"{toDecide} requests wait for your decision.";
            body.Add(CardParts.Band(ContainerStyle.Accent, CardText.Literal(text)));
        }

        var buttons = new List<AdaptiveAction> { CardParts.Command("My roles", "my roles") };
        if (toDecide > 0)
        {
            buttons.Add(CardParts.Command("Approvals", "approvals"));
        }

        return CardParts.Card($"{held.Count} active, {pending.Count} pending, {toDecide} to decide", body, buttons);
    }
}
