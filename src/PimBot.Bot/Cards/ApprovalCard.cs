using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Cards;

/// <summary>The approver's card: who asks for what, why and for how long; then what became of it.</summary>
internal static class ApprovalCard
{
    /// <summary>Id of the input with the approver's reason.</summary>
    public const string ReasonInput = "reason";

    /// <param name="view">The present state.</param>
    /// <param name="zone">The approver's time zone.</param>
    /// <param name="problem">What was wrong with the last click; null: nothing.</param>
    /// <param name="reason">What was typed as the reason, kept after a problem.</param>
    public static AdaptiveCard For(
        RequestView view,
        TimeZoneInfo zone,
        string? problem = null,
        string? reason = null
    ) =>
        view.Request.State is RequestState.PendingApproval && view.Now < view.Request.DecideBy
            ? Open(view, zone, problem, reason)
            : Settled(view, zone, problem);

    private static AdaptiveCard Open(RequestView view, TimeZoneInfo zone, string? problem, string? reason)
    {
        var what = view.Request.Extends is null ? "asks for" : "asks for more time with";
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Of($"{view.Requester.Name} {CardText.Literal(what)} {view.Role.Name}")),
        };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        AddRequest(body, view, zone, isOpen: true);
        body.Add(
            new InputText
            {
                Id = ReasonInput,
                Label = "Your reason (the requester sees it)",
                IsMultiline = true,
                IsRequired = true,
                ErrorMessage = "Give a reason for your decision.",
                MaxLength = ApproverRules.LongestReason,
                Value = CardParts.Typed(reason, ApproverRules.LongestReason),
            }
        );
        return CardParts.Card(
            CardText.Of($"{view.Requester.Name} {what} {view.Role.Name}. Say “approvals” to decide."),
            body,
            [
                CardParts.Button("Approve", Verbs.Approve, CardData.Of(view.Request.Id), ActionStyle.Positive),
                CardParts.Button("Deny", Verbs.Deny, CardData.Of(view.Request.Id), ActionStyle.Destructive),
            ]
        );
    }

    private static AdaptiveCard Settled(RequestView view, TimeZoneInfo zone, string? problem)
    {
        var (style, outcome) = Outcome(view, zone);
        var below = problem ?? WhyNotGranted(view);
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Of($"{view.Requester.Name}: {view.Role.Name}")),
            CardParts.Band(style, outcome, below is null ? null : CardText.Escaped(below)),
        };
        if (view.Request.Decision is { } decision)
        {
            body.Add(CardParts.Words($"{SafeText.Clean(view.Decider?.Name, 80)} wrote", decision.Reason));
        }

        AddRequest(body, view, zone, isOpen: false);
        return CardParts.Card(CardText.Of($"{view.Requester.Name}, {view.Role.Name}: {outcome}"), body);
    }

    private static (ContainerStyle, CardText) Outcome(RequestView view, TimeZoneInfo zone) =>
        view.Request switch
        {
            { State: RequestState.Failed, Decision: { Verdict: Verdict.Approve } vain } => (
                ContainerStyle.Attention,
                CardText.Of(
                    $"Approved by {view.Decider?.Name}, but not granted, {Words.Moment(vain.At, view.Now, zone)}"
                )
            ),
            { Decision: { Verdict: Verdict.Approve } yes } => (
                ContainerStyle.Good,
                CardText.Of($"Approved by {view.Decider?.Name}, {Words.Moment(yes.At, view.Now, zone)}")
            ),
            { Decision: { } no } => (
                ContainerStyle.Attention,
                CardText.Of($"Denied by {view.Decider?.Name}, {Words.Moment(no.At, view.Now, zone)}")
            ),
            { State: RequestState.Canceled, Outcome.By: { } by } when by != view.Requester.Id => (
                ContainerStyle.Emphasis,
                CardText.Literal("Canceled by an administrator; there is nothing to decide")
            ),
            { State: RequestState.Canceled } => (
                ContainerStyle.Emphasis,
                CardText.Of($"Canceled by {view.Requester.Name}; there is nothing to decide")
            ),
            { State: RequestState.TimedOut } or { State: RequestState.PendingApproval } => (
                ContainerStyle.Emphasis,
                CardText.Literal("Timed out: nobody decided in time")
            ),
            _ => (ContainerStyle.Emphasis, CardText.Literal("Settled: there is nothing to decide")),
        };

    /// <summary>Why an approval led to nothing.</summary>
    private static string? WhyNotGranted(RequestView view) =>
        view.Request switch
        {
            not { State: RequestState.Failed, Decision: not null } => null,
            { Outcome.Code: ReasonCode.PersonDisabled } => "The requester’s account is disabled.",
            { Outcome.Code: ReasonCode.NotEligible or ReasonCode.EligibilityEndsBeforeStart } =>
                "The requester is no longer eligible for this role.",
            { Outcome.Code: ReasonCode.RoleAlreadyActive or ReasonCode.NotActive } =>
                "What the requester holds changed meanwhile.",
            { Outcome.Code: ReasonCode.TargetRefused } => "The system that holds this role refused it.",
            _ => "The rules for this role became stricter meanwhile; the requester can ask again.",
        };

    internal static void AddRequest(List<AdaptiveElement> body, RequestView view, TimeZoneInfo zone, bool isOpen)
    {
        var request = view.Request;
        if (request.Ask.Justification is { } why)
        {
            body.Add(CardParts.Words("Why", why));
        }

        var facts = new List<Fact>
        {
            new(CardText.Literal("Who"), Who(view.Requester)),
            new(CardText.Literal("Where"), CardText.Of($"{view.Scope.Name}")),
            new(CardText.Literal("For"), CardText.Of($"{Words.Duration(request.Ask.Duration)}")),
        };
        if (request.Ask.Start is { } start)
        {
            facts.Add(new(CardText.Literal("Starts"), CardText.Of($"{Words.Moment(start, view.Now, zone)}")));
        }

        if (request.Ask.Ticket is { } ticket)
        {
            facts.Add(new(CardText.Literal("Ticket"), CardText.Of($"{ticket.ToString()}")));
        }

        if (isOpen)
        {
            facts.Add(new(CardText.Literal("Holds now"), Held(view.Held)));
        }

        facts.Add(new(CardText.Literal("Asked"), CardText.Of($"{Words.Moment(request.CreatedAt, view.Now, zone)}")));
        if (isOpen && request.DecideBy is { } by)
        {
            var until = CardText.Of($"{Words.Moment(by, view.Now, zone)}, {Words.TimeLeft(by, view.Now)}");
            facts.Add(new(CardText.Literal("Decide by"), until));
        }

        body.Add(new FactSet { Facts = facts });
    }

    private static CardText Who(Person requester)
    {
        var address = requester.Upn ?? requester.Mail;
        var name = address is null ? requester.Name : $"{requester.Name} ({address})";
        return requester.Kind switch
        {
            PersonKind.Guest => CardText.Of($"{name}, **guest**"),
            PersonKind.Personal => CardText.Of($"{name}, **personal account**"),
            _ => CardText.Escaped(name),
        };
    }

    private static CardText Held(IReadOnlyList<HeldAccess> held)
    {
        const int Most = 5;
        if (held.Count == 0)
        {
            return CardText.Literal("nothing");
        }

        var names = string.Join(", ", held.Take(Most).Select(h => h.Role.Name));
        return held.Count > Most ? CardText.Of($"{names} and {held.Count - Most} more") : CardText.Escaped(names);
    }
}
