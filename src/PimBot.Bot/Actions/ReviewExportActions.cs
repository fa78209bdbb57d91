using PimBot.Application.Reviews;
using PimBot.Bot.Cards;
using PimBot.Bot.Exports;
using PimBot.Bot.Reviews;
using PimBot.Bot.Turns;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Actions;

/// <summary>Whoever may read a review's results gets them as a file.</summary>
internal sealed class ReviewExportActions(ExportLinks links) : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.ExportReview];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        var (work, reader) = (context.Work, context.Person.Id);
        if (action.Review() is not { } review)
        {
            return ReviewTurn.Unknown;
        }

        var found = await ReviewResultsReader.FindAsync(work, reader, review, cancellation);
        if (!found.IsAllowed)
        {
            return ReviewTurn.Unknown;
        }

        var view = await ReviewViewReader.OfAsync(work, found.Value, cancellation);
        if (ExportCard.FormatOf(action.Text(ExportCard.FormatKey)) is not { } format)
        {
            return InvokeAnswer.Card(ReviewExportCard.Ask(view).ToJson());
        }

        var link = await links.ForAsync(work, new ExportAsk(reader, format) { Review = review }, cancellation);
        return InvokeAnswer.Card(ReviewExportCard.Ready(view, format, link).ToJson());
    }
}
