using PimBot.Application.Alerts;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Cards;

/// <summary>All alerts that somebody may see: those that found something, each with what to do, a page at a time.</summary>
internal static class AlertsCard
{
    /// <summary>Alerts on a page.</summary>
    public const int Most = 5;

    /// <param name="list">What the reader may see.</param>
    /// <param name="number">Which page, from 0; one behind the last is the last.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="done">What was just done; null: nothing.</param>
    public static AdaptiveCard For(AlertList list, int number, TimeZoneInfo zone, string? done = null)
    {
        var found = list.Alerts.Where(a => a.Incidents > 0 || !a.Alert.IsEnabled).ToList();
        var last = Math.Max(0, (found.Count - 1) / Most);
        var at = Math.Clamp(number, 0, last);
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal("Alerts")) };
        if (done is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Emphasis, CardText.Escaped(done)));
        }

        body.Add(State(list));
        body.Add(CardParts.Subtle(CardText.Of($"{Looked(list.ScannedAt, list.Now, zone)}")));
        body.AddRange(found.Skip(at * Most).Take(Most).SelectMany(Row));
        if (at == last && Quiet(list) is { } quiet)
        {
            body.Add(quiet);
        }

        return CardParts.Card(CardText.Of($"Alerts: {Summary(list)}."), body, Buttons(at, last));
    }

    /// <summary>Asks which of these is meant.</summary>
    public static AdaptiveCard Choice(IReadOnlyList<AlertView> meant) =>
        CardParts.Card(
            CardText.Literal("Which alert? Say its name, such as “alert stale accounts”."),
            [
                CardParts.Heading(CardText.Literal("Which alert?")),
                .. meant.Take(Most).SelectMany(Row),
                .. CardParts.More(meant.Count, Most, "name the place too, such as “alert owners at” and its name.")
                    is { } more
                    ? (IEnumerable<AdaptiveElement>)[more]
                    : [],
            ]
        );

    internal static string Looked(DateTimeOffset? at, DateTimeOffset now, TimeZoneInfo zone) =>
        at is { } scanned ? $"Last looked {Words.Moment(scanned, now, zone)}." : "Not looked yet.";

    /// <summary>The title, and the place where that is not the whole directory.</summary>
    internal static CardText Title(AlertView view) =>
        view.Scope.Kind is ScopeKind.Directory
            ? CardText.Literal(AlertWords.Title(view.Key.Kind))
            : CardText.Of($"{CardText.Literal(AlertWords.Title(view.Key.Kind))}: {view.Scope.Name}");

    private static string Summary(AlertList list) =>
        list.Active switch
        {
            0 => "nothing needs attention",
            1 => "1 needs attention",
            var many => $"{many} need attention",
        };

    private static Container State(AlertList list)
    {
        var worst = list.Alerts.Where(a => a.IsActive).Select(a => a.Definition.Severity).DefaultIfEmpty().Max();
        var style = worst switch
        {
            AlertSeverity.High => ContainerStyle.Attention,
            AlertSeverity.Medium or AlertSeverity.Low => ContainerStyle.Warning,
            _ => ContainerStyle.Good,
        };
        var words = Summary(list);
        return CardParts.Band(style, CardText.Literal($"{char.ToUpperInvariant(words[0])}{words[1..]}"));
    }

    private static IEnumerable<AdaptiveElement> Row(AlertView view)
    {
        yield return CardParts.RowHeading(Title(view));
        var severity = AlertWords.Severity(view.Definition.Severity);
        var state =
            !view.Alert.IsEnabled ? "switched off"
            : view.Alert.IsDismissed ? $"{AlertWords.Found(view.Incidents)}, dismissed"
            : AlertWords.Found(view.Incidents);
        yield return CardParts.RowLine(CardText.Literal($"{severity} severity, {state}"));
        if (view.IsActive)
        {
            yield return CardParts.RowLine(CardText.Literal(AlertWords.Advice(view.Key.Kind)));
        }

        yield return new ActionSet
        {
            Actions =
            [
                CardParts.Button(
                    "Open",
                    Verbs.ShowAlert,
                    AlertData.Of(view.Key),
                    tooltip: SafeText.Clean($"Open: {AlertWords.Title(view.Key.Kind)}", 100)
                ),
            ],
        };
    }

    private static TextBlock? Quiet(AlertList list)
    {
        var quiet = list.Alerts.Where(a => a.Incidents == 0 && a.Alert.IsEnabled).Select(a => a.Key.Kind).Distinct();
        var titles = quiet.Select(AlertWords.Title).ToList();
        return titles.Count == 0
            ? null
            : CardParts.Subtle(CardText.Literal($"Nothing found of: {string.Join("; ", titles)}.")) with
            {
                Separator = true,
                Spacing = Spacing.Medium,
                Size = TextSize.Small,
            };
    }

    private static List<AdaptiveAction> Buttons(int at, int last)
    {
        var buttons = new List<AdaptiveAction>();
        if (at > 0)
        {
            buttons.Add(CardParts.Button("Previous", Verbs.ShowAlerts, AlertData.OfPage(at - 1)));
        }

        if (at < last)
        {
            buttons.Add(CardParts.Button("Next", Verbs.ShowAlerts, AlertData.OfPage(at + 1)));
        }

        buttons.Add(CardParts.Button("Scan now", Verbs.ScanAlerts));
        return buttons;
    }
}
