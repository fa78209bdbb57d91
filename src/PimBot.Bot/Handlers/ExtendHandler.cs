using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Handlers;

/// <summary>
/// <c>extend [role] …</c>: the dialog of an activation, about one that is running. Where none is running, one's own
/// assignment near its end is meant; after that, for administrators, somebody else's.
/// </summary>
internal sealed class ExtendHandler(ActivationDialog dialog, Wishes wishes) : CommandHandler<ExtendCommand>
{
    private const string Example = "extend Bob's Exchange Administrator for 3 months";

    protected override async Task HandleAsync(
        TurnContext context,
        ExtendCommand command,
        CancellationToken cancellation
    )
    {
        var meant = await GrantChoice.FindAsync(context, command.RoleText, cancellation);
        if (meant is [var only])
        {
            await RunningAsync(context, dialog, only, command, cancellation);
            return;
        }

        if (meant.Count == 0 && command.Assignment is { } asked && await StandingAsync(context, asked, cancellation))
        {
            return;
        }

        ActiveCard.Show(context, meant, "Which one needs more time?", command.RoleText);
    }

    /// <summary>Asks for more time with a running activation.</summary>
    public static async Task RunningAsync(
        TurnContext context,
        ActivationDialog dialog,
        HeldAccess running,
        ExtendCommand command,
        CancellationToken cancellation
    )
    {
        var (state, problem) = DialogStart.From(context, command.When, command.Justification, command.Ticket);
        var about = state.About(running.Grant!.Access) with { Extends = running.Grant.Id.Value, IsExtension = true };
        await dialog.GoOnAsync(context, about, problem, cancellation);
    }

    private async Task<bool> StandingAsync(TurnContext context, AssignmentAsked asked, CancellationToken cancellation)
    {
        var own = await Wishes.OwnAsync(context, asked, cancellation);
        if (own.Any(v => v.CanExtend || v.Pending is not null))
        {
            await wishes.StartAsync(context, RequestAction.SelfExtend, asked, cancellation);
            return true;
        }

        // Somebody else's is named by a person and a role.
        if (asked.Parts.Count > 0 && await MayBeOthersAsync(context, own, cancellation))
        {
            await ChangeTurn.StartAsync(context, AssignmentChange.Prolong, asked, "'s", Example, cancellation);
            return true;
        }

        return await NotYet.ShowAsync(context, own, asked, cancellation);
    }

    /// <summary>Whether the words may mean an assignment that the speaker manages, rather than one's own alone.</summary>
    private static async Task<bool> MayBeOthersAsync(
        TurnContext context,
        IReadOnlyList<AssignmentView> own,
        CancellationToken cancellation
    )
    {
        var managed = await AdministeredReader.ReadAsync(
            context.Work,
            context.Person.Id,
            AdministrationRight.Manage,
            cancellation
        );
        return managed.Count > 0
            && (
                own.Count == 0
                || own.Any(v =>
                    managed.Any(m =>
                        m.Role.Id == v.Assignment.Access.Role && m.Scopes.Any(s => s.Id == v.Assignment.Access.Scope)
                    )
                )
            );
    }
}
