using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Handlers;

/// <summary><c>members [role]</c>: who holds a role, or may activate it.</summary>
internal sealed class MembersHandler : CommandHandler<MembersCommand>
{
    private const int MostButtons = 6;
    private const string NotYours =
        "Who has a role, or is in a group, is shown to those who administer it, and you don’t administer any now. Say “my roles” to see what you have yourself.";

    protected override async Task HandleAsync(
        TurnContext context,
        MembersCommand command,
        CancellationToken cancellation
    )
    {
        var seen = await AdministeredReader.ReadAsync(
            context.Work,
            context.Person.Id,
            AdministrationRight.View,
            cancellation
        );
        if (seen.Count == 0)
        {
            OnlyAdministrators.Refuse(context, NotYours);
            return;
        }

        if (command.Asked.Parts.Count == 0)
        {
            await AskAsync(context, cancellation);
            return;
        }

        if (await IsOfGroupAsync(context, seen, command.Asked, cancellation))
        {
            return;
        }

        var names = AskedNames.Read(command.Asked, Offering.Names(seen.Select(a => a.Role)), leading: "");
        await ShowAsync(context, AssignmentFinder.Roles(seen, names), names, cancellation);
    }

    /// <summary>Shows the group that the words name, or asks where they name a role as well; false: they name no group that may be seen.</summary>
    private static async Task<bool> IsOfGroupAsync(
        TurnContext context,
        IReadOnlyList<AdministeredRole> seen,
        AssignmentAsked asked,
        CancellationToken cancellation
    )
    {
        var text = asked.Text(0, asked.Parts.Count);
        var named = await GroupNames.FindAsync(context, text, cancellation);
        var groups = await GroupPage.SeenAsync(context, named, cancellation);
        var roles = RoleNames.Named(text, Offering.Names(seen.Select(a => a.Role)));
        if (groups.Count == 0)
        {
            return false;
        }

        if (roles.Count > 0)
        {
            AskWhich(context, text, roles, groups);
            return true;
        }

        // Who may join a group that PimBot manages is what its one role shows.
        var managed = GroupNames.Find(seen, text);
        if (!GroupNames.SaysGroup(text) && managed is [{ Scopes: [var scope] } only])
        {
            var page = (await MembersPages.ReadAsync(context, only.Role.Id, scope.Id, 0, cancellation))!;
            context.Show(MembersCard.For(page, context.Now, context.Zone), page.Heading);
            return true;
        }

        foreach (var group in groups.Take(MostButtons))
        {
            await GroupPage.ShowAsync(context, group, seen, cancellation);
        }

        return true;
    }

    private static void AskWhich(
        TurnContext context,
        string text,
        IReadOnlyList<NamedRole> roles,
        IReadOnlyList<Group> groups
    ) =>
        context.Show(
            NoticeCard.For(
                "A role or a group?",
                $"“{text}” is the name of more than one thing. Whose members do you mean?",
                [
                    .. roles
                        .Select(r => CardParts.Button(Title(r.Name), Verbs.ShowMembers, CardData.Of(new RoleId(r.Key))))
                        .Concat(
                            groups.Select(g =>
                                CardParts.Command(Title($"The group {g.Name}"), $"members group {g.Name}")
                            )
                        )
                        .Take(MostButtons),
                ]
            ),
            "A role or a group?"
        );

    private static string Title(string name) => Channel.Cards.SafeText.Clean(name, 40);

    private static async Task ShowAsync(
        TurnContext context,
        IReadOnlyList<AdministeredRole> meant,
        AskedNames names,
        CancellationToken cancellation
    )
    {
        if (meant is not [var only])
        {
            var text = meant.Count == 0 ? "I know no role of that name whose members you may see." : "Say which one.";
            context.Show(
                NoticeCard.For(
                    "Members of which role?",
                    text,
                    [
                        .. meant
                            .Take(MostButtons)
                            .Select(a => CardParts.Command(Title(a.Role.Name), $"members {a.Role.Name}")),
                    ]
                ),
                "Members of which role?"
            );
            return;
        }

        var at = names.Place is not null && only.Scopes is [var place] ? place.Id : (ScopeId?)null;
        var page = (await MembersPages.ReadAsync(context, only.Role.Id, at, 0, cancellation))!;
        context.Show(MembersCard.For(page, context.Now, context.Zone), page.Heading);
    }

    private static async Task AskAsync(TurnContext context, CancellationToken cancellation)
    {
        var view = await AdministrationReader.ReadAsync(context.Work, context.Person.Id, false, cancellation);
        var held = view?.Accesses.Where(a => a.All > 0).ToList() ?? [];
        if (held.Count == 0)
        {
            context.Show(
                NoticeCard.For("Nobody has a role", "No role that you see is assigned to anybody."),
                "Nobody has a role"
            );
            return;
        }

        const string Heading = "Members of which role?";
        const string ByName = "say “members” and the role’s name, such as “members Exchange Administrator”.";
        context.Show(AccessChoiceCard.For(Heading, held, Verbs.ShowMembers, "Show members", ByName), Heading);
    }
}
