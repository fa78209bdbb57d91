using PimBot.Application.Access;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Cards;

/// <summary>The roles that a person may activate, each with its state and its button.</summary>
internal static class RolesCard
{
    /// <summary>Rows on one card; further roles are named by typing.</summary>
    public const int Most = 12;

    private const int MostEnding = 4;

    public static AdaptiveCard For(
        string heading,
        IReadOnlyList<EligibleAccess> roles,
        IReadOnlyList<HeldAccess> held,
        DateTimeOffset now,
        TimeZoneInfo zone,
        IReadOnlyList<AssignmentView>? ending = null
    )
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal(heading)) };
        body.AddRange(roles.Take(Most).Select(role => Row(role, now, zone)));
        if (CardParts.More(roles.Count, Most, "say “activate” and the role’s name.") is { } more)
        {
            body.Add(more);
        }

        // What runs at a narrower place than the eligibility's has no row yet.
        var narrower = held.Where(h => h.Grant is { } g && roles.Count > 0 && roles.All(r => r.Access != g.Access));
        body.AddRange(narrower.Take(MostEnding).SelectMany(h => ActiveCard.Rows(h, now, zone)));
        body.AddRange((ending ?? []).Take(MostEnding).SelectMany(view => EndingRows.Of(view, now, zone)));
        var ends = held.Where(h => h is { Grant: null, Until: not null });
        body.AddRange(
            ends.Take(MostEnding)
                .Select(h =>
                    CardParts.Subtle(
                        CardText.Of($"Active until {Words.Moment(h.Until!.Value, now, zone)}: {h.Role.Name}")
                    )
                )
        );
        var standing = held.Where(h => h is { Grant: null, Until: null }).ToList();
        if (standing.Count > 0)
        {
            var names = string.Join(", ", standing.Select(h => h.Role.Name).Distinct(StringComparer.Ordinal));
            body.Add(
                CardParts.Subtle(CardText.Of($"Always active: {names}")) with
                {
                    Spacing = Spacing.Medium,
                    Separator = true,
                }
            );
        }

        return CardParts.Card(
            CardText.Of($"{heading}: {string.Join(", ", roles.Take(Most).Select(r => r.Role.Name))}"),
            body
        );
    }

    private static ColumnSet Row(EligibleAccess role, DateTimeOffset now, TimeZoneInfo zone) =>
        new()
        {
            Spacing = Spacing.Medium,
            Separator = true,
            Columns =
            [
                new Column
                {
                    Width = "stretch",
                    VerticalContentAlignment = VerticalAlignment.Center,
                    Items =
                    [
                        new TextBlock { Text = CardText.Of($"{role.Role.Name}"), Weight = TextWeight.Bolder },
                        new TextBlock
                        {
                            Text = State(role, now, zone),
                            IsSubtle = true,
                            Spacing = Spacing.None,
                        },
                    ],
                },
                new Column
                {
                    Width = "auto",
                    VerticalContentAlignment = VerticalAlignment.Center,
                    Items = [new ActionSet { Actions = [Button(role, now)] }],
                },
            ],
        };

    private static CardText State(EligibleAccess role, DateTimeOffset now, TimeZoneInfo zone) =>
        role switch
        {
            { Active: { } grant } when grant.IsActiveAt(now) => CardText.Of(
                $"{role.Scope.Name}. Active until {Words.Moment(grant.Until!.Value, now, zone)}, {Words.TimeLeft(grant.Until.Value, now)}"
            ),
            { Pending.State: RequestState.PendingApproval } => CardText.Of($"{role.Scope.Name}. Waiting for approval"),
            { Pending.State: RequestState.AwaitingVerification } => CardText.Of(
                $"{role.Scope.Name}. Waiting for you to verify"
            ),
            { Pending: { State: RequestState.Granted, Ask.Start: { } start } } => CardText.Of(
                $"{role.Scope.Name}. Starts {Words.Moment(start, now, zone)}"
            ),
            { Pending: not null } => CardText.Of($"{role.Scope.Name}. Access is being granted"),
            { Until: { } until } => CardText.Of(
                $"{role.Scope.Name}. Up to {Words.Duration(role.Policy.Activation.Maximum)}; eligible until {Words.Moment(until, now, zone)}"
            ),
            _ => CardText.Of($"{role.Scope.Name}. Up to {Words.Duration(role.Policy.Activation.Maximum)}"),
        };

    private static ActionExecute Button(EligibleAccess role, DateTimeOffset now) =>
        role switch
        {
            { Active: { } grant } when grant.IsActiveAt(now) => CardParts.Button(
                "End now",
                Verbs.EndGrant,
                CardData.Of(grant.Id),
                tooltip: $"End {SafeText.Clean(role.Role.Name, 80)} now"
            ),
            { Pending: { } pending } => CardParts.Button(
                "Show",
                Verbs.ShowRequest,
                CardData.Of(pending.Id),
                tooltip: $"Show the request for {SafeText.Clean(role.Role.Name, 80)}"
            ),
            _ => CardParts.Button(
                "Activate",
                Verbs.ChooseRole,
                CardData.Of(role.Access),
                tooltip: $"Activate {SafeText.Clean(role.Role.Name, 80)}"
            ),
        };
}
