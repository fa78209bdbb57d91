using PimBot.Application.Alerts;
using PimBot.Bot.Alerts;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Cards;

/// <summary>One alert: why it warns, what it found a page at a time, and what can be done.</summary>
internal static class AlertCard
{
    /// <summary>Incidents on a page.</summary>
    public const int Most = 6;

    private const int LongestName = 150;
    private const int LongestDone = 400;

    /// <param name="page">The alert and a page of its incidents.</param>
    /// <param name="dismisser">The name of who dismissed it; null: it is not, or nobody knows.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="outcome">What became of what was just asked for; null: nothing was.</param>
    public static AdaptiveCard For(AlertPage page, string? dismisser, TimeZoneInfo zone, AlertOutcome? outcome = null)
    {
        var view = page.View;
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Literal(AlertWords.Title(view.Key.Kind))),
            CardParts.Subtle(
                CardText.Of(
                    $"{AlertWords.Severity(view.Definition.Severity)} severity. {view.Scope.Name}. {AlertsCard.Looked(page.ScannedAt, page.Now, zone)}"
                )
            ),
        };
        if (outcome?.Problem is { } problem)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        if (outcome?.Done is { } done)
        {
            body.Add(CardParts.Band(ContainerStyle.Emphasis, CardText.Escaped(done, LongestDone)));
        }

        body.Add(State(view, dismisser));
        body.Add(CardParts.Line(CardText.Literal(AlertWords.Trigger(view.Alert))));
        if (view.Incidents > 0)
        {
            body.Add(CardParts.Line(CardText.Literal(AlertWords.Advice(view.Key.Kind))));
        }

        body.AddRange(Incidents(page, zone));
        return CardParts.Card(
            CardText.Of(
                $"{AlertWords.Title(view.Key.Kind)}, {view.Scope.Name}: {AlertWords.Found(view.Incidents)}. Say “alerts” for all."
            ),
            body,
            Buttons(page)
        );
    }

    private static Container State(AlertView view, string? dismisser) =>
        view switch
        {
            { Alert.IsEnabled: false } => CardParts.Band(
                ContainerStyle.Emphasis,
                CardText.Literal("Switched off: nothing is looked for")
            ),
            { Incidents: 0 } => CardParts.Band(ContainerStyle.Good, CardText.Literal("Nothing found")),
            { Alert.IsDismissed: true } => CardParts.Band(
                ContainerStyle.Emphasis,
                CardText.Of($"{AlertWords.Found(view.Incidents)}, dismissed by {dismisser ?? "somebody who left"}"),
                CardText.Literal("It comes back when something new is found.")
            ),
            _ => CardParts.Band(
                view.Definition.Severity is AlertSeverity.High ? ContainerStyle.Attention : ContainerStyle.Warning,
                CardText.Literal(AlertWords.Found(view.Incidents))
            ),
        };

    private static IEnumerable<AdaptiveElement> Incidents(AlertPage page, TimeZoneInfo zone)
    {
        if (page.Incidents.Count == 0)
        {
            return [];
        }

        var from = page.Number * Most;
        var all = page.View.Incidents;
        var count =
            all > page.Incidents.Count ? $"{from + 1}–{from + page.Incidents.Count} of {all}, the newest first" : null;
        return MayChoose(page)
            ? [Choices(page, zone, count)]
            :
            [
                .. count is null ? (IEnumerable<AdaptiveElement>)[] : [CardParts.Subtle(CardText.Literal(count))],
                .. page.Incidents.SelectMany(i => Row(i, page, zone)),
            ];
    }

    private static InputChoiceSet Choices(AlertPage page, TimeZoneInfo zone, string? count) =>
        new()
        {
            Id = AlertData.ChosenInput,
            Label = count is null ? "Found" : $"Found: {count}",
            IsMultiSelect = true,
            Style = ChoiceInputStyle.Expanded,
            Separator = true,
            Spacing = Spacing.Medium,
            Choices =
            [
                // Where all choices are shown, clients read their titles as Markdown.
                .. page.Incidents.Select(i => new InputChoice(
                    CardText
                        .Escaped(
                            AlertWords.Finding(i, page.Now, zone) is { } finding
                                ? $"{SafeText.Clean(AlertWords.Subject(i), LongestName)}, {finding}"
                                : AlertWords.Subject(i),
                            2 * LongestName
                        )
                        .Value,
                    i.Incident.Id.ToString("N")
                )),
            ],
        };

    private static IEnumerable<AdaptiveElement> Row(AlertIncidentView incident, AlertPage page, TimeZoneInfo zone)
    {
        yield return CardParts.RowHeading(CardText.Escaped(AlertWords.Subject(incident), LongestName));
        if (AlertWords.Finding(incident, page.Now, zone) is { } finding)
        {
            yield return CardParts.RowLine(CardText.Escaped(finding));
        }
    }

    private static bool MayChoose(AlertPage page) => page.View.Manages && page.View.Definition.Fix is not AlertFix.None;

    private static List<AdaptiveAction> Buttons(AlertPage page)
    {
        var (view, buttons) = (page.View, new List<AdaptiveAction>());
        if (view.Manages && view.Incidents > 0)
        {
            buttons.AddRange(FixButtons(page));
            buttons.Add(
                view.Alert.IsDismissed
                    ? Plain("Restore", Verbs.RestoreAlert, page)
                    : Plain("Dismiss", Verbs.DismissAlert, page)
            );
        }

        if (view.Manages && (view.Definition.Thresholds.Count > 0 || view.Incidents == 0))
        {
            buttons.Add(Plain("Settings", Verbs.EditAlert, page));
        }

        if (page.Number > 0)
        {
            buttons.Add(Turn("Previous", page, page.Number - 1));
        }

        if ((page.Number * Most) + page.Incidents.Count < view.Incidents)
        {
            buttons.Add(Turn("Next", page, page.Number + 1));
        }

        return buttons;
    }

    private static IEnumerable<AdaptiveAction> FixButtons(AlertPage page)
    {
        var (key, view) = (page.Key, page.View);
        if (view.Definition.Fix is AlertFix.None)
        {
            yield break;
        }

        var verb = AlertFixWords.Verb(key.Kind, isAdoption: false);
        yield return CardParts.Button(
            $"{verb} chosen",
            Verbs.AskAlertFix,
            AlertData.OfFix(key, page.Number, isAll: false, isAdoption: false)
        );
        if (view.Definition.Fix is AlertFix.RemoveOrAdopt)
        {
            yield return CardParts.Button(
                "Adopt chosen",
                Verbs.AskAlertFix,
                AlertData.OfFix(key, page.Number, isAll: false, isAdoption: true)
            );
        }

        if (view.Incidents > 1)
        {
            yield return CardParts.Button(
                $"{verb} all {view.Incidents}",
                Verbs.AskAlertFix,
                AlertData.OfFix(key, page.Number, isAll: true, isAdoption: false)
            ) with
            {
                AssociatedInputs = AssociatedInputs.None,
            };
        }
    }

    private static ActionExecute Plain(string title, string verb, AlertPage page) =>
        CardParts.Button(title, verb, AlertData.Of(page.Key, page.Number)) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };

    private static ActionExecute Turn(string title, AlertPage page, int to) =>
        CardParts.Button(title, Verbs.ShowAlert, AlertData.Of(page.Key, to)) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };
}
