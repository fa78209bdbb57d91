using PimBot.Application.Reviews;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>What somebody is asked to review, and for administrators the reviews of their scopes.</summary>
internal static class ReviewsCard
{
    /// <summary>Rows of reviews to answer; who owes more sees the rest when these are done.</summary>
    public const int MostTasks = 4;

    /// <summary>Rows of reviews to administer, on a page.</summary>
    public const int MostRows = 5;

    public const string BeforeKey = "before";

    public static AdaptiveCard For(ReviewsPage page, TimeZoneInfo zone)
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal("Access reviews")) };
        body.AddRange(Tasks(page, zone));
        if (page.IsAdministrator)
        {
            body.AddRange(Administered(page, zone));
        }

        return CardParts.Card(CardText.Literal($"Access reviews: {Sum(page)}"), body, [.. Buttons(page)]);
    }

    /// <summary>Asks which of several reviews is meant.</summary>
    /// <param name="rows">At most <see cref="MostRows"/>.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="zone">The reader's time zone.</param>
    public static AdaptiveCard Which(IReadOnlyList<ReviewView> rows, int all, TimeZoneInfo zone)
    {
        const string Question = "Which review?";
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal(Question)) };
        body.AddRange(rows.SelectMany(view => Row(view, zone)));
        if (CardParts.More(all, rows.Count, "say the role’s whole name and where it is held.") is { } more)
        {
            body.Add(more);
        }

        var titles = string.Join(", ", rows.Select(view => SafeText.Clean(view.Title, 80)));
        return CardParts.Card(CardText.Of($"{Question} {titles}"), body, [CardParts.Command("Reviews", "reviews")]);
    }

    private static string Sum(ReviewsPage page) =>
        page.Tasks.Sum(t => t.Progress.Open) is > 0 and var open
            ? $"{ReviewWords.Count(open, "answer is", "answers are")} asked of you."
            : "nothing waits for your answer.";

    private static IEnumerable<AdaptiveElement> Tasks(ReviewsPage page, TimeZoneInfo zone)
    {
        if (page.Tasks.Count == 0)
        {
            yield return CardParts.Line(CardText.Literal("Nothing waits for your answer."));
            yield break;
        }

        yield return CardParts.Subtle(CardText.Literal($"For you to answer: {Sum(page)}"));
        foreach (var task in page.Tasks.Take(MostTasks))
        {
            var (view, progress) = (task.View, task.Progress);
            yield return CardParts.RowHeading(CardText.Escaped(view.Title, 150));
            if (view.Title != view.What)
            {
                yield return CardParts.RowLine(CardText.Escaped(view.What, 200));
            }

            var until = Words.Moment(view.Review.EndsAt!.Value, view.Now, zone);
            yield return CardParts.RowLine(
                CardText.Literal($"{progress.Answered} of {progress.Total} answered. Answer until {until}")
            );
            yield return new ActionSet
            {
                Actions =
                [
                    CardParts.Button(
                        progress.Open == 0 ? "Look again"
                            : progress.Answered == 0 ? "Begin"
                            : "Go on",
                        Verbs.ShowReview,
                        CardData.Of(view.Review.Id),
                        progress.Open > 0 ? ActionStyle.Positive : null,
                        $"Answer: {SafeText.Clean(view.Title, 80)}"
                    ),
                ],
            };
        }

        if (CardParts.More(page.Tasks.Count, MostTasks, "they come here when these are answered.") is { } more)
        {
            yield return more;
        }
    }

    private static IEnumerable<AdaptiveElement> Administered(ReviewsPage page, TimeZoneInfo zone)
    {
        yield return CardParts.RowHeading(CardText.Literal("In the scopes that you administer"));
        if (page.Rows.Count == 0)
        {
            yield return CardParts.RowLine(
                CardText.Literal(page.IsFirst ? "No review was held yet." : "No older review.")
            );
        }

        foreach (var part in page.Rows.SelectMany(view => Row(view, zone)))
        {
            yield return part;
        }
    }

    private static IEnumerable<AdaptiveElement> Row(ReviewView view, TimeZoneInfo zone)
    {
        yield return CardParts.RowHeading(CardText.Escaped(view.Title, 150));
        foreach (var line in About(view, zone))
        {
            yield return CardParts.RowLine(line);
        }

        yield return new ActionSet
        {
            Actions =
            [
                CardParts.Button(
                    "Open",
                    Verbs.AdministerReview,
                    CardData.Of(view.Review.Id),
                    view.Review.State is ReviewState.Completed && !view.Review.Settings.IsAutoApplied
                        ? ActionStyle.Positive
                        : null,
                    $"Open: {SafeText.Clean(view.Title, 80)}"
                ),
            ],
        };
    }

    private static IEnumerable<CardText> About(ReviewView view, TimeZoneInfo zone)
    {
        if (view.Title != view.What)
        {
            yield return CardText.Escaped(view.What, 200);
        }

        yield return CardText.Escaped(ReviewStateWords.Of(view, zone).Text);
        if (ReviewNumbers.Of(view) is { } numbers)
        {
            yield return CardText.Literal(numbers);
        }
    }

    private static IEnumerable<AdaptiveAction> Buttons(ReviewsPage page)
    {
        if (!page.IsFirst)
        {
            yield return CardParts.Button("Newest", Verbs.ShowReviews);
        }

        if (page.Older is { } before)
        {
            yield return CardParts.Button(
                "Older",
                Verbs.ShowReviews,
                new System.Text.Json.Nodes.JsonObject { [BeforeKey] = before.Value.ToString("N") }
            );
        }

        if (page.MayStart)
        {
            yield return CardParts.Command("Start review", "start review");
            yield return CardParts.Button("Find needless permanent administrators", Verbs.FindNeedless);
        }
    }
}
