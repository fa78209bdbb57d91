using PimBot.Application.Alerts;
using PimBot.Bot.Alerts;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>When an alert warns, to be filled in.</summary>
internal static class AlertSettingsCard
{
    /// <param name="view">The alert.</param>
    /// <param name="form">What stands in the fields.</param>
    /// <param name="problems">What is wrong with it; empty: nothing.</param>
    public static AdaptiveCard For(AlertView view, AlertForm form, IReadOnlyList<string>? problems = null)
    {
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Literal("When to warn")),
            CardParts.Subtle(AlertsCard.Title(view)),
        };
        if (problems is { Count: > 0 })
        {
            body.Add(SettingsFormCard.Problems(problems));
        }

        body.AddRange(
            view.Definition.Thresholds.Select(t => new InputNumber
            {
                Id = AlertForm.InputOf(t.Name),
                Label = AlertWords.Label(view.Key.Kind, t),
                Min = t.Least,
                Max = t.Most,
                Value = form.Values[t.Name] ?? t.Default,
                IsRequired = true,
                ErrorMessage = $"A whole number from {t.Least} to {t.Most}.",
            })
        );
        body.Add(
            new InputToggle
            {
                Id = AlertForm.EnabledInput,
                Label = "This alert",
                Title = "Look for it",
                Value = form.IsEnabled ? AlertForm.On : "false",
            }
        );
        return CardParts.Card(
            CardText.Literal("Say such as “set alert stale accounts to 60 days”."),
            body,
            [
                CardParts.Button("Save", Verbs.SaveAlert, AlertData.Of(view.Key), ActionStyle.Positive),
                CardParts.Button("Back", Verbs.ShowAlert, AlertData.Of(view.Key)) with
                {
                    AssociatedInputs = AssociatedInputs.None,
                },
            ]
        );
    }
}
