using System.Globalization;
using PimBot.Application.Access;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Cards;

/// <summary>What an administrator sees at a glance: who waits, how many hold what, what was activated, what ends.</summary>
internal static class DashboardCard
{
    /// <summary>Directory roles on the card; Microsoft labels 29 as privileged.</summary>
    public const int MostDirectory = 30;

    /// <summary>Roles of Azure, and of groups, on the card.</summary>
    public const int MostOthers = 5;

    private const int MostButtons = 6;

    public static AdaptiveCard For(Dashboard dashboard, TimeZoneInfo zone)
    {
        var held = dashboard.View.Accesses.Where(a => a.All > 0).ToList();
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal("Dashboard")) };
        body.AddRange(Pending(dashboard));
        body.AddRange(Alerts(dashboard));
        body.AddRange(Reviews(dashboard));
        body.AddRange(Directory(dashboard.View, held));
        body.AddRange(Others("Azure roles", held, RoleKind.AzureRole));
        body.AddRange(Others("Groups", held, RoleKind.GroupMember, RoleKind.GroupOwner));
        body.AddRange(Activations(dashboard, zone));
        body.AddRange(Ending(dashboard, zone));
        if (dashboard.View.Accesses.Count > 0)
        {
            body.Add(
                AccessChoiceCard.Choice("Look closer at", held.Count > 0 ? held : dashboard.View.Accesses) with
                {
                    Separator = true,
                    Spacing = Spacing.Medium,
                }
            );
        }

        return CardParts.Card(
            CardText.Of(
                $"Dashboard: {dashboard.PendingActivations + dashboard.PendingAssignments} pending, {held.Sum(a => a.Count.PermanentActive)} permanent, {held.Sum(a => a.Count.Eligible)} eligible. Say “members” and a role’s name."
            ),
            body,
            Buttons(dashboard)
        );
    }

    private static IEnumerable<AdaptiveElement> Pending(Dashboard dashboard)
    {
        var all = dashboard.PendingActivations + dashboard.PendingAssignments;
        var more = dashboard.HasMorePending ? "More than " : "";
        if (all == 0)
        {
            yield return CardParts.Subtle(CardText.Literal("No request is pending."));
            yield break;
        }

        yield return CardParts.Band(
            ContainerStyle.Accent,
            CardText.Literal($"{more}{Number(all, "request", "requests")} pending"),
            CardText.Literal(
                $"{Number(dashboard.PendingActivations, "activation", "activations")}, {Number(dashboard.PendingAssignments, "change of an assignment", "changes of assignments")}"
            )
        );
    }

    private static IEnumerable<AdaptiveElement> Alerts(Dashboard dashboard)
    {
        if (dashboard.Alerts.Count == 0)
        {
            yield break;
        }

        var isHigh = dashboard.Alerts[0].Definition.Severity is AlertSeverity.High;
        var worst = AlertsCard.Title(dashboard.Alerts[0]);
        yield return CardParts.Band(
            isHigh ? ContainerStyle.Attention : ContainerStyle.Warning,
            CardText.Literal(Number(dashboard.Alerts.Count, "alert", "alerts")),
            dashboard.Alerts.Count == 1
                ? worst
                : CardText.Of($"{worst}, and {Number(dashboard.Alerts.Count - 1, "other", "others")}")
        );
    }

    private static IEnumerable<AdaptiveElement> Reviews(Dashboard dashboard)
    {
        var (running, toApply) = (dashboard.RunningReviews, dashboard.ReviewsToApply);
        if (running + toApply == 0)
        {
            yield break;
        }

        string?[] parts =
        [
            running == 0 ? null : $"{Number(running, "access review is", "access reviews are")} running",
            toApply == 0 ? null : $"results of {Number(toApply, "review wait", "reviews wait")} to be applied",
        ];
        var text = string.Join("; ", parts.OfType<string>());
        yield return CardParts.Line(CardText.Literal($"{char.ToUpperInvariant(text[0])}{text[1..]}."));
    }

    private static IEnumerable<AdaptiveElement> Directory(AdministrationView view, IReadOnlyList<ManagedAccess> held)
    {
        var all = view.Accesses.Where(a => a.Role is { Kind: RoleKind.DirectoryRole, Privileged: true }).ToList();
        if (all.Count == 0)
        {
            return [];
        }

        var rows = all.Where(a => a.All > 0).OrderByDescending(a => a.Active).ThenByDescending(a => a.All).ToList();
        var rest = held.Where(a => a.Role is { Kind: RoleKind.DirectoryRole, Privileged: false }).ToList();
        return
        [
            .. AccessTable.Rows("Privileged roles", rows.Take(MostDirectory), a => a.Role.Name),
            .. Notes(
                rows.Count > MostDirectory ? $"And {rows.Count - MostDirectory} more roles: choose one below." : null,
                all.Count > rows.Count
                    ? $"Nobody holds {Number(all.Count - rows.Count, "other privileged role", "other privileged roles")}."
                    : null,
                rest.Count > 0
                    ? $"Roles that are not privileged: {rest.Sum(a => a.Count.PermanentActive)} permanent, {rest.Sum(a => a.Count.Eligible)} eligible."
                    : null
            ),
        ];
    }

    private static IEnumerable<AdaptiveElement> Others(
        string title,
        IReadOnlyList<ManagedAccess> held,
        params RoleKind[] kinds
    )
    {
        var rows = held.Where(a => kinds.Contains(a.Role.Kind))
            .OrderByDescending(a => a.Active)
            .ThenByDescending(a => a.All)
            .ToList();
        return rows.Count == 0
            ? []
            :
            [
                .. AccessTable.Rows(title, rows.Take(MostOthers), a => $"{a.Role.Name}, {a.Scope.Name}"),
                .. Notes(
                    rows.Count > MostOthers
                        ? $"And {rows.Count - MostOthers} more: choose below, or say “members”."
                        : null
                ),
            ];
    }

    private static IEnumerable<TextBlock> Notes(params string?[] notes) =>
        string.Join(' ', notes.OfType<string>()) is { Length: > 0 } text
            ? [CardParts.Subtle(CardText.Literal(text)) with { Size = TextSize.Small }]
            : [];

    private static IEnumerable<AdaptiveElement> Activations(Dashboard dashboard, TimeZoneInfo zone)
    {
        yield return CardParts.RowHeading(CardText.Literal($"Activations in the last {Dashboard.Days} days"));
        var days = DayChart.Count(dashboard.Starts, Dashboard.Days, dashboard.Now, zone);
        var sum = days.Sum(day => day.Count);
        if (sum == 0)
        {
            yield return CardParts.RowLine(CardText.Literal("Nobody activated a role."));
            yield break;
        }

        var (top, most) = days.MaxBy(day => day.Count);
        yield return CardParts.RowLine(
            CardText.Literal($"{Number(sum, "activation", "activations")}; most on {DayChart.Name(top)}: {most}")
        );
        foreach (var row in DayChart.Rows(days))
        {
            yield return row;
        }
    }

    private static IEnumerable<AdaptiveElement> Ending(Dashboard dashboard, TimeZoneInfo zone)
    {
        if (dashboard.EndingCount == 0)
        {
            yield break;
        }

        var more = dashboard.HasMoreEnding ? "More than " : "";
        yield return CardParts.RowHeading(
            CardText.Literal(
                $"{more}{Number(dashboard.EndingCount, "assignment ends", "assignments end")} within 14 days"
            )
        );
        foreach (var ending in dashboard.Ending)
        {
            var type = ending.Assignment.Type is AssignmentType.Eligible ? "eligible" : "active";
            yield return CardParts.RowLine(
                CardText.Of(
                    $"{ending.Holder}: {ending.Role.Name} ({CardText.Literal(type)}), {ending.Scope.Name}, {Words.Moment(ending.Assignment.End!.Value, dashboard.Now, zone)}"
                )
            );
        }
    }

    private static List<AdaptiveAction> Buttons(Dashboard dashboard)
    {
        var buttons = new List<AdaptiveAction>
        {
            CardParts.Button("Who holds it", Verbs.ShowHolders),
            CardParts.Button("Its settings", Verbs.ShowSettings),
        };
        if (dashboard.PendingActivations + dashboard.PendingAssignments > 0)
        {
            buttons.Add(CardParts.Command("Pending", "pending"));
        }

        if (dashboard.Alerts.Count > 0)
        {
            buttons.Add(CardParts.Command("Alerts", "alerts"));
        }

        if (dashboard.RunningReviews + dashboard.ReviewsToApply > 0)
        {
            buttons.Add(CardParts.Command("Reviews", "reviews"));
        }

        buttons.Add(CardParts.Command("Audit", "audit"));
        if (dashboard.View.ManagesDirectory)
        {
            buttons.Add(CardParts.Command("Wizard", "wizard"));
        }

        // A message shows six; what is left out here is said in "help".
        return [.. buttons.Take(MostButtons)];
    }

    private static string Number(int number, string one, string many) =>
        number == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {many}");
}
