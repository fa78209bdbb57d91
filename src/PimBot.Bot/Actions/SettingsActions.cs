using PimBot.Application.Policies;
using PimBot.Bot.Cards;
using PimBot.Bot.Settings;
using PimBot.Bot.Turns;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Actions;

/// <summary>Shows a role's settings, opens a section of them, judges what was filled in, and saves it.</summary>
internal sealed class SettingsActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs =>
        [Cards.Verbs.ShowSettings, Cards.Verbs.EditSettings, Cards.Verbs.SubmitSettings, Cards.Verbs.SaveSettings];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        var view = (action.Access() ?? action.Chosen()) is { } access
            ? await PolicyReader.ViewAsync(context.Work, context.Person.Id, access, cancellation)
            : null;
        if (view is null)
        {
            return InvokeAnswer.Message("There are no such settings that you may see. Say “settings” to see which.");
        }

        if (action.Verb == Cards.Verbs.ShowSettings)
        {
            return InvokeAnswer.Card(SettingsCard.For(view).ToJson());
        }

        if (view.Right is not AdministrationRight.Manage)
        {
            return InvokeAnswer.Message(
                "You may see these settings, but not change them. Ask an administrator of this role."
            );
        }

        return action.Section() is { } section
            ? await EditAsync(context, action, view, section, cancellation)
            : InvokeAnswer.Message("This card is broken. Say “settings” and the role’s name.");
    }

    private static async Task<InvokeAnswer> EditAsync(
        TurnContext context,
        CardAction action,
        PolicyView view,
        SettingsSection section,
        CancellationToken cancellation
    )
    {
        if (action.Verb == Cards.Verbs.EditSettings)
        {
            var form = SettingsForm.FromData(action, section) ?? SettingsForm.From(view, section);
            return InvokeAnswer.Card(SettingsFormCard.For(view, form).ToJson());
        }

        var isConfirmed = action.Verb == Cards.Verbs.SaveSettings;
        var filled = isConfirmed ? SettingsForm.FromData(action, section) : SettingsForm.FromInputs(action, section);
        if (filled is null || action.Version() is not { } version)
        {
            return InvokeAnswer.Message("This card is broken. Say “settings” and the role’s name.");
        }

        var card = await SettingsEditor.SubmitAsync(context, view, filled, version, isConfirmed, cancellation);
        return InvokeAnswer.Card(card.ToJson());
    }
}
