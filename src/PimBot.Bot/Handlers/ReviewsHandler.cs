using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Reviews;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>reviews</c>: what waits for the speaker's answers; for administrators the reviews of their scopes too.</summary>
internal sealed class ReviewsHandler : CommandHandler<ReviewsCommand>
{
    protected override Task HandleAsync(TurnContext context, ReviewsCommand command, CancellationToken cancellation) =>
        ShowAsync(context, cancellation);

    public static async Task ShowAsync(TurnContext context, CancellationToken cancellation)
    {
        var page = await AdministeredReviews.PageAsync(context.Work, context.Person.Id, null, cancellation);
        context.Show(ReviewsCard.For(page, context.Zone), "Access reviews");
    }
}
