using System.Globalization;
using System.Text.Json.Nodes;
using PimBot.Application.Reviews;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>A review for one of its reviewers, one person or group after another, and the end of it.</summary>
internal static class ReviewItemCard
{
    public const string ReasonInput = "reason";
    public const string DirectionKey = "turn";
    public const string MembersKey = "members";
    public const string Next = "next";
    public const string Previous = "previous";

    /// <param name="page">The review at the reader's place, with at most one item.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="note">What was just done, or was wrong; null: nothing.</param>
    /// <param name="typed">What stands in the field for the reason after a problem.</param>
    public static AdaptiveCard For(
        ReviewerPage page,
        PersonId reader,
        TimeZoneInfo zone,
        ReviewNote? note = null,
        string? typed = null
    )
    {
        var view = page.View;
        var body = ReviewHead.Of(page, zone, note).ToList();
        if (page.Items is not [var row, ..])
        {
            body.Add(CardParts.Line(CardText.Literal("There is nothing for you to answer here.")));
            return CardParts.Card(CardText.Of($"Review: {view.Title}"), body);
        }

        var name = ReviewItemText.Name(row);
        body.Add(CardParts.RowHeading(view.IsOpen ? CardText.Of($"Does {name} still need it?") : name));
        if (row.Assignee.Address is { } address)
        {
            body.Add(CardParts.RowLine(CardText.Escaped(address, 120)));
        }

        body.Add(ReviewItemText.Facts(view, row, zone));
        body.AddRange(ReviewItemText.Members(row));
        body.AddRange(ReviewItemText.Answer(view, row, new PersonLabel(reader), zone));
        if (view.IsOpen)
        {
            body.Add(Reason(view.Review.Settings.IsReasonRequired, typed));
            body.Add(BeforeAnswering());
            body.Add(new ActionSet { Actions = Answers(row.Item) });
        }

        return CardParts.Card(
            CardText.Of(
                $"Review: {view.Title}. {row.Assignee.Name}, {page.Progress.Answered} of {page.Progress.Total} answered. Say “reviews”."
            ),
            body,
            [.. Turning(page, row)]
        );
    }

    /// <summary>The field for the reason of an answer.</summary>
    public static InputText Reason(bool isRequired, string? typed = null) =>
        new()
        {
            Id = ReasonInput,
            Label = isRequired ? "Reason" : "Reason (you may leave it empty)",
            Placeholder = "For example: still runs the mail migration",
            IsMultiline = true,
            IsRequired = isRequired ? true : null,
            ErrorMessage = isRequired ? "Give a reason." : null,
            MaxLength = ReviewRules.LongestReason,
            Value = CardParts.Typed(typed, ReviewRules.LongestReason),
        };

    /// <summary>Stands below the field for the reason.</summary>
    public static TextBlock BeforeAnswering() => CardParts.Subtle(CardText.Literal(ReviewWords.BeforeAnswering));

    private static IReadOnlyList<AdaptiveAction> Answers(ReviewItem item) =>
        [
            CardParts.Button("Approve", Verbs.ReviewApprove, CardData.Of(item), ActionStyle.Positive, "Keeps it"),
            CardParts.Button("Deny", Verbs.ReviewDeny, CardData.Of(item), ActionStyle.Destructive, "Loses it"),
            CardParts.Button("Don’t know", Verbs.ReviewDontKnow, CardData.Of(item)),
        ];

    private static IEnumerable<AdaptiveAction> Turning(ReviewerPage page, ReviewItemView row)
    {
        if (page.HasPrevious)
        {
            yield return Turn("Previous", Previous, row.Item);
        }

        if (page.HasNext)
        {
            yield return Turn("Next", Next, row.Item);
        }

        var further = row.MembersSkipped + row.Members.Count;
        if (row.MemberCount > row.Members.Count)
        {
            var data = CardData.Of(row.Item);
            data[MembersKey] = (further < row.MemberCount ? further : 0).ToString(CultureInfo.InvariantCulture);
            yield return Only(further < row.MemberCount ? "More members" : "First members", Verbs.TurnReview, data);
        }

        if (page.Progress.Total > 1)
        {
            yield return Only("As a list", Verbs.ReviewAsList, CardData.Of(row.Item.Review));
        }

        if (ReviewHead.OffersRecommended(page))
        {
            yield return Only("All as recommended", Verbs.AskRecommended, CardData.Of(row.Item.Review));
        }
    }

    private static ActionExecute Turn(string title, string direction, ReviewItem item)
    {
        var data = CardData.Of(item);
        data[DirectionKey] = direction;
        return Only(title, Verbs.TurnReview, data);
    }

    // Turning pages never asks for the reason that an answer needs.
    private static ActionExecute Only(string title, string verb, JsonObject data) =>
        CardParts.Button(title, verb, data) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };
}
