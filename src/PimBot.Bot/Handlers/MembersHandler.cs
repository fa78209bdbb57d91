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
            OnlyAdministrators.Refuse(context);
            return;
        }

        if (command.Asked.Parts.Count == 0)
        {
            await AskAsync(context, cancellation);
            return;
        }

        var names = AskedNames.Read(command.Asked, Offering.Names(seen.Select(a => a.Role)), leading: "");
        await ShowAsync(context, AssignmentFinder.Roles(seen, names), names, cancellation);
    }

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
                    [.. meant.Take(MostButtons).Select(a => CardParts.Command(Short(a.Role), $"members {a.Role.Name}"))]
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

    private static string Short(Role role) => Channel.Cards.SafeText.Clean(role.Name, 40);
}
