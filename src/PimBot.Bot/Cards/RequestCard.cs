using PimBot.Application.Activations;
using PimBot.Bot.People;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;

namespace PimBot.Bot.Cards;

/// <summary>The requester's card: how it stands with a request, and what can be done now.</summary>
internal static class RequestCard
{
    /// <param name="view">The present state.</param>
    /// <param name="extras">What the view does not know.</param>
    public static AdaptiveCard For(RequestView view, RequestCardExtras extras)
    {
        var missed = view.Asked.Where(p => extras.Unreachable.Contains(p.Id)).ToList();
        var (style, state, below) = State(view, extras, missed.Count);
        var title = view.Request.Extends is null
            ? CardText.Of($"{view.Role.Name}")
            : CardText.Of($"{view.Role.Name}: more time");
        var body = new List<AdaptiveElement> { CardParts.Heading(title), CardParts.Band(style, state, below) };
        if (!extras.IsSuperseded && Stricter(view, extras) is { } stricter)
        {
            body.Add(stricter);
        }

        if (view.Request.Decision is { } decision && view.Decider is { } decider)
        {
            body.Add(CardParts.Words($"{SafeText.Clean(decider.Name, 80)} wrote", decision.Reason));
        }

        body.Add(new FactSet { Facts = Facts(view, extras) });
        if (view.Request.State is RequestState.PendingApproval && NotReached(view, extras, missed) is { } who)
        {
            body.Add(CardParts.Words("Could not be reached", who));
        }

        if (view.Request.Ask.Justification is { } why)
        {
            body.Add(CardParts.Words("Why", why));
        }

        var actions = extras.IsSuperseded ? [] : Actions(view, extras);
        return CardParts.Card(CardText.Of($"{view.Role.Name}: {state}"), body, actions);
    }

    private static (ContainerStyle Style, CardText State, CardText? Below) State(
        RequestView view,
        RequestCardExtras extras,
        int missed
    ) =>
        extras.IsSuperseded ? (ContainerStyle.Emphasis, CardText.Literal("Continued below"), null)
        : view.Request.State is RequestState.AwaitingVerification && extras.VerificationLink is null
            ? RequestStateWords.OfNoVerification
        : view.Request.State is RequestState.PendingApproval && missed > 0 && missed == view.Asked.Count
            ? RequestStateWords.OfUnreached(view, extras.Zone)
        : RequestStateWords.Of(view, extras.Zone);

    private static Container? Stricter(RequestView view, RequestCardExtras extras)
    {
        var sentences = extras switch
        {
            { Stricter: { } stricter } => string.Join(' ', StricterWords.Say(stricter, view.Request)),
            { TellsStricter: true } => StricterWords.LessTime,
            _ => null,
        };
        return sentences is null
            ? null
            : CardParts.Band(
                ContainerStyle.Warning,
                CardText.Literal(StricterWords.Heading),
                CardText.Escaped(sentences)
            );
    }

    private static List<Fact> Facts(RequestView view, RequestCardExtras extras)
    {
        var request = view.Request;
        var facts = new List<Fact>
        {
            new(CardText.Literal("Where"), CardText.Of($"{view.Scope.Name}")),
            new(CardText.Literal("For"), CardText.Of($"{Words.Duration(request.Ask.Duration)}")),
        };
        if (request is { IsPending: true, Extends: not null } && view is { IsActive: true, Grant.Until: { } until })
        {
            facts.Add(
                new(CardText.Literal("Active until"), CardText.Of($"{Words.Moment(until, view.Now, extras.Zone)}"))
            );
        }

        if (request.Ask.Start is { } start)
        {
            facts.Add(new(CardText.Literal("Starts"), CardText.Of($"{Words.Moment(start, view.Now, extras.Zone)}")));
        }

        if (request.Ask.Ticket is { } ticket)
        {
            facts.Add(new(CardText.Literal("Ticket"), CardText.Of($"{ticket.ToString()}")));
        }

        var reached = view.Asked.Where(p => !extras.Unreachable.Contains(p.Id)).ToList();
        if (reached.Count > 0)
        {
            facts.Add(new(CardText.Literal("Asked"), CardText.Escaped(Names(reached))));
        }

        if (
            view.Asked.Count > 0
            && request.Policy.Activation.Channel is { } channel
            && !extras.Unreachable.Contains(ApproversPlace.Channel)
        )
        {
            facts.Add(new(CardText.Literal("Asked in"), CardText.Of($"{channel.Name}")));
        }

        return facts;
    }

    private static string? NotReached(RequestView view, RequestCardExtras extras, IReadOnlyList<Person> missed)
    {
        var channel = extras.Unreachable.Contains(ApproversPlace.Channel)
            ? view.Request.Policy.Activation.Channel?.Name
            : null;
        return (channel, missed.Count) switch
        {
            (null, 0) => null,
            (null, _) => Names(missed),
            (_, 0) => channel,
            _ => $"{channel}, {Names(missed)}",
        };
    }

    private static string Names(IReadOnlyList<Person> people)
    {
        const int Most = 8;
        var names = string.Join(", ", people.Take(Most).Select(p => p.Name));
        return people.Count > Most ? $"{names} and {people.Count - Most} more" : names;
    }

    private static List<AdaptiveAction> Actions(RequestView view, RequestCardExtras extras)
    {
        var request = view.Request;
        var actions = new List<AdaptiveAction>();
        if (request.State is RequestState.AwaitingVerification && extras.VerificationLink is { } link)
        {
            actions.Add(
                new ActionOpenUrl
                {
                    Title = "Verify it’s you",
                    Url = link,
                    Style = ActionStyle.Positive,
                }
            );
        }

        if (request.IsPending)
        {
            actions.Add(CardParts.Button("Cancel request", Verbs.CancelRequest, CardData.Of(request.Id)));
        }
        else if (view.IsActive && view.Grant is { } grant)
        {
            actions.Add(CardParts.Button("Extend", Verbs.ExtendGrant, CardData.Of(grant.Id)));
            actions.Add(CardParts.Button("End now", Verbs.EndGrant, CardData.Of(grant.Id), ActionStyle.Destructive));
        }
        else if (request.IsTerminal && request.Decision is not { Verdict: Verdict.Deny })
        {
            actions.Add(CardParts.Button("Activate again", Verbs.ChooseRole, CardData.Of(request.Access)));
        }

        return actions;
    }
}
