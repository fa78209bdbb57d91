using System.Globalization;
using PimBot.Application.Audit;
using PimBot.Bot.Audit;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>How many entries there were on each day.</summary>
internal static class AuditChartCard
{
    /// <summary>The most days on one chart; of a longer span the last ones.</summary>
    public const int MostDays = 14;

    /// <param name="filter">What was wanted.</param>
    /// <param name="names">Names of what the filter mentions.</param>
    /// <param name="days">The days, oldest first.</param>
    /// <param name="isCutOff">Whether there were more entries than were counted.</param>
    /// <param name="zone">The reader's time zone.</param>
    public static AdaptiveCard For(
        AuditFilter filter,
        AuditNames names,
        IReadOnlyList<(DateOnly Day, int Count)> days,
        bool isCutOff,
        TimeZoneInfo zone
    )
    {
        const string Heading = "Entries per day";
        var sum = days.Sum(day => day.Count);
        var (top, most) = days.MaxBy(day => day.Count);
        var counted = sum.ToString("#,0", CultureInfo.InvariantCulture);
        var summary =
            sum == 0
                ? $"No entries from {DayChart.Name(days[0].Day)} to {DayChart.Name(days[^1].Day)}."
                : $"{(isCutOff ? "The newest " : "")}{counted} {(sum == 1 ? "entry" : "entries")}; most on {DayChart.Name(top)}: {most}";
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal(Heading)) };
        if (AuditFilterWords.Of(filter, names, zone) is { } wanted)
        {
            body.Add(CardParts.Line(CardText.Escaped(wanted)));
        }

        body.Add(CardParts.Subtle(CardText.Literal(summary)));
        body.AddRange(sum == 0 ? [] : DayChart.Rows(days));
        return CardParts.Card(
            CardText.Literal($"{Heading}: {summary}"),
            body,
            [CardParts.Button("Entries", Verbs.ShowAudit, AuditData.Of(filter))]
        );
    }
}
