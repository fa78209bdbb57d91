using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Handlers;

/// <summary><c>pending</c>: for administrators everything that waits in their scopes; for others what they may decide.</summary>
internal sealed class PendingHandler : CommandHandler<PendingCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        PendingCommand command,
        CancellationToken cancellation
    )
    {
        if (
            !await AdministeredReader.IsAnyAsync(
                context.Work,
                context.Person.Id,
                AdministrationRight.View,
                cancellation
            )
        )
        {
            await ApprovalsHandler.ShowAsync(context, cancellation);
            return;
        }

        context.Show(await PageAsync(context, 0, null, cancellation), "What waits");
    }

    /// <summary>A page; one behind the last is the last.</summary>
    public static async Task<Channel.Cards.AdaptiveCard> PageAsync(
        TurnContext context,
        int number,
        string? done,
        CancellationToken cancellation
    )
    {
        var (rows, all) = await ReadAsync(context, number, cancellation);
        var last = Math.Max(0, (all - 1) / PendingCard.Most);
        if (number > last)
        {
            (number, (rows, all)) = (last, await ReadAsync(context, last, cancellation));
        }

        return PendingCard.For(rows, number, all, context.Now, context.Zone, done);
    }

    private static Task<(IReadOnlyList<PendingItem> Part, int All)> ReadAsync(
        TurnContext context,
        int number,
        CancellationToken cancellation
    ) =>
        PendingReader.ReadAsync(
            context.Work,
            context.Person.Id,
            number * PendingCard.Most,
            PendingCard.Most,
            cancellation
        );
}
