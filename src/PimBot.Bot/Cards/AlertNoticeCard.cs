using PimBot.Application.Alerts;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Cards;

/// <summary>Word of what an alert found just now.</summary>
internal static class AlertNoticeCard
{
    private const int Most = 5;
    private const int LongestName = 150;

    /// <param name="view">The alert.</param>
    /// <param name="news">What is new and still so; at least one.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The reader's time zone.</param>
    public static AdaptiveCard For(
        AlertView view,
        IReadOnlyList<AlertIncidentView> news,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(AlertsCard.Title(view)),
            CardParts.Band(
                view.Definition.Severity is AlertSeverity.High ? ContainerStyle.Attention : ContainerStyle.Warning,
                CardText.Literal($"{AlertWords.Severity(view.Definition.Severity)} severity: {news.Count} new")
            ),
            CardParts.Line(CardText.Literal(AlertWords.Trigger(view.Alert))),
        };
        foreach (var incident in news.Take(Most))
        {
            body.Add(CardParts.RowHeading(CardText.Escaped(AlertWords.Subject(incident), LongestName)));
            if (AlertWords.Finding(incident, now, zone) is { } finding)
            {
                body.Add(CardParts.RowLine(CardText.Escaped(finding)));
            }
        }

        if (CardParts.More(news.Count, Most, "open the alert.") is { } more)
        {
            body.Add(more);
        }

        return CardParts.Card(
            CardText.Of($"{AlertWords.Title(view.Key.Kind)}: {news.Count} new. Say “alerts” to see what to do."),
            body,
            [
                CardParts.Button("Open", Verbs.ShowAlert, AlertData.Of(view.Key), ActionStyle.Positive),
                CardParts.Command("All alerts", "alerts"),
            ]
        );
    }
}
