using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Reviews;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Handlers;

/// <summary><c>start review [of role] [by …] [for …] …</c>: starts the dialog with what was said; what is complete asks only to confirm.</summary>
internal sealed class StartReviewHandler : CommandHandler<StartReviewCommand>
{
    protected override Task HandleAsync(
        TurnContext context,
        StartReviewCommand command,
        CancellationToken cancellation
    ) =>
        command.FindsNeedless
            ? FindNeedlessAsync(context, cancellation)
            : StartAsync(context, command.Asked, IsWhole(command.Asked), cancellation);

    /// <summary>Members say for themselves, with a reason, whether they still need what they hold all the time.</summary>
    public static Task FindNeedlessAsync(TurnContext context, CancellationToken cancellation) =>
        StartAsync(
            context,
            new ReviewAsked
            {
                Type = AssignmentType.Active,
                IsTypeSaid = true,
                Reviewers = ReviewerKind.Self,
                IsReasonRequired = true,
                Days = ReviewDialogState.UsualDays,
                Pattern = RecurrencePattern.OneTime,
            },
            isRestUsual: true,
            cancellation
        );

    private static bool IsWhole(ReviewAsked asked) =>
        asked.RoleText is not null
        && (asked.Days is not null || asked.FaultIn is ReviewAskedPart.Days)
        && (asked.Reviewers is not null || asked.Names.Count > 0);

    private static async Task StartAsync(
        TurnContext context,
        ReviewAsked asked,
        bool isRestUsual,
        CancellationToken cancellation
    )
    {
        if (await ChangeTurn.AdministeredAsync(context, cancellation) is null)
        {
            return;
        }

        var problem =
            asked.Fault
            ?? (
                asked.Unread is { } unread ? $"I did not understand “{unread}”, so it is not part of the review." : null
            );
        var state = new ReviewDialogState { Id = context.Turn.Key[..16], IsRestUsual = isRestUsual };
        await ReviewDialog.GoOnAsync(context, state.With(asked), problem, asked.FaultIn, cancellation);
    }
}
