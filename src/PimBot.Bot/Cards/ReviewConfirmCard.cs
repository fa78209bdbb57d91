using System.Text.Json.Nodes;
using PimBot.Bot.Actions;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>Asks whether a review is to begin, with whom it asks, when it comes back, and what it does.</summary>
internal static class ReviewConfirmCard
{
    private const int MostNames = 8;

    /// <param name="view">The review that would begin.</param>
    /// <param name="dialog">Id of the dialog.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="problem">What was wrong; null: nothing.</param>
    public static AdaptiveCard For(ReviewConfirmation view, string dialog, TimeZoneInfo zone, string? problem = null)
    {
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Literal("Start this review?")),
            CardParts.Subtle(CardText.Escaped(view.What, 200)),
        };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        body.Add(CardParts.Bold(CardText.Literal(Asks(view))));
        if (view.Preview.Asked.Count > 0)
        {
            var names = AssignmentText.Names([.. view.Preview.Asked.Select(n => SafeText.Clean(n, 60))], MostNames);
            body.Add(CardParts.Words("Asked", names));
        }

        if (view.Preview.Unasked.Count > 0)
        {
            var names = AssignmentText.Names([.. view.Preview.Unasked.Select(n => SafeText.Clean(n, 60))], MostNames);
            body.Add(CardParts.Words("Nobody can be asked about", names));
            body.Add(
                CardParts.Line(
                    CardText.Literal(
                        "They keep it, whatever silence means. To have somebody asked, choose more reviewers."
                    )
                )
            );
        }

        body.AddRange(Further(view, zone).Select(line => CardParts.Line(CardText.Literal(line))));
        body.Add(new FactSet { Facts = Facts(view) });
        return CardParts.Card(
            CardText.Of($"Start a review of {view.What}? {Asks(view)} Say “start”, or “cancel”."),
            body,
            [
                CardParts.Button("Start review", Verbs.BeginReview, Data(dialog), ActionStyle.Positive),
                CardParts.Button("Change", Verbs.OpenReviewForm, Data(dialog)),
                CardParts.Button("Cancel", Verbs.CancelDialog, Data(dialog)),
            ]
        );
    }

    private static JsonObject Data(string dialog) => new() { [DialogActions.DialogKey] = dialog };

    private static string Asks(ReviewConfirmation view)
    {
        var (preview, asked) = (view.Preview, view.Preview.Asked.Count);
        if (preview.Items == 0)
        {
            return "Nobody has it yet; who has it when the review begins is reviewed.";
        }

        if (preview.AskedOfThemselves > 0)
        {
            return $"{ReviewWords.Count(preview.AskedOfThemselves, "person is asked about themselves", "people are asked about themselves")}.";
        }

        var about = ReviewWords.Count(preview.Items, "assignment", "assignments");
        return asked == 0
            ? $"Nobody can be asked about {about}: name somebody else."
            : $"{ReviewWords.Count(asked, "person is", "people are")} asked about {about}.";
    }

    private static IEnumerable<string> Further(ReviewConfirmation view, TimeZoneInfo zone)
    {
        if (view.Preview.Elsewhere > 0)
        {
            var some = ReviewWords.Count(view.Preview.Elsewhere, "assignment has", "assignments have");
            yield return view.Settings.Fallback.Count > 0
                ? $"{some} no reviewer otherwise; the fallback reviewers answer there."
                : $"{some} no reviewer otherwise; the role’s administrators answer there.";
        }

        var days = ReviewWords.Days(view.Settings.Days);
        yield return view.Start is { } start
            ? $"It begins {Words.Moment(start, view.Now, zone)} and takes {days}."
            : $"It begins now and takes {days}.";
        if (view.Settings.Recurrence.Pattern is not RecurrencePattern.OneTime)
        {
            var dates = view.Preview.Starts.Skip(1).Select(at => Day(at, zone)).ToList();
            yield return dates.Count == 0
                ? "It does not come back after that."
                : $"{ReviewWords.Recurrence(view.Settings.Recurrence)}; next on {AssignmentText.Names(dates)}.";
        }
    }

    private static string Day(DateTimeOffset at, TimeZoneInfo zone) =>
        ReviewWords.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime));

    private static List<Fact> Facts(ReviewConfirmation view)
    {
        var settings = view.Settings;
        string[] how =
        [
            settings.IsReasonRequired ? "with a reason" : "a reason is optional",
            settings.ShowsRecommendations ? "with recommendations" : "without recommendations",
            settings.IsReminderSent ? "reminder at half time" : "no reminder",
        ];
        return
        [
            new(CardText.Literal("What"), CardText.Literal(ReviewWords.Kind(settings.Type))),
            new(CardText.Literal("Reviewers"), CardText.Escaped(view.Reviewers)),
            new(CardText.Literal("Silence"), CardText.Literal(ReviewWords.Silence(settings.WhenSilent))),
            new(CardText.Literal("At the end"), CardText.Literal(ReviewWords.Applying(settings))),
            new(CardText.Literal("Answers"), CardText.Literal(Capital(string.Join(", ", how)))),
        ];
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
