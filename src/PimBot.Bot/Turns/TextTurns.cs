using PimBot.Application.Access;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Dialogs.Reviews;
using PimBot.Bot.Handlers;

namespace PimBot.Bot.Turns;

/// <summary>
/// What somebody typed: the answer to a question that is open, or a command. Commands work at any time; the question
/// is asked again afterwards.
/// </summary>
internal sealed class TextTurns(
    IEnumerable<ICommandHandler> handlers,
    ActivationDialog dialog,
    AssignmentDialog assignments
)
{
    private readonly Dictionary<Type, ICommandHandler> handlers = handlers.ToDictionary(h => h.CommandType);

    public async Task HandleAsync(TurnContext context, string text, CancellationToken cancellation)
    {
        var roles = RoleChoice.Names(await AccessReader.NamedAsync(context.Work, context.Person.Id, cancellation));
        var command = CommandParser.Parse(text, new TextContext(context.Now, context.Zone, roles));
        var assignment = await AssignmentDialogStates.ReadAsync(context, cancellation);
        if (assignment is not null && OpenAssignment.Takes(assignment, text, command))
        {
            await assignments.AnswerAsync(context, assignment, text, cancellation);
            return;
        }

        var review = await ReviewDialogStates.ReadAsync(context, cancellation);
        if (review is not null && ReviewDialog.Takes(review, text, command))
        {
            await ReviewDialog.AnswerAsync(context, review, text, cancellation);
            return;
        }

        var open = await DialogStates.ReadAsync(context, cancellation);
        if (open is not null && IsAnswer(open, text, command, roles, context))
        {
            await dialog.AnswerAsync(context, open, text, cancellation);
            return;
        }

        await handlers[command.GetType()].HandleAsync(context, command, cancellation);
        var still = await DialogStates.ReadAsync(context, cancellation);
        if (open is not null && still == open && still.Step != RoleChoice.StepName)
        {
            await dialog.RemindAsync(context, still, cancellation);
        }
        else if (assignment is not null && assignment == await AssignmentDialogStates.ReadAsync(context, cancellation))
        {
            await assignments.RemindAsync(context, assignment, cancellation);
        }
        else if (review is not null && review.Id == (await ReviewDialogStates.ReadAsync(context, cancellation))?.Id)
        {
            await ReviewDialog.GoOnAsync(context, review, null, cancellation);
        }
    }

    private static bool IsAnswer(
        ActivationDialogState open,
        string text,
        Command command,
        IReadOnlyList<NamedRole> roles,
        TurnContext context
    ) =>
        command switch
        {
            UnknownCommand => true,
            // "Help" is no short word for "Helpdesk Administrator", but "help desk" is its name.
            _ when open.Step == RoleChoice.StepName => RoleNames.Match(text, roles) is not RoleMatch.None
                && (
                    RoleNames.Named(text, roles).Count > 0
                    || !CommandParser.IsUnmistakable(text, new TextContext(context.Now, context.Zone, roles))
                ),
            _ when open.Step == WhenStep.StepName && TimeText.Parse(text, context.Now, context.Zone).Fault is null =>
                true,
            // "Exchange for 1h" is no duration and no ticket, but "Exchange migration" is a reason.
            _ when open.Step == JustificationStep.StepName => !CommandParser.IsUnmistakable(
                text,
                new TextContext(context.Now, context.Zone, roles)
            ),
            // "Request REQ0012345" asks for no role.
            ActivateCommand { RoleText: null, When: null, Justification: null, Ticket: not null } => open.Step
                == TicketStep.StepName,
            ActivateCommand { RoleText: { } role } => RoleNames.Match(role, roles) is RoleMatch.None,
            ExtendCommand { RoleText: { } role } => RoleNames.Match(role, roles) is RoleMatch.None,
            EndCommand { RoleText: { } role } => RoleNames.Match(role, roles) is RoleMatch.None,
            _ => false,
        };
}
