using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>A review as an administrator sees it: how it stands, how it is held, and what can be done about it.</summary>
internal static class ReviewCard
{
    public const string ChangeKey = "change";

    /// <param name="page">The review.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="note">What was just done, or was wrong; null: nothing.</param>
    public static AdaptiveCard For(AdministeredReview page, TimeZoneInfo zone, ReviewNote? note = null)
    {
        var view = page.View;
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Of($"Review: {CardText.Escaped(view.Title, 150)}")),
        };
        if (note is not null)
        {
            var style = note.IsProblem ? ContainerStyle.Attention : ContainerStyle.Emphasis;
            body.Add(CardParts.Band(style, CardText.Escaped(note.Text)));
        }

        var (colour, state) = ReviewStateWords.Of(view, zone);
        body.Add(
            CardParts.Band(
                colour,
                CardText.Escaped(state),
                ReviewNumbers.Of(view) is { } numbers ? CardText.Literal(numbers) : null
            )
        );
        body.Add(new FactSet { Facts = Facts(page, zone) });
        if (page.Owing.Count > 0)
        {
            body.Add(CardParts.Words("Still to answer", Names(page)));
        }

        return CardParts.Card(CardText.Of($"Review: {view.Title}. {state}"), body, [.. Buttons(page)]);
    }

    private static string Names(AdministeredReview page) =>
        AssignmentText.Names([.. page.Owing.Select(n => SafeText.Clean(n, 60))], 10);

    private static List<Fact> Facts(AdministeredReview page, TimeZoneInfo zone)
    {
        var (view, settings) = (page.View, page.View.Review.Settings);
        var facts = new List<Fact>
        {
            new(CardText.Literal("Of"), CardText.Escaped(view.What, 200)),
            new(CardText.Literal("What"), CardText.Literal(ReviewWords.Kind(settings.Type))),
            new(CardText.Literal("Reviewers"), CardText.Escaped(page.Reviewers)),
            new(CardText.Literal("How long"), CardText.Literal(ReviewWords.Days(settings.Days))),
            new(CardText.Literal("How often"), CardText.Literal(ReviewWords.Recurrence(settings.Recurrence))),
            new(CardText.Literal("Silence"), CardText.Literal(ReviewWords.Silence(settings.WhenSilent))),
            new(CardText.Literal("At the end"), CardText.Literal(ReviewWords.Applying(settings))),
        };
        if (page.Next is { } next)
        {
            facts.Add(new(CardText.Literal("Next one"), CardText.Literal(Words.Moment(next, view.Now, zone))));
        }

        if (view.CreatedBy is { } starter)
        {
            facts.Add(new(CardText.Literal("Started by"), CardText.Escaped(starter.Name, 120)));
        }

        return facts;
    }

    private static IEnumerable<AdaptiveAction> Buttons(AdministeredReview page)
    {
        var (view, id) = (page.View, page.View.Review.Id);
        var isRunning = view.IsOpen;
        if (view.Review.State is ReviewState.Completed && page.MayManage)
        {
            yield return Change("Apply results", ReviewChange.Apply, id, ActionStyle.Positive);
        }

        if (view.Review.State is not ReviewState.NotStarted)
        {
            yield return CardParts.Button(isRunning ? "Answers" : "Results", Verbs.ShowReviewResults, CardData.Of(id));
        }

        if (page.MayManage && isRunning)
        {
            if (page.Owing.Count > 0)
            {
                yield return CardParts.Button("Remind", Verbs.RemindReviewers, CardData.Of(id));
            }

            yield return Change("Reset", ReviewChange.Reset, id);
        }

        if (page.MayManage && (isRunning || view.Review.State is ReviewState.NotStarted))
        {
            yield return Change("Stop", ReviewChange.Stop, id);
        }

        if (page is { MayManage: true, HasMoreToCome: true })
        {
            yield return Change("End the series", ReviewChange.StopSeries, id);
        }

        yield return CardParts.Button("All reviews", Verbs.ShowReviews);
    }

    private static ActionExecute Change(string title, ReviewChange change, ReviewId id, ActionStyle? style = null)
    {
        var data = CardData.Of(id);
        data[ChangeKey] = change.ToString();
        return CardParts.Button(title, Verbs.AskReviewChange, data, style);
    }
}
