using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Handlers;

/// <summary><c>make permanent [person] [role]</c>, and <c>make permanent [role]</c> for everybody who is eligible for it.</summary>
internal sealed class MakePermanentHandler : CommandHandler<MakePermanentCommand>
{
    private const string Example = "make permanent Bob in Exchange Administrator";

    protected override async Task HandleAsync(
        TurnContext context,
        MakePermanentCommand command,
        CancellationToken cancellation
    )
    {
        if (await ChangeTurn.AdministeredAsync(context, cancellation) is not { } administered)
        {
            return;
        }

        var roles = Offering.Names(administered.Select(a => a.Role));
        var names = AskedNames.Read(command.Asked, roles, "", isAboutWho: true);
        if (names is not { RoleText: not null, Who: null })
        {
            await ChangeTurn.StartAsync(
                context,
                AssignmentChange.MakePermanent,
                command.Asked,
                "",
                Example,
                cancellation
            );
            return;
        }

        await WholeRoleAsync(context, AssignmentFinder.Roles(administered, names), command.Asked, cancellation);
    }

    private static async Task WholeRoleAsync(
        TurnContext context,
        IReadOnlyList<AdministeredRole> roles,
        AssignmentAsked asked,
        CancellationToken cancellation
    )
    {
        var eligible = new List<RolePermanentView>();
        foreach (var access in roles.SelectMany(a => a.Scopes.Select(s => new RoleScope(a.Role.Id, s.Id))))
        {
            if (await RolePermanentView.ReadAsync(context.Work, access, cancellation) is { Eligible.Count: > 0 } view)
            {
                eligible.Add(view);
            }
        }

        switch (eligible)
        {
            case []:
                ChangeTurn.Say(context, "Nobody is eligible for a role of that name that you manage.");
                return;
            case [var only]:
                context.Show(
                    RolePermanentCard.For(only, asked.Justification, context.Zone),
                    $"Make {only.Role.Name} permanent?"
                );
                return;
            default:
                context.Show(
                    NoticeCard.For(
                        "Which of these?",
                        "More than one role, or place, may be meant.",
                        [.. eligible.Take(6).Select(v => CardParts.Command(v.Name, $"make permanent {v.Name}"))]
                    ),
                    "Which of these?"
                );
                return;
        }
    }
}
