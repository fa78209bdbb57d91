using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>Asks whether a review shall be stopped, reset or applied, with what follows in words.</summary>
internal static class ReviewChangeCard
{
    public const string SeenKey = "seen";

    /// <param name="page">The review.</param>
    /// <param name="change">What is asked for.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="problem">What was wrong; null: nothing.</param>
    public static AdaptiveCard For(
        AdministeredReview page,
        ReviewChange change,
        TimeZoneInfo zone,
        string? problem = null
    )
    {
        var view = page.View;
        var question = Question(change);
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Literal(question)),
            CardParts.Subtle(CardText.Of($"Review: {CardText.Escaped(view.Title, 150)}")),
        };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        body.AddRange(Follows(page, change, zone).Select(line => CardParts.Line(CardText.Escaped(line))));
        if (change is ReviewChange.Apply && page.Losing.Count > 0)
        {
            var all = view.Totals.Of(ReviewItemResult.ToRemove);
            var names = string.Join(", ", page.Losing.Select(n => SafeText.Clean(n, 60)));
            body.Add(
                CardParts.Words("Who", all > page.Losing.Count ? $"{names} and {all - page.Losing.Count} more" : names)
            );
        }

        var data = CardData.Of(view.Review.Id);
        data[ReviewCard.ChangeKey] = change.ToString();
        data[SeenKey] = Seen(page, change);
        return CardParts.Card(
            CardText.Of($"{question} {view.Title}"),
            body,
            [
                CardParts.Button("Confirm", Verbs.ConfirmReviewChange, data, Style(change)),
                CardParts.Button("Back", Verbs.AdministerReview, CardData.Of(view.Review.Id)),
            ]
        );
    }

    /// <summary>What the card said of it, to be compared when it is confirmed.</summary>
    public static string Seen(AdministeredReview page, ReviewChange change) =>
        change is ReviewChange.Apply
            ? $"{page.View.Review.State}/{page.View.Totals.Of(ReviewItemResult.ToRemove)}"
            : $"{page.View.Review.State}";

    private static ActionStyle Style(ReviewChange change) =>
        change is ReviewChange.Apply ? ActionStyle.Positive : ActionStyle.Destructive;

    private static string Question(ReviewChange change) =>
        change switch
        {
            ReviewChange.Stop => "Stop this review?",
            ReviewChange.StopSeries => "End the whole series?",
            ReviewChange.Reset => "Take back all answers?",
            _ => "Apply the results?",
        };

    private static IEnumerable<string> Follows(AdministeredReview page, ReviewChange change, TimeZoneInfo zone)
    {
        var (view, totals) = (page.View, page.View.Totals);
        switch (change)
        {
            case ReviewChange.Reset:
                yield return $"{ReviewWords.Count(totals.Answered, "answer is", "answers are")} taken back, and the reviewers are asked again.";
                yield return $"The end stays: {Words.Moment(view.Review.EndsAt ?? view.Now, view.Now, zone)}.";
                break;
            case ReviewChange.Apply:
                yield return Losing(totals.Of(ReviewItemResult.ToRemove), view.Role.Name);
                yield return "The last administrator stays in any case, and emergency accounts wait for a second administrator.";
                break;
            default:
                foreach (var line in Stopping(page, change, zone))
                {
                    yield return line;
                }

                break;
        }
    }

    private static IEnumerable<string> Stopping(AdministeredReview page, ReviewChange change, TimeZoneInfo zone)
    {
        var (view, answered) = (page.View, page.View.Totals.Answered);
        if (view.IsOpen)
        {
            yield return answered == 0
                ? "Nobody answered yet. Nobody loses anything, and it can’t be begun again."
                : $"{ReviewWords.Count(answered, "answer is", "answers are")} not used. Nobody loses anything, and it can’t be begun again.";
        }
        else if (view.Review.State is ReviewState.NotStarted)
        {
            yield return $"It does not begin {Words.Moment(view.Review.ScheduledStart, view.Now, zone)}.";
        }

        if (change is ReviewChange.StopSeries)
        {
            yield return "No further review of this series begins.";
        }
        else if (page.Next is { } next)
        {
            yield return $"The next one of the series begins {Words.Moment(next, view.Now, zone)} all the same.";
        }
    }

    private static string Losing(int number, string role) =>
        number == 1 ? $"1 person or group loses {role}." : $"{number} people and groups lose {role}.";
}
