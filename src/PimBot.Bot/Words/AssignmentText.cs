using PimBot.Bot.Commands;
using PimBot.Domain.Access;

namespace PimBot.Bot.Wording;

/// <summary>What assignments are, in English words.</summary>
internal static class AssignmentText
{
    /// <summary>The periods that are offered for an assignment (PIM's), where the settings allow them.</summary>
    private static readonly (string Title, int Days)[] Offered =
    [
        ("15 days", 15),
        ("1 month", 30),
        ("3 months", 90),
        ("6 months", 180),
        ("1 year", 365),
    ];

    public const string PermanentValue = "permanent";

    public static string Kind(AssignmentType type) => type is AssignmentType.Eligible ? "eligible" : "active";

    /// <summary>"permanent", "for 30 days", "until Tuesday 30 June at 00:00 (UTC+2)".</summary>
    public static string Period(PeriodAsked period, DateTimeOffset now, TimeZoneInfo zone) =>
        period switch
        {
            { Length: { } length } => $"for {Words.Duration(length)}",
            { Until: { } until } => $"until {Words.Moment(until, now, zone)}",
            _ => "permanent",
        };

    /// <summary>"permanently", "until Tuesday 30 June at 00:00 (UTC+2)".</summary>
    public static string Until(DateTimeOffset? end, DateTimeOffset now, TimeZoneInfo zone) =>
        end is { } until ? $"until {Words.Moment(until, now, zone)}" : "permanently";

    /// <summary>"eligible until …", "permanently active", "active from … until …".</summary>
    public static string State(Assignment assignment, DateTimeOffset now, TimeZoneInfo zone) =>
        State(assignment.Type, assignment.Start > now ? assignment.Start : null, assignment.End, now, zone);

    /// <inheritdoc cref="State(Assignment, DateTimeOffset, TimeZoneInfo)"/>
    public static string State(
        AssignmentType type,
        DateTimeOffset? from,
        DateTimeOffset? end,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        var start = from is { } begins && begins > now ? $" from {Words.Moment(begins, now, zone)}" : "";
        return end is { } until
            ? $"{Kind(type)}{start} until {Words.Moment(until, now, zone)}"
            : $"permanently {Kind(type)}{start}";
    }

    /// <summary>What the settings allow of the periods that are offered, as title and a text that is read back.</summary>
    /// <param name="maximum">The longest; null: permanent is allowed.</param>
    public static IReadOnlyList<(string Title, string Value)> Offers(TimeSpan? maximum)
    {
        var fitting = Offered
            .Where(o => maximum is null || TimeSpan.FromDays(o.Days) <= maximum)
            .Select(o => (o.Title, $"{o.Days} days"))
            .ToList();
        if (maximum is null)
        {
            fitting.Add(("Permanent", PermanentValue));
        }
        else if (fitting.Count == 0 || fitting[^1].Item2 != $"{maximum.Value.TotalDays} days")
        {
            fitting.Add((Words.Duration(maximum.Value), Words.Duration(maximum.Value)));
        }

        return fitting;
    }

    /// <summary>Names in one sentence: "Alice", "Alice and Bob", "Alice, Bob, Carol and 4 more".</summary>
    public static string Names(IReadOnlyList<string> names, int most = 8)
    {
        var shown = names.Take(most).ToList();
        if (names.Count > most)
        {
            return $"{string.Join(", ", shown)} and {names.Count - most} more";
        }

        return shown.Count < 2 ? string.Concat(shown) : $"{string.Join(", ", shown[..^1])} and {shown[^1]}";
    }
}
