using PimBot.Bot.Alerts;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Activations;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Cards;

/// <summary>Asks an administrator to confirm a fix of incidents, with what follows; then says what became of each.</summary>
internal static class AlertFixCard
{
    public const string ReasonInput = "reason";
    private const int MostNames = 12;
    private const int MostReasons = 6;
    private const int LongestName = 120;

    public static AdaptiveCard For(AlertFixView view, string? reason, string? problem = null)
    {
        var (kind, fixable) = (view.View.Key.Kind, view.Fixable);
        var question = AlertFixWords.Question(kind, view.IsAdoption, fixable.Count);
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Literal(question)),
            CardParts.Subtle(AlertsCard.Title(view.View)),
        };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        body.AddRange(List(fixable));
        if (fixable.Count > MostNames)
        {
            body.Add(CardParts.RowLine(CardText.Literal($"and {fixable.Count - MostNames} more")));
        }

        body.AddRange(Refused(view, "Stays as it is"));
        body.AddRange(More(view));
        if (fixable.Count == 0)
        {
            return CardParts.Card(CardText.Literal("Nothing can be done here."), body, [Back("Back", view)]);
        }

        body.Add(CardParts.Line(CardText.Literal(AlertFixWords.Consequence(kind, view.IsAdoption))));
        body.Add(Reason(view, reason));
        return CardParts.Card(
            CardText.Literal($"{question} Use a client that shows cards to confirm it."),
            body,
            [
                CardParts.Button(
                    "Confirm",
                    Verbs.ConfirmAlertFix,
                    AlertData.OfConfirmation(view),
                    TakesAway(view) ? ActionStyle.Destructive : ActionStyle.Positive
                ),
                Back("Cancel", view),
            ]
        );
    }

    /// <summary>What became of it.</summary>
    public static AdaptiveCard Done(AlertFixView view)
    {
        var kind = view.View.Key.Kind;
        var done = view.Lines.Where(l => l is { Refusal: null, IsWaiting: false }).Select(l => l.Incident).ToList();
        var waiting = view.Lines.Where(l => l is { Refusal: null, IsWaiting: true }).Select(l => l.Incident).ToList();
        var state = done.Count == 0 ? "Nothing has changed yet" : AlertFixWords.Done(kind, view.IsAdoption, done.Count);
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(AlertsCard.Title(view.View)),
            CardParts.Band(done.Count == 0 ? ContainerStyle.Emphasis : ContainerStyle.Good, CardText.Literal(state)),
        };
        body.AddRange(List(done));
        if (waiting.Count > 0)
        {
            body.Add(CardParts.Line(CardText.Literal("Waits, for another administrator or another owner:")));
            body.AddRange(waiting.Take(MostNames).Select(w => CardParts.RowLine(Name(w))));
        }

        body.AddRange(Refused(view, "Left as before"));
        body.AddRange(More(view));
        return CardParts.Card(
            CardText.Of($"{AlertWords.Title(kind)}: {state}."),
            body,
            [Back("Back to the alert", view), CardParts.Command("Alerts", "alerts")]
        );
    }

    /// <summary>The first ones by name, apart from what stands above.</summary>
    private static IEnumerable<TextBlock> List(IEnumerable<Application.Alerts.AlertIncidentView> incidents) =>
        incidents
            .Take(MostNames)
            .Select(
                (incident, i) =>
                    i == 0
                        ? CardParts.Line(Name(incident))
                        : CardParts.Line(Name(incident)) with
                        {
                            Spacing = Spacing.None,
                        }
            );

    private static bool TakesAway(AlertFixView view) =>
        !view.IsAdoption && AlertDefinitions.Of(view.View.Key.Kind).Fix is not AlertFix.RequireMfa;

    private static InputText Reason(AlertFixView view, string? reason)
    {
        var isRequired = AlertFixing.NeedsReason(view);
        return new InputText
        {
            Id = ReasonInput,
            Label = isRequired ? "Why" : "Why (if you like)",
            IsMultiline = true,
            IsRequired = isRequired ? true : null,
            ErrorMessage = isRequired ? "Give the reason." : null,
            MaxLength = ActivationAsk.LongestJustification,
            Value = CardParts.Typed(reason, ActivationAsk.LongestJustification),
        };
    }

    private static IEnumerable<AdaptiveElement> Refused(AlertFixView view, string title) =>
        view
            .Refused.GroupBy(r => r.Refusal, StringComparer.Ordinal)
            .Take(MostReasons)
            .Select(why =>
                CardParts.Words(
                    $"{title} ({SafeText.Clean(AssignmentText.Names([.. why.Select(r => Plain(r.Incident))], 4), 400)})",
                    why.Key
                )
            );

    private static IEnumerable<AdaptiveElement> More(AlertFixView view) =>
        view.HasMore
            ?
            [
                CardParts.Subtle(
                    CardText.Literal($"Only {view.Lines.Count} at a time: there are more, so do it again afterwards.")
                ),
            ]
            : [];

    private static CardText Name(Application.Alerts.AlertIncidentView incident) =>
        CardText.Escaped(AlertWords.Subject(incident), LongestName);

    private static string Plain(Application.Alerts.AlertIncidentView incident) =>
        SafeText.Clean(AlertWords.Subject(incident), LongestName);

    private static ActionExecute Back(string title, AlertFixView view) =>
        CardParts.Button(title, Verbs.ShowAlert, AlertData.Of(view.View.Key)) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };
}
