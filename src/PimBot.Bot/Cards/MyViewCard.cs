using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>"My view": what concerns the reader alone.</summary>
internal static class MyViewCard
{
    private const int Most = 6;

    /// <param name="eligible">What one may activate.</param>
    /// <param name="held">What one holds.</param>
    /// <param name="pending">What one asked for.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The reader's time zone.</param>
    public static AdaptiveCard For(
        IReadOnlyList<EligibleAccess> eligible,
        IReadOnlyList<HeldAccess> held,
        IReadOnlyList<RequestView> pending,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Literal("My view")),
            CardParts.Subtle(CardText.Literal("Only what is yours. Administrators see more.")),
        };
        body.AddRange(Held(held, now, zone));
        body.AddRange(Eligible(eligible, now, zone));
        if (pending.Count > 0)
        {
            body.AddRange(pending.Take(Most).SelectMany(view => RequestsCard.Rows(view, zone)));
            body.AddRange(More(pending.Count, "say “my requests”."));
        }

        return CardParts.Card(
            CardText.Of($"My view: {held.Count} active, {eligible.Count} to activate, {pending.Count} pending"),
            body,
            [
                CardParts.Command("My roles", "my roles"),
                CardParts.Command("My requests", "my requests"),
                CardParts.Command("Status", "status"),
            ]
        );
    }

    private static IEnumerable<AdaptiveElement> Held(
        IReadOnlyList<HeldAccess> held,
        DateTimeOffset now,
        TimeZoneInfo zone
    ) =>
        [
            CardParts.RowHeading(CardText.Literal($"Active: {held.Count}")),
            .. held.Take(Most)
                .Select(h =>
                    CardParts.RowLine(
                        h.Until is { } until
                            ? CardText.Of($"{Name(h.Role, h.Scope)}, until {Words.Moment(until, now, zone)}")
                            : CardText.Of($"{Name(h.Role, h.Scope)}, always")
                    )
                ),
            .. More(held.Count, "say “status”."),
        ];

    private static IEnumerable<AdaptiveElement> Eligible(
        IReadOnlyList<EligibleAccess> eligible,
        DateTimeOffset now,
        TimeZoneInfo zone
    ) =>
        [
            CardParts.RowHeading(CardText.Literal($"You can activate: {eligible.Count}")),
            .. eligible
                .OrderBy(e => e.Until ?? DateTimeOffset.MaxValue)
                .Take(Most)
                .Select(e =>
                    CardParts.RowLine(
                        e.Until is { } until
                            ? CardText.Of(
                                $"{Name(e.Role, e.Scope)}, {CardText.Literal(EndsSoon(until, now))} {Words.Moment(until, now, zone)}"
                            )
                            : CardText.Of($"{Name(e.Role, e.Scope)}, without end")
                    )
                ),
            .. More(eligible.Count, "say “my roles”."),
        ];

    private static IEnumerable<TextBlock> More(int all, string where) =>
        CardParts.More(all, Most, where) is { } more ? [more] : [];

    private static string EndsSoon(DateTimeOffset until, DateTimeOffset now) =>
        until - now <= Assignment.ExtendBefore ? "ends soon:" : "until";

    private static string Name(Role role, Scope scope) =>
        role.Kind is RoleKind.DirectoryRole ? role.Name : $"{role.Name} at {scope.Name}";
}
