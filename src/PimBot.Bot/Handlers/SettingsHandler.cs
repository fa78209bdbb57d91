using PimBot.Application.Access;
using PimBot.Application.Policies;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Settings;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Handlers;

/// <summary><c>settings [role] [at scope] [change]</c>.</summary>
internal sealed class SettingsHandler : CommandHandler<SettingsCommand>
{
    private const string ByName = "say “settings” and the role’s name, such as “settings Exchange Administrator”.";

    protected override async Task HandleAsync(
        TurnContext context,
        SettingsCommand command,
        CancellationToken cancellation
    )
    {
        var seen = await AdministrationReader.ReadAsync(context.Work, context.Person.Id, true, cancellation);
        if (seen is null or { IsEmpty: true })
        {
            Refuse(context, "Only administrators see the settings of roles. Your own roles tell what they ask for.");
            return;
        }

        var meant = command.RoleText is { } text ? AccessText.Find(seen, text) : seen.Accesses;
        switch (meant)
        {
            case []:
                Refuse(context, "I know no role by that name whose settings you may see.");
                return;
            case [var only]:
                await ShowAsync(context, only, command.Change, cancellation);
                return;
            default:
                var heading = command.RoleText is null ? "Settings of which role?" : "Which of these?";
                context.Show(
                    AccessChoiceCard.For(heading, meant, Verbs.ShowSettings, "Show settings", ByName),
                    heading
                );
                return;
        }
    }

    private static async Task ShowAsync(
        TurnContext context,
        ManagedAccess access,
        string? change,
        CancellationToken cancellation
    )
    {
        var view = (await PolicyReader.ViewAsync(context.Work, context.Person.Id, access.Access, cancellation))!;
        if (change is null)
        {
            context.Show(SettingsCard.For(view), "Settings");
            return;
        }

        if (view.Right is not AdministrationRight.Manage)
        {
            context.Say("You may see these settings, but not change them. Ask an administrator of this role.");
            return;
        }

        var (form, problems) = SettingsChangeText.Apply(SettingsForm.From(view, SettingsSection.Activation), change);
        context.Show(
            problems.Count > 0
                ? SettingsFormCard.For(view, form, problems)
                : await SettingsEditor.SubmitAsync(context, view, form, view.Policy.Version, false, cancellation),
            "Settings"
        );
    }

    private static void Refuse(TurnContext context, string sentence) =>
        context.Show(
            NoticeCard.For("No settings to show", sentence, CardParts.Command("My roles", "my roles")),
            "No settings to show"
        );
}
