using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>A person's requests, newest first, each with its state and, where it is open, a way to take it back.</summary>
internal static class RequestsCard
{
    /// <param name="heading">What they are.</param>
    /// <param name="requests">Those for activations.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="wishes">Those about one's own assignments; they come first.</param>
    public static AdaptiveCard For(
        string heading,
        IReadOnlyList<RequestView> requests,
        TimeZoneInfo zone,
        IReadOnlyList<AssignmentRequestView>? wishes = null
    ) =>
        CardParts.Card(
            CardText.Of($"{heading}: {requests.Count + (wishes?.Count ?? 0)}"),
            [
                CardParts.Heading(CardText.Literal(heading)),
                .. (wishes ?? []).SelectMany(view => AssignmentCard.Rows(view, zone)),
                .. requests.SelectMany(view => Rows(view, zone)),
            ]
        );

    /// <summary>One request: role, state, and its buttons.</summary>
    public static IReadOnlyList<AdaptiveElement> Rows(RequestView view, TimeZoneInfo zone)
    {
        var (_, state, below) = RequestStateWords.Of(view, zone);
        var rows = new List<AdaptiveElement>
        {
            CardParts.RowHeading(CardText.Of($"{view.Role.Name}: {state}")),
            CardParts.RowLine(
                CardText.Of($"{view.Scope.Name}. Asked {Words.Moment(view.Request.CreatedAt, view.Now, zone)}")
            ),
        };
        if (below is { } more)
        {
            rows.Add(CardParts.RowLine(more));
        }

        if (view.Request.IsPending)
        {
            var name = SafeText.Clean(view.Role.Name, 80);
            var data = CardData.Of(view.Request.Id);
            rows.Add(
                new ActionSet
                {
                    Actions =
                    [
                        CardParts.Button("Show", Verbs.ShowRequest, data, tooltip: $"Show the request for {name}"),
                        CardParts.Button(
                            "Cancel request",
                            Verbs.CancelRequest,
                            data,
                            tooltip: $"Cancel the request for {name}"
                        ),
                    ],
                }
            );
        }

        return rows;
    }
}
