using System.Globalization;
using System.Text.Json.Nodes;
using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Cards;

/// <summary>What waits in an administrator's scopes, a page at a time: to decide, to cancel, or to know.</summary>
internal static class PendingCard
{
    /// <summary>Rows on a page.</summary>
    public const int Most = 6;

    private const string PageKey = "page";

    /// <param name="rows">The rows of this page.</param>
    /// <param name="number">The page, from 0.</param>
    /// <param name="all">How many there are on all pages.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="done">What was just done; null: nothing.</param>
    public static AdaptiveCard For(
        IReadOnlyList<PendingItem> rows,
        int number,
        int all,
        DateTimeOffset now,
        TimeZoneInfo zone,
        string? done = null
    )
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(CardText.Literal("What waits")) };
        if (done is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Emphasis, CardText.Escaped(done)));
        }

        body.Add(CardParts.Subtle(CardText.Literal(Count(rows.Count, number, all))));
        body.AddRange(rows.SelectMany(row => Row(row, number, now, zone)));
        var actions = new List<AdaptiveAction>();
        if (number > 0)
        {
            actions.Add(CardParts.Button("Previous", Verbs.ShowPending, PageOf(number - 1)));
        }

        if ((number * Most) + rows.Count < all)
        {
            actions.Add(CardParts.Button("Next", Verbs.ShowPending, PageOf(number + 1)));
        }

        return CardParts.Card(CardText.Literal($"What waits: {Count(rows.Count, number, all)}"), body, actions);
    }

    public static int Page(CardAction action) =>
        int.TryParse(action.Text(PageKey), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;

    private static string Count(int rows, int number, int all) =>
        all == 0 ? "Nothing waits in the scopes that you administer."
        : all == rows ? (all == 1 ? "1 request" : $"{all} requests")
        : $"{(number * Most) + 1}–{(number * Most) + rows} of {all} requests, the oldest first";

    private static IEnumerable<AdaptiveElement> Row(PendingItem row, int page, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (heading, where, lines, id, show) = row.Activation is { } activation
            ? OfActivation(activation, zone)
            : OfAssignment(row.Assignment!, zone);
        yield return CardParts.RowHeading(heading);
        foreach (var line in lines.Prepend(where))
        {
            yield return CardParts.RowLine(line);
        }

        var buttons = new List<AdaptiveAction>();
        if (row.MayDecide)
        {
            buttons.Add(CardParts.Button("Decide", show, CardData.Of(id), ActionStyle.Positive));
        }

        if (row.MayCancel)
        {
            var data = CardData.Of(id);
            data[PageKey] = page.ToString(CultureInfo.InvariantCulture);
            buttons.Add(CardParts.Button("Cancel request", Verbs.CancelPending, data));
        }

        if (buttons.Count > 0)
        {
            yield return new ActionSet { Actions = buttons };
        }
    }

    private static (CardText, CardText, IReadOnlyList<CardText>, RequestId, string) OfActivation(
        RequestView view,
        TimeZoneInfo zone
    )
    {
        var request = view.Request;
        var what = CardText.Literal(request.Extends is null ? "activate" : "get more time with");
        var state = request.State switch
        {
            RequestState.PendingApproval when request.DecideBy is { } by => CardText.Of(
                $"For {Words.Duration(request.Ask.Duration)}. Approvers have until {Words.Moment(by, view.Now, zone)}"
            ),
            RequestState.AwaitingVerification => CardText.Of(
                $"For {Words.Duration(request.Ask.Duration)}. Must verify first"
            ),
            RequestState.Granted when request.Ask.Start is { } start => CardText.Of(
                $"For {Words.Duration(request.Ask.Duration)}, granted, starts {Words.Moment(start, view.Now, zone)}"
            ),
            _ => CardText.Of($"For {Words.Duration(request.Ask.Duration)}. Access is being granted"),
        };
        return (
            CardText.Of($"{view.Requester.Name} asks to {what} {view.Role.Name}"),
            Asked(view.Scope, request.CreatedAt, view.Now, zone),
            [state],
            request.Id,
            Verbs.ShowApproval
        );
    }

    private static (CardText, CardText, IReadOnlyList<CardText>, RequestId, string) OfAssignment(
        AssignmentRequestView view,
        TimeZoneInfo zone
    )
    {
        var waits = view.Request.WaitsFor switch
        {
            PendingReason.SecondAdministrator => CardText.Literal(
                "An emergency account: another administrator must confirm it"
            ),
            PendingReason.AnotherOwner => CardText.Of($"{view.Assignee.Name} is the last owner: waits for another one"),
            _ => CardText.Literal("An administrator decides"),
        };
        var until = view.Request.DecideBy is { } by
            ? CardText.Of($"{waits}, until {Words.Moment(by, view.Now, zone)}")
            : waits;
        return (
            AssignmentDecisionCard.Asks(view),
            Asked(view.Scope, view.Request.CreatedAt, view.Now, zone),
            [CardText.Of($"To be {AssignmentRequestText.Wanted(view, zone)}"), until],
            view.Request.Id,
            Verbs.ShowDecision
        );
    }

    private static CardText Asked(Scope scope, DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone) =>
        CardText.Of($"{scope.Name}. Asked {Words.Moment(at, now, zone)}");

    private static JsonObject PageOf(int number) => new() { [PageKey] = number.ToString(CultureInfo.InvariantCulture) };
}
