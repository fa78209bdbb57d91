using PimBot.Application.Policies;
using PimBot.Bot.Settings;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>What a change of settings would mean, before it is saved.</summary>
internal static class SettingsConfirmCard
{
    /// <param name="view">The settings as they are.</param>
    /// <param name="form">What was filled in; it comes back with the answer.</param>
    /// <param name="changes">What would change; at least one.</param>
    /// <param name="effect">Whom that concerns.</param>
    public static AdaptiveCard For(
        PolicyView view,
        SettingsForm form,
        IReadOnlyList<SettingsChange> changes,
        string effect
    ) =>
        CardParts.Card(
            CardText.Of($"Save the settings of {view.Role.Name}? {effect}"),
            [
                CardParts.Heading(CardText.Of($"Save the settings of {view.Role.Name}?")),
                CardParts.Subtle(CardText.Of($"{view.Scope.Name}")),
                .. changes.Select(c => CardParts.Line(CardText.Escaped(c.Words))),
                CardParts.Band(ContainerStyle.Warning, CardText.Literal("What this means"), CardText.Escaped(effect)),
            ],
            [
                CardParts.Button(
                    "Save",
                    Verbs.SaveSettings,
                    form.AddTo(SettingsData.Of(view, form.Section)),
                    ActionStyle.Positive
                ),
                CardParts.Button("Back", Verbs.EditSettings, form.AddTo(SettingsData.Of(view, form.Section))),
            ]
        );
}
