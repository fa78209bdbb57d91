using PimBot.Application.Access;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Cards;

/// <summary>What became of an order or a wish about an assignment, for the one who gave it.</summary>
internal static class AssignmentCard
{
    private const int MostAsked = 5;

    public static AdaptiveCard For(AssignmentRequestView view, PersonId reader, TimeZoneInfo zone)
    {
        var (style, state, below) = State(view, reader, zone);
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Of($"{view.Role.Name}")),
            CardParts.Band(style, state, below),
            new FactSet { Facts = Facts(view, zone) },
        };
        if (view.Asked.Count > 0)
        {
            var names = AssignmentText.Names([.. view.Asked.Select(p => p.Name)], MostAsked);
            body.Add(CardParts.Line(CardText.Of($"Asked: {names}")));
        }

        if (view.Request.Ask.Justification is { } why)
        {
            body.Add(CardParts.Words("Why", why));
        }

        return CardParts.Card(CardText.Of($"{view.Role.Name}: {state}"), body, Actions(view, reader));
    }

    /// <summary>What became of a request that was taken back, or settled before that.</summary>
    public static AdaptiveCard Settled(AssignmentRequestView view, TimeZoneInfo zone)
    {
        var (style, outcome) = AssignmentRequestText.Outcome(view, zone);
        return CardParts.Card(
            CardText.Of($"{view.Role.Name}: {outcome}"),
            [
                CardParts.Heading(CardText.Of($"{view.Role.Name}")),
                CardParts.Band(style, outcome),
                new FactSet { Facts = Facts(view, zone) },
            ],
            [CardParts.Command("My requests", "my requests")]
        );
    }

    /// <summary>A request in a list: what it asks for, and where it is open a way to take it back.</summary>
    public static IReadOnlyList<AdaptiveElement> Rows(AssignmentRequestView view, TimeZoneInfo zone)
    {
        var state = view.Request.IsPending
            ? CardText.Literal("waiting for an administrator")
            : AssignmentRequestText.Outcome(view, zone).Text;
        var rows = new List<AdaptiveElement>
        {
            CardParts.RowHeading(
                CardText.Of($"{CardText.Literal(AssignmentRequestText.Verb(view.Request))} {view.Role.Name}: {state}")
            ),
            CardParts.RowLine(
                CardText.Of($"{view.Scope.Name}. Asked {Words.Moment(view.Request.CreatedAt, view.Now, zone)}")
            ),
        };
        if (view.Request.IsPending)
        {
            var name = SafeText.Clean(view.Role.Name, 80);
            rows.Add(
                new ActionSet
                {
                    Actions =
                    [
                        CardParts.Button(
                            "Cancel request",
                            Verbs.CancelAssignment,
                            CardData.Of(view.Request.Id),
                            tooltip: $"Cancel the request about {name}"
                        ),
                    ],
                }
            );
        }

        return rows;
    }

    /// <summary>What the notification says.</summary>
    public static string Summary(AssignmentRequestView view) => $"{view.Role.Name}: {view.Assignee.Name}";

    private static (ContainerStyle Style, CardText State, CardText? Below) State(
        AssignmentRequestView view,
        PersonId reader,
        TimeZoneInfo zone
    )
    {
        var who = view.Assignee.Name;
        return view.Request switch
        {
            { WaitsFor: PendingReason.SecondAdministrator } => (
                ContainerStyle.Warning,
                CardText.Literal("Waiting for another administrator"),
                CardText.Of(
                    $"{who} is an emergency account: nothing changes until another administrator confirms it, by {Words.Moment(view.Request.DecideBy ?? view.Now, view.Now, zone)}."
                )
            ),
            { WaitsFor: PendingReason.AnotherOwner } => (
                ContainerStyle.Warning,
                CardText.Of($"{who} is the last owner of this group"),
                CardText.Literal("It is removed as soon as the group has another owner; I try for 30 days.")
            ),
            { WaitsFor: not null } => (
                ContainerStyle.Accent,
                CardText.Literal("Waiting for an administrator"),
                CardText.Literal("You are told when it is decided.")
            ),
            { Action: RequestAction.AdminRemove } => (
                ContainerStyle.Good,
                CardText.Of($"{who} no longer has this role here"),
                null
            ),
            _ => (ContainerStyle.Good, Done(view, reader, zone), null),
        };
    }

    private static CardText Done(AssignmentRequestView view, PersonId reader, TimeZoneInfo zone)
    {
        var ask = view.Request.Ask;
        var state = AssignmentText.State(ask.Type, ask.Start, ask.End, view.Now, zone);
        return view.Assignee.Principal.Person == reader
            ? CardText.Of($"You are {state}")
            : CardText.Of($"{view.Assignee.Name} is {state}");
    }

    private static List<Fact> Facts(AssignmentRequestView view, TimeZoneInfo zone)
    {
        var ask = view.Request.Ask;
        var facts = new List<Fact>
        {
            new(CardText.Literal("Who"), AssigneeText.Of(view.Assignee)),
            new(CardText.Literal("Where"), CardText.Of($"{view.Scope.Name}")),
        };
        if (view.Request.Action is RequestAction.AdminRemove)
        {
            return facts;
        }

        facts.Add(new(CardText.Literal("Kind"), CardText.Literal(AssignmentText.Kind(ask.Type))));
        if (ask.Start is { } start && start > view.Now)
        {
            facts.Add(new(CardText.Literal("Starts"), CardText.Of($"{Words.Moment(start, view.Now, zone)}")));
        }

        facts.Add(
            new(
                CardText.Literal("Ends"),
                ask.End is { } end ? CardText.Of($"{Words.Moment(end, view.Now, zone)}") : CardText.Literal("never")
            )
        );
        return facts;
    }

    private static IReadOnlyList<AdaptiveAction> Actions(AssignmentRequestView view, PersonId reader) =>
        view.Request is { IsPending: true } && view.CreatedBy.Id == reader
            ?
            [
                CardParts.Button("Cancel request", Verbs.CancelAssignment, CardData.Of(view.Request.Id)),
                CardParts.Command("My requests", "my requests"),
            ]
        : view.Request.Action is RequestAction.SelfExtend or RequestAction.SelfRenew
            ? [CardParts.Command("My roles", "my roles")]
        : [CardParts.Button("Members", Verbs.ShowMembers, CardData.Of(view.Request.Access))];
}
