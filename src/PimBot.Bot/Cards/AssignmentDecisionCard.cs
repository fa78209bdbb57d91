using PimBot.Application.Access;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;

namespace PimBot.Bot.Cards;

/// <summary>
/// An administrator's card: who asks for what about an assignment, with what may be decided otherwise; then what became of
/// it. A holder's wish may be granted with another end and kind; what touches an emergency account is confirmed as it is.
/// </summary>
internal static class AssignmentDecisionCard
{
    public const string KindInput = "kind";
    public const string PeriodInput = "period";
    public const string OtherInput = "other";
    public const string ReasonInput = "reason";
    private const int LongestOther = 60;

    /// <param name="view">The present state.</param>
    /// <param name="zone">The administrator's time zone.</param>
    /// <param name="problem">What was wrong with the last click; null: nothing.</param>
    /// <param name="filled">What was filled in, kept after a problem.</param>
    public static AdaptiveCard For(
        AssignmentRequestView view,
        TimeZoneInfo zone,
        string? problem = null,
        AssignmentDecisionForm? filled = null
    ) =>
        view.Request is { WaitsFor: PendingReason.AdministratorDecision or PendingReason.SecondAdministrator }
        && view.Now < view.Request.DecideBy
            ? Open(view, zone, problem, filled ?? AssignmentDecisionForm.Empty)
            : Settled(view, zone, problem);

    /// <summary>What is asked for, as a sentence without its end: "Bob Berg asks to extend Owner".</summary>
    public static CardText Asks(AssignmentRequestView view)
    {
        var what = CardText.Literal(AssignmentRequestText.Verb(view.Request));
        var of = CardText.Literal(
            view.Request.Action switch
            {
                RequestAction.AdminRemove => "from",
                RequestAction.AdminAssign => "to",
                _ => "of",
            }
        );
        if (view.Request.Review is not null)
        {
            return CardText.Of($"An access review asks to {what} {view.Role.Name} {of} {view.Assignee.Name}");
        }

        return view.Request.Principal.Person == view.CreatedBy.Id
            ? CardText.Of($"{view.CreatedBy.Name} asks to {what} {view.Role.Name}")
            : CardText.Of($"{view.CreatedBy.Name} asks to {what} {view.Role.Name} {of} {view.Assignee.Name}");
    }

    private static AdaptiveCard Open(
        AssignmentRequestView view,
        TimeZoneInfo zone,
        string? problem,
        AssignmentDecisionForm filled
    )
    {
        var isWish = view.Request.WaitsFor is PendingReason.AdministratorDecision;
        var body = new List<AdaptiveElement> { CardParts.Heading(Asks(view)) };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }
        else if (!isWish)
        {
            body.Add(
                CardParts.Band(
                    ContainerStyle.Warning,
                    CardText.Of($"{view.Assignee.Name} is an emergency account"),
                    CardText.Literal("Nothing changes until another administrator confirms it.")
                )
            );
        }

        AddFacts(body, view, zone, isOpen: true);
        if (isWish)
        {
            AddChoices(body, view, zone, filled);
        }

