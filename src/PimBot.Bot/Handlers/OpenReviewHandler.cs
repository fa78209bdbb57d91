using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Reviews;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Handlers;

/// <summary><c>stop review of …</c>, <c>remind</c>, <c>reset</c>, <c>apply</c>, <c>results of</c>: brings the card on which that is done.</summary>
internal sealed class OpenReviewHandler : CommandHandler<OpenReviewCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        OpenReviewCommand command,
        CancellationToken cancellation
    )
    {
        var (work, reader) = (context.Work, context.Person.Id);
        if (
            command.Name is null
            || !await AdministeredReader.IsAnyAsync(work, reader, AdministrationRight.View, cancellation)
        )
        {
            await ReviewsHandler.ShowAsync(context, cancellation);
            return;
        }

        var meant = await MeantReviews.FindAsync(work, reader, command, cancellation);
        if (meant.Count > 1)
        {
            await AskWhichAsync(context, meant, cancellation);
        }
        else if (
            meant is [var one]
            && await AdministeredReviews.FindAsync(work, reader, one.Id, cancellation) is { } review
        )
        {
            context.Show(ReviewCard.For(review, context.Zone), "The review");
        }
        else
        {
            context.Say("I know no review of that name in your scopes. These are the reviews.");
            await ReviewsHandler.ShowAsync(context, cancellation);
        }
    }

    private static async Task AskWhichAsync(
        TurnContext context,
        IReadOnlyList<AccessReview> meant,
        CancellationToken cancellation
    )
    {
        var rows = new List<ReviewView>();
        foreach (var review in meant.Take(ReviewsCard.MostRows))
        {
            if (await ReviewViewReader.FindAsync(context.Work, review.Id, cancellation) is { } row)
            {
                rows.Add(row);
            }
        }

        context.Show(ReviewsCard.Which(rows, meant.Count, context.Zone), "Which review?");
    }
}
