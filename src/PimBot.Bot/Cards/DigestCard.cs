using PimBot.Bot.Wording;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>What an administrator reads once a week: what was activated and assigned, what waits, and what ends soon.</summary>
internal static class DigestCard
{
    /// <summary>Names under each heading; the counts are of all.</summary>
    private const int Most = 5;

    public static AdaptiveCard For(WeekView week, TimeZoneInfo zone)
    {
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Literal("Privileged access: the past week")),
            Waiting(week),
        };
        AddAlerts(body, week);
        AddActivations(body, week);
        AddAssigned(body, week);
        AddEndingSoon(body, week, zone);
        return CardParts.Card(
            CardText.Of(
                $"The past week: {week.AllActivations} activations, {week.Assigned.Count} new assignments, {week.EndingSoon.Count} end soon."
            ),
            body,
            [
                CardParts.Command("Show what waits", "pending"),
                CardParts.Command("Alerts", "alerts"),
                CardParts.Command("Dashboard", "dashboard"),
            ]
        );
    }

    private static Container Waiting(WeekView week) =>
        (week.WaitingForApproval, week.WaitingForAdministrators) switch
        {
            (0, 0) => CardParts.Band(ContainerStyle.Good, CardText.Literal("Nothing waits for a decision")),
            var (approvals, wishes) => CardParts.Band(
                ContainerStyle.Accent,
                CardText.Of($"{approvals + wishes} waiting for a decision"),
                CardText.Of($"{approvals} by approvers, {wishes} by administrators.")
            ),
        };

    private static void AddAlerts(List<AdaptiveElement> body, WeekView week)
    {
        body.Add(CardParts.RowHeading(CardText.Of($"Alerts: {week.Alerts.Count}")));
        body.AddRange(
            week.Alerts.Take(Most)
                .Select(a =>
                    CardParts.RowLine(
                        CardText.Of(
                            $"{AlertsCard.Title(a)}, {AlertWords.Severity(a.Definition.Severity)}, {AlertWords.Found(a.Incidents)}"
                        )
                    )
                )
        );
        AddRest(body, week.Alerts.Count, "alerts");
    }

    private static void AddActivations(List<AdaptiveElement> body, WeekView week)
    {
        body.Add(CardParts.RowHeading(CardText.Of($"Activations: {week.AllActivations}")));
        body.AddRange(week.Activations.Take(Most).Select(a => CardParts.RowLine(CardText.Of($"{a.Role}: {a.Times}"))));
        AddRest(body, week.Activations.Count, "roles");
    }

    private static void AddAssigned(List<AdaptiveElement> body, WeekView week)
    {
        body.Add(CardParts.RowHeading(CardText.Of($"New assignments: {week.Assigned.Count}")));
        body.AddRange(
            week.Assigned.Take(Most).Select(a => CardParts.RowLine(CardText.Of($"{a.Whom}: {a.Role}, {a.Kind}")))
        );
        AddRest(body, week.Assigned.Count, "assignments");
    }

    private static void AddEndingSoon(List<AdaptiveElement> body, WeekView week, TimeZoneInfo zone)
    {
        body.Add(CardParts.RowHeading(CardText.Of($"Ends within 14 days: {week.EndingSoon.Count}")));
        body.AddRange(
            week.EndingSoon.Take(Most)
                .Select(a =>
                    CardParts.RowLine(CardText.Of($"{a.Whom}: {a.Role}, {Words.Moment(a.End, week.Now, zone)}"))
                )
        );
        AddRest(body, week.EndingSoon.Count, "assignments");
    }

    private static void AddRest(List<AdaptiveElement> body, int all, string what)
    {
        if (all > Most)
        {
            body.Add(CardParts.RowLine(CardText.Of($"and {all - Most} more {what}")));
        }
    }
}
