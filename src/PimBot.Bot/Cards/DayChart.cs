using System.Globalization;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>
/// A bar for each of the last days, made of characters in a column, which every host draws, also in high contrast. The day
/// and the number stand before each bar as text.
/// </summary>
internal static class DayChart
{
    private const int Longest = 12;

    /// <summary>How many of the moments fall on each of the last days, oldest first, today last.</summary>
    public static IReadOnlyList<(DateOnly Day, int Count)> Count(
        IEnumerable<DateTimeOffset> moments,
        int days,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        var counts = moments.CountBy(moment => DayOf(moment, zone)).ToDictionary();
        var today = DayOf(now, zone);
        return
        [
            .. Enumerable
                .Range(0, days)
                .Select(i => today.AddDays(i + 1 - days))
                .Select(day => (day, counts.GetValueOrDefault(day))),
        ];
    }

    public static IEnumerable<ColumnSet> Rows(IReadOnlyList<(DateOnly Day, int Count)> days)
    {
        var most = Math.Max(1, days.Max(day => day.Count));
        // No day with an activation is without a bar.
        return days.Select(day => Row(day.Day, day.Count, ((day.Count * Longest) + most - 1) / most));
    }

    /// <summary>"Mon 2 Mar".</summary>
    public static string Name(DateOnly day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    private static ColumnSet Row(DateOnly day, int count, int length) =>
        new()
        {
            Spacing = Spacing.None,
            Columns =
            [
                Text(Name(day), "82px", HorizontalAlignment.Left),
                Text(count.ToString(CultureInfo.InvariantCulture), "40px", HorizontalAlignment.Right),
                new Column { Width = "stretch", Items = length == 0 ? [] : [Bar(length)] },
            ],
        };

    private static Column Text(string text, string width, HorizontalAlignment alignment) =>
        new()
        {
            Width = width,
            Items =
            [
                new TextBlock
                {
                    Text = CardText.Literal(text),
                    Size = TextSize.Small,
                    HorizontalAlignment = alignment,
                    Wrap = false,
                },
            ],
        };

    private static TextBlock Bar(int length) =>
        new()
        {
            Text = CardText.Literal(new string('▇', length)),
            Size = TextSize.Small,
            Color = TextColor.Accent,
            Wrap = false,
        };

    private static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