        body.Add(Reason(filled));
        var data = CardData.Of(view.Request.Id);
        return CardParts.Card(
            CardText.Of($"{Asks(view)}. Say “pending” to decide."),
            body,
            [
                CardParts.Button(isWish ? "Approve" : "Confirm", Verbs.ApproveAssignment, data, ActionStyle.Positive),
                CardParts.Button(isWish ? "Deny" : "Reject", Verbs.DenyAssignment, data, ActionStyle.Destructive),
            ]
        );
    }

    private static AdaptiveCard Settled(AssignmentRequestView view, TimeZoneInfo zone, string? problem)
    {
        var (style, outcome) = AssignmentRequestText.Outcome(view, zone);
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Of($"{view.Assignee.Name}: {view.Role.Name}")),
            CardParts.Band(style, outcome, problem is null ? null : CardText.Escaped(problem)),
        };
        if (view.Request.Decision is { } decision)
        {
            body.Add(CardParts.Words($"{SafeText.Clean(view.Decider?.Name, 80)} wrote", decision.Reason));
        }

        AddFacts(body, view, zone, isOpen: false);
        return CardParts.Card(CardText.Of($"{view.Assignee.Name}, {view.Role.Name}: {outcome}"), body);
    }

    private static void AddFacts(List<AdaptiveElement> body, AssignmentRequestView view, TimeZoneInfo zone, bool isOpen)
    {
        var request = view.Request;
        if (request.Ask.Justification is { } why)
        {
            body.Add(CardParts.Words("Why", why));
        }

        var facts = new List<Fact>
        {
            new(CardText.Literal("Who"), AssigneeText.Of(view.Assignee)),
            new(CardText.Literal("Where"), CardText.Of($"{view.Scope.Name}")),
        };
        if (isOpen && view.Assignment is { } now)
        {
            facts.Add(new(CardText.Literal("Now"), CardText.Of($"{AssignmentRequestText.Now(now, view.Now, zone)}")));
        }

        facts.Add(
            new(
                CardText.Literal(request.Decision is { Verdict: Verdict.Approve } ? "Becomes" : "Asked for"),
                CardText.Of($"{AssignmentRequestText.Wanted(view, zone)}")
            )
        );
        facts.Add(new(CardText.Literal("Asked"), CardText.Of($"{Words.Moment(request.CreatedAt, view.Now, zone)}")));
        if (isOpen && request.DecideBy is { } by)
        {
            facts.Add(new(CardText.Literal("Decide by"), CardText.Of($"{Words.Moment(by, view.Now, zone)}")));
        }

        body.Add(new FactSet { Facts = facts });
    }

    private static void AddChoices(
        List<AdaptiveElement> body,
        AssignmentRequestView view,
        TimeZoneInfo zone,
        AssignmentDecisionForm filled
    )
    {
        var asked = view.Request.Ask;
        var kind = AssignmentText.Kind(asked.Type);
        var policy = asked.Type is AssignmentType.Eligible ? view.Policy.Eligible : view.Policy.Active;
        var asAsked = $"As asked: {AssignmentText.Until(asked.End, view.Now, zone)}";
        List<InputChoice> periods =
        [
            new(asAsked, AssignmentDecisionForm.AsAsked),
            .. AssignmentText.Offers(policy.Maximum).Select(o => new InputChoice(FromNow(o.Title), o.Value)),
        ];
        body.Add(
            new InputChoiceSet
            {
                Id = KindInput,
                Label = "Kind",
                Choices = [new("Eligible", "eligible"), new("Active", "active")],
                Value = filled.Kind is "eligible" or "active" ? filled.Kind : kind,
                IsRequired = true,
                ErrorMessage = "Choose a kind.",
            }
        );
        body.Add(
            new InputChoiceSet
            {
                Id = PeriodInput,
                Label = "End",
                Choices = periods,
                Value = periods.Exists(p => p.Value == filled.Period) ? filled.Period : AssignmentDecisionForm.AsAsked,
                IsRequired = true,
                ErrorMessage = "Choose an end.",
            }
        );
        body.Add(
            new InputText
            {
                Id = OtherInput,
                Label = "Or another end",
                Placeholder = "For example: until 30 June",
                MaxLength = LongestOther,
                Value = CardParts.Typed(filled.Other, LongestOther),
            }
        );
    }

    private static string FromNow(string title) =>
        title == "Permanent" ? "Permanent, without an end" : $"{title} from now";

    private static InputText Reason(AssignmentDecisionForm filled) =>
        new()
        {
            Id = ReasonInput,
            Label = "Your reason (the one who asked sees it)",
            IsMultiline = true,
            IsRequired = true,
            ErrorMessage = "Give a reason for your decision.",
            MaxLength = ApproverRules.LongestReason,
            Value = CardParts.Typed(filled.Reason, ApproverRules.LongestReason),
        };
}
