using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>What stands at the top of every reviewer's card: which review, how far, until when.</summary>
internal static class ReviewHead
{
    public static IEnumerable<AdaptiveElement> Of(ReviewerPage page, TimeZoneInfo zone, ReviewNote? note)
    {
        var view = page.View;
        yield return CardParts.Heading(CardText.Of($"Review: {CardText.Escaped(view.Title, 150)}"));
        foreach (var line in About(view))
        {
            yield return line;
        }

        if (note is not null)
        {
            var style = note.IsProblem ? ContainerStyle.Attention : ContainerStyle.Emphasis;
            yield return CardParts.Band(style, CardText.Escaped(note.Text));
        }

        if (!view.IsOpen)
        {
            var (style, text) = ReviewStateWords.Of(view, zone);
            yield return CardParts.Band(style, CardText.Escaped(text));
            yield break;
        }

        var (answered, total) = (page.Progress.Answered, page.Progress.Total);
        var until = Words.Moment(view.Review.EndsAt!.Value, view.Now, zone);
        yield return answered == total
            ? CardParts.Band(
                ContainerStyle.Good,
                CardText.Literal($"Done: {answered} of {total} answered"),
                CardText.Literal($"You can change answers until {until}.")
            )
            : CardParts.Subtle(CardText.Literal($"{answered} of {total} answered. Answer until {until}."));
    }

    /// <summary>Whether taking all recommendations makes sense: something is open, and recommendations are given.</summary>
    public static bool OffersRecommended(ReviewerPage page) =>
        page
            is {
                View: { IsOpen: true, Review.Settings.ShowsRecommendations: true },
                Progress: { Open: > 0, Total: > 1 }
            };

    /// <summary>The role and scope, where the title doesn't say them.</summary>
    private static IEnumerable<TextBlock> About(ReviewView view)
    {
        if (view.Title != view.What)
        {
            yield return CardParts.Subtle(CardText.Escaped(view.What, 200));
        }
    }
}
